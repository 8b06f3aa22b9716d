import { useEffect } from 'preact/hooks'
import type { Settings } from '../core/records.ts'

const key = 'theme'

/** Shows a theme; `auto` follows the system. */
export function showTheme(theme: Settings['theme']): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** Shows the theme of the last visit before the library is read, so that nothing flashes. */
export function showLastTheme(): void {
  try {
    const last = localStorage.getItem(key)
    if (last === 'light' || last === 'dark') showTheme(last)
  } catch {
    // Storage is denied: the system's theme it is.
  }
}

export function useTheme(theme: Settings['theme']): void {
  useEffect(() => {
    showTheme(theme)
    try {
      localStorage.setItem(key, theme)
    } catch {
      // Only the first moment of the next visit is lost.
    }
  }, [theme])
}
