import about from 'virtual:about'
import { useEffect, useRef } from 'preact/hooks'
import { href, type PageName } from '../../app/router.ts'
import { centre } from '../../platform/centre.ts'
import { SavingStatus } from './saving-status.tsx'

interface HeaderProps {
  readonly page: PageName | null
  /** The address of the list of drills, with its last filter. */
  readonly home: string
  readonly onHelp: () => void
}

const links = [
  ['home', 'Drills'],
  ['plan', 'Plan'],
  ['repeat', 'Repeat'],
  ['progress', 'Progress'],
  ['loop', 'Practice loop'],
  ['rubric', 'Rubric'],
  ['data', 'Your data'],
] as const satisfies readonly (readonly [PageName, string])[]

/** The name of the site, its navigation and the saving status. */
export function Header({ page, home, onHelp }: HeaderProps) {
  const nav = useRef<HTMLElement>(null)
  // A small screen shows one line of it.
  useEffect(() => centre(nav.current, nav.current?.querySelector<HTMLElement>('[aria-current]')), [page])
  return (
    <header class="site-header">
      <a class="wordmark" href={href('home')} aria-label={`${about.title}, all drills`}>
        <svg viewBox="0 0 26 20" width="26" height="20" aria-hidden="true" focusable="false">
          <path d="M2 8v4M6.4 4v12M10.8 1.5v17M15.2 6.5v7M19.6 3.5v13M24 8v4" />
        </svg>
        {about.title}
      </a>
      <nav ref={nav} aria-label="Pages">
        {links.map(([name, text]) => (
          <a
            key={name}
            href={name === 'home' ? home : href(name)}
            {...(page === name ? { 'aria-current': 'page' } : {})}
          >
            {text}
          </a>
        ))}
      </nav>
      <SavingStatus />
      <button type="button" class="text-button" onClick={onHelp} aria-haspopup="dialog">
        Keyboard
      </button>
    </header>
  )
}
