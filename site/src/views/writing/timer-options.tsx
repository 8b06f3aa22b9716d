import { currentPhase } from '../../core/timer.ts'
import type { AttemptProps } from '../shared/attempt-props.ts'
import { FactorSelect } from '../shared/factor-select.tsx'

interface TimerOptionsProps extends AttemptProps {
  readonly isHidden: boolean
  readonly onToggleClock: () => void
  /** Null in the first phase. */
  readonly onBack: (() => void) | null
}

/** Changes the limits of the timer and hides the clock. */
export function TimerOptions({ attempt, act, isHidden, onToggleClock, onBack }: TimerOptionsProps) {
  const { timer, phases } = attempt
  const isLimited = phases.some(({ planned }) => planned !== null)
  const canExtend = timer.on && (currentPhase(attempt)?.planned ?? null) !== null
  return (
    <div class="timer-options">
      {isLimited && (
        <>
          <button type="button" disabled={!canExtend} onClick={() => act({ type: 'extend', minutes: 1 })}>
            +1 min
          </button>
          <button type="button" disabled={!canExtend} onClick={() => act({ type: 'extend', minutes: 5 })}>
            +5 min
          </button>
          <button type="button" disabled={onBack === null} onClick={() => onBack?.()}>
            Back
          </button>
          <button
            type="button"
            aria-pressed={!timer.on}
            onClick={() => act({ type: 'timer', on: !timer.on })}
          >
            No limit
          </button>
        </>
      )}
      <button type="button" aria-pressed={isHidden} onClick={onToggleClock}>
        Hide clock
      </button>
      {isLimited && (
        <FactorSelect
          label="Time"
          factor={timer.factor}
          disabled={!timer.on}
          onChange={(factor) => act({ type: 'factor', factor })}
        />
      )}
    </div>
  )
}
