import { useEffect } from 'preact/hooks'
import type { Settings } from '../core/model/records.ts'

const key = 'theme'

/** Applies a theme; `auto` follows the system. */
export function showTheme(theme: Settings['theme']): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** Applies the theme of the last visit before the library loads, to avoid a flash. */
export function showLastTheme(): void {
  try {
    const last = localStorage.getItem(key)
    if (last === 'light' || last === 'dark') showTheme(last)
  } catch {
    // Storage is blocked: use the system theme.
  }
}

export function useTheme(theme: Settings['theme']): void {
  useEffect(() => {
    showTheme(theme)
    try {
      localStorage.setItem(key, theme)
    } catch {
      // The next visit may flash briefly.
    }
  }, [theme])
}
