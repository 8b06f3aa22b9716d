import about from 'virtual:about'
import { useRef, useState } from 'preact/hooks'
import { AppContext, useSnapshot } from '../../app/app-context.ts'
import { href, navigate, useRoute } from '../../app/router.ts'
import type { Session } from '../../app/session.ts'
import { useTheme } from '../../app/theme.ts'
import { useDayTurn } from '../../app/use-day-turn.ts'
import { useFilter } from '../../app/use-filter.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { ThemeSwitch } from '../shared/theme-switch.tsx'
import { Banners } from './banners.tsx'
import { Header } from './header.tsx'
import { LazyHelp } from './lazy-help.tsx'
import { LazyHome } from './lazy-home.tsx'
import { LazyPage } from './lazy-page.tsx'

/** The frame around every page. */
export function App({ session }: { readonly session: Session }) {
  const snapshot = useSnapshot(session)
  const route = useRoute()
  useTheme(snapshot.library.settings.theme)
  const { home, ...filtering } = useFilter(route, session.now, snapshot.library.settings.dayStart)
  useDayTurn(session, snapshot.library.settings.dayStart)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const main = useRef<HTMLElement>(null)
  const { page, args, visit, top } = route
  const skip = (event: Event): void => {
    // The hash is the route, so a skip link must not change it.
    event.preventDefault()
    main.current?.focus()
  }
  return (
    <AppContext.Provider value={{ ...snapshot, session, visit, top }}>
      <GlobalShortcuts home={home} onHelp={() => setHelpOpen(true)} />
      {/* biome-ignore lint/a11y/useValidAnchor: a link within the page; the hash is the route and must not change */}
      <a class="skip-link" href="#main" onClick={skip}>
        Skip to the content
      </a>
      <Header page={page} home={home} onHelp={() => setHelpOpen(true)} />
      <Banners />
      <main id="main" ref={main} tabIndex={-1} data-page={page ?? 'nowhere'}>
        {page === 'home' ? (
          <LazyHome {...filtering} />
        ) : (
          <LazyPage key={[page, ...args].join('/')} page={page} args={args} />
        )}
      </main>
      <Footer />
      <LazyHelp isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </AppContext.Provider>
  )
}

function GlobalShortcuts({ home, onHelp }: { readonly home: string; readonly onHelp: () => void }) {
  useShortcuts({
    '?': onHelp,
    h: () => navigate(home),
    r: () => navigate(href('repeat')),
  })
  return null
}

function Footer() {
  const { version, licence } = about
  return (
    <footer class="site-footer">
      <p>
        Drills {[version, licence].filter(Boolean).join(', ')}. What you write stays in this browser: no
        account, nothing is sent anywhere.
      </p>
      <ThemeSwitch />
    </footer>
  )
}
