import { currentPhase } from '../core/timer.ts'
import type { Attempt } from '../core/types.ts'
import type { Act } from './attempt-screen.tsx'

interface TimerOptionsProps {
  readonly attempt: Attempt
  readonly act: Act
  readonly isHidden: boolean
  readonly onToggleClock: () => void
  /** Null in the first phase. */
  readonly onBack: (() => void) | null
}

/** From half the time to ten times the time; the ends are those of the reducer. */
export const factors = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 5, 10] as const

/** More time, less time, no limit, no clock. */
export function TimerOptions({ attempt, act, isHidden, onToggleClock, onBack }: TimerOptionsProps) {
  const { timer, phases } = attempt
  const isLimited = phases.some(({ planned }) => planned !== null)
  const canExtend = timer.on && (currentPhase(attempt)?.planned ?? null) !== null
  const values = [...new Set([...factors, timer.factor])].sort((a, b) => a - b)
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
        <label class="inline">
          <span>Time</span>
          <select
            value={String(timer.factor)}
            disabled={!timer.on}
            onChange={({ currentTarget }) => act({ type: 'factor', factor: Number(currentTarget.value) })}
          >
            {values.map((factor) => (
              <option key={factor} value={String(factor)}>
                × {factor}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
