import { useApp } from '../../app/app-context.ts'
import type { Settings } from '../../core/model/records.ts'
import { FactorSelect } from '../shared/factor-select.tsx'
import { ThemeSwitch } from '../shared/theme-switch.tsx'

type Switch = keyof Pick<Settings, 'timerHidden' | 'announcements' | 'sound' | 'shortcuts'>

const switches = [
  ['timerHidden', 'Hide the clock'],
  ['announcements', 'Announce half time, the last minute and the end'],
  ['sound', 'Play a soft tone at the end of a phase'],
  ['shortcuts', 'Single-key shortcuts outside text areas'],
] as const satisfies readonly (readonly [Switch, string])[]

export function SettingsForm() {
  const { library, session } = useApp()
  const { timer } = library.settings
  return (
    <section aria-labelledby="settings-title">
      <h2 id="settings-title">Settings</h2>
      <div class="settings">
        <label class="check">
          <input
            type="checkbox"
            checked={timer.on}
            onChange={({ currentTarget }) => session.set({ timer: { ...timer, on: currentTarget.checked } })}
          />
          New attempts have a time limit
        </label>
        <FactorSelect
          label="Time of new attempts"
          factor={timer.factor}
          onChange={(factor) => session.set({ timer: { ...timer, factor } })}
        />
        {switches.map(([name, words]) => (
          <label key={name} class="check">
            <input
              type="checkbox"
              checked={library.settings[name]}
              onChange={({ currentTarget }) => session.set({ [name]: currentTarget.checked })}
            />
            {words}
          </label>
        ))}
        <label class="inline">
          <span>The day turns at</span>
          <select
            value={library.settings.dayStart}
            onChange={({ currentTarget }) => session.set({ dayStart: Number(currentTarget.value) })}
          >
            {Array.from({ length: 13 }, (_, hour) => (
              <option key={hour} value={hour}>
                {hour}:00
              </option>
            ))}
          </select>
        </label>
        <ThemeSwitch />
      </div>
    </section>
  )
}
