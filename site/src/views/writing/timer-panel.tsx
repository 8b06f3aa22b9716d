import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { clockText } from '../../core/duration.ts'
import { isAllowed } from '../../core/reduce.ts'
import { currentPhase, limitOf, remaining, spentIn } from '../../core/timer.ts'
import type { Attempt, Instant } from '../../core/types.ts'
import type { AttemptProps } from '../shared/attempt-props.ts'
import { Announcer } from './announcer.tsx'
import { focusPhase } from './section-field.tsx'
import { TimerOptions } from './timer-options.tsx'

/** The timer of the attempt: clock, controls and phases. */
export function TimerPanel({ attempt, act }: AttemptProps) {
  const { library, session } = useApp()
  const { timerHidden } = library.settings
  const { clock, phases, phase, timer } = attempt
  const index = phases.findIndex(({ id }) => id === phase)
  const isFirst = index === 0
  const isLast = index === phases.length - 1
  const run = isAllowed(attempt, 'start') ? 'start' : clock.running ? 'pause' : 'resume'
  const words = { start: 'Start', pause: 'Pause', resume: 'Resume' } as const
  const next = (): void => focusPhase(act({ type: 'skip' }))
  const back = (): void => focusPhase(act({ type: 'back' }))
  const toggleClock = (): void => session.set({ timerHidden: !timerHidden })
  useShortcuts({
    s: () => act({ type: run }),
    n: next,
    b: back,
    1: () => act({ type: 'extend', minutes: 1 }),
    5: () => act({ type: 'extend', minutes: 5 }),
    t: () => act({ type: 'timer', on: !timer.on }),
    c: toggleClock,
    w: () => focusPhase(attempt),
  })
  return (
    <section class="timer" aria-label="Timer">
      <div class="timer-bar">
        <p class="timer-phase">
          {phases.length > 1 && (
            <span>
              Phase {index + 1} of {phases.length}
            </span>
          )}
          <strong>{phases[index]?.title}</strong>
        </p>
        {!timerHidden && <Clock attempt={attempt} />}
        <div class="buttons">
          <button type="button" class={run === 'pause' ? '' : 'primary'} onClick={() => act({ type: run })}>
            {words[run]}
          </button>
          {phases.length > 1 && (
            <button type="button" onClick={next} disabled={isLast}>
              Next phase
            </button>
          )}
        </div>
        <Announcer attempt={attempt} />
      </div>
      <TimerOptions
        attempt={attempt}
        act={act}
        isHidden={timerHidden}
        onToggleClock={toggleClock}
        onBack={isFirst ? null : back}
      />
      {phases.length > 1 && <PhaseList attempt={attempt} isHidden={timerHidden} />}
    </section>
  )
}

/** The time left in the current phase, or the time spent when there is no limit. */
function Clock({ attempt }: { readonly attempt: Attempt }) {
  const now = useNow(attempt.clock.running)
  const left = remaining(attempt, now)
  const isOver = left !== null && left < 0
  const words = left === null ? 'spent' : isOver ? 'over' : 'left'
  const state = isOver ? 'over' : left !== null && left <= 60_000 ? 'last' : 'calm'
  return (
    <p class="clock" data-state={state} data-running={attempt.clock.running}>
      {/* Screen readers stay silent on the timer role; the announcer speaks. */}
      <span role="timer" aria-label={`Time in ${currentPhase(attempt)?.title ?? 'this phase'}`}>
        <span class="clock-figures">{clockText(left ?? spentIn(attempt, attempt.phase, now))}</span>{' '}
        <small>{words}</small>
      </span>
    </p>
  )
}

interface PhaseListProps {
  readonly attempt: Attempt
  readonly isHidden: boolean
}

/** All phases with the time spent in each. */
function PhaseList({ attempt, isHidden }: PhaseListProps) {
  const now = useNow(attempt.clock.running && !isHidden)
  return (
    <ol class="phase-list">
      {attempt.phases.map((run) => {
        const limit = limitOf(run, attempt.timer)
        const spent = spentIn(attempt, run.id, now)
        const isCurrent = run.id === attempt.phase
        return (
          <li key={run.id} {...(isCurrent ? { 'aria-current': 'step' } : {})}>
            <span>{run.title}</span>
            {!isHidden && (
              <span class="figures-small">
                {spent > 0 && `${clockText(spent)}${limit === null ? '' : ' of '}`}
                {limit !== null && clockText(limit)}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** The current time. Re-renders twice a second while `ticks` is true; nothing is counted here. */
function useNow(ticks: boolean): Instant {
  const { session } = useApp()
  const [, setTick] = useState(0)
  useEffect(() => {
    if (!ticks) return undefined
    const id = setInterval(() => setTick((tick) => tick + 1), 500)
    return () => clearInterval(id)
  }, [ticks])
  return session.now()
}
