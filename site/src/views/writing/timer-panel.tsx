import { useApp } from '../../app/context.tsx'
import { useShortcuts } from '../../app/shortcuts.ts'
import { isAllowed } from '../../core/reduce.ts'
import type { AttemptProps } from '../shared/attempt-props.ts'
import { Announcer } from './announcer.tsx'
import { Clock } from './clock.tsx'
import { PhaseList } from './phase-list.tsx'
import { focusPhase } from './section-field.tsx'
import { TimerOptions } from './timer-options.tsx'

/** The clock of the current phase and all that can be done to it. */
export function TimerPanel({ attempt, act }: AttemptProps) {
  const { library, session } = useApp()
  const { timerHidden } = library.settings
  const { clock, phases, phase, timer } = attempt
  const index = phases.findIndex(({ id }) => id === phase)
  const isFirst = index === 0
  const isLast = index === phases.length - 1
  const run = isAllowed(attempt, 'start') ? 'start' : clock.running ? 'pause' : 'resume'
  const words = { start: 'Start', pause: 'Pause', resume: 'Go on' } as const
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
