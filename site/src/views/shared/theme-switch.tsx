import { useApp } from '../../app/app-context.ts'

const themes = { auto: 'System', light: 'Light', dark: 'Dark' } as const

export function ThemeSwitch() {
  const { library, session } = useApp()
  const { theme } = library.settings
  const order = ['auto', 'light', 'dark'] as const
  return (
    <label class="theme-switch">
      <span>Theme</span>
      <select
        value={theme}
        onChange={({ currentTarget }) =>
          session.set({ theme: order.find((each) => each === currentTarget.value) ?? 'auto' })
        }
      >
        {order.map((each) => (
          <option key={each} value={each}>
            {themes[each]}
          </option>
        ))}
      </select>
    </label>
  )
}
