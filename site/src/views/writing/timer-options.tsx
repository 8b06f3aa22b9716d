import { useApp } from '../../app/app-context.ts'
import { currentPhase } from '../../core/model/timer.ts'
import type { AttemptProps } from '../shared/attempt-props.ts'
import { FactorSelect } from '../shared/factor-select.tsx'

interface TimerOptionsProps extends AttemptProps {
  readonly onToggleClock: () => void
  /** Null in the first phase. */
  readonly onBack: (() => void) | null
}

/** What is rarely wanted of the timer: other limits, no clock, a sound. */
export function TimerOptions({ attempt, act, onToggleClock, onBack }: TimerOptionsProps) {
  const { session, library } = useApp()
  const { timerHidden, sound } = library.settings
  const { timer, phases } = attempt
  const canExtend = timer.on && currentPhase(attempt) !== undefined
  return (
    <div class="timer-options">
      <button type="button" disabled={!canExtend} onClick={() => act({ type: 'extend', minutes: 1 })}>
        +1 min
      </button>
      <button type="button" disabled={!canExtend} onClick={() => act({ type: 'extend', minutes: 5 })}>
        +5 min
      </button>
      {phases.length > 1 && (
        <button type="button" disabled={onBack === null} onClick={() => onBack?.()}>
          Back
        </button>
      )}
      <button type="button" aria-pressed={!timer.on} onClick={() => act({ type: 'timer', on: !timer.on })}>
        No limit
      </button>
      <button type="button" aria-pressed={timerHidden} onClick={onToggleClock}>
        Hide clock
      </button>
      <button type="button" aria-pressed={sound} onClick={() => session.set({ sound: !sound })}>
        Sound at the end
      </button>
      <FactorSelect
        label="Time"
        factor={timer.factor}
        disabled={!timer.on}
        onChange={(factor) => act({ type: 'factor', factor })}
      />
    </div>
  )
}
