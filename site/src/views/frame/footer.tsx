import { version } from 'audio-text-drills/package.json'
import { ThemeSwitch } from '../shared/theme-switch.tsx'

/** What this is, in one line, and the theme. */
export function Footer() {
  return (
    <footer class="site-footer">
      <p>
        Drills {version}, CC BY 4.0. What you write stays in this browser: no account, nothing is sent
        anywhere.
      </p>
      <ThemeSwitch />
    </footer>
  )
}
