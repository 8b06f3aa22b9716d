import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { clockText } from '../../core/model/duration.ts'
import { followUpSpent, followUpTime } from '../../core/model/follow-ups.ts'
import type { FollowUpRun } from '../../core/model/types.ts'
import type { Act } from '../shared/attempt-props.ts'

interface FollowUpClockProps {
  /** Undefined before anything was done. */
  readonly run: FollowUpRun | undefined
  readonly act: Act
  readonly followUp: string
}

/** Puts words before the title of the document; null takes them away. */
function useTitlePrefix(words: string | null): void {
  useEffect(() => {
    if (words === null) return undefined
    const { title } = document
    document.title = `${words} · ${title}`
    return () => {
      document.title = title
    }
  }, [words])
}

/** The two minutes of a follow-up. They start with the first word or the button, and lock nothing when they are over. */
export function FollowUpClock({ run, act, followUp }: FollowUpClockProps) {
  const { session, library } = useApp()
  const [, setTick] = useState(0)
  const isRunning = run !== undefined && run.since !== null
  useEffect(() => {
    if (!isRunning) return undefined
    const id = setInterval(() => setTick((tick) => tick + 1), 500)
    return () => clearInterval(id)
  }, [isRunning])
  const left = followUpTime - (run ? followUpSpent(run, session.now()) : 0)
  const isOver = left < 0
  useTitlePrefix(
    isRunning && !library.settings.timerHidden ? `${clockText(left)}${isOver ? ' over' : ''}` : null,
  )
  return (
    <div class="follow-up-clock">
      {!library.settings.timerHidden && (
        <p
          class="clock"
          data-state={isOver ? 'over' : left <= 30_000 ? 'last' : 'calm'}
          data-running={isRunning}
        >
          <span role="timer" aria-label="Time for this follow-up">
            <span class="clock-figures">{clockText(left)}</span> <small>{isOver ? 'over' : 'left'}</small>
          </span>
        </p>
      )}
      <button
        type="button"
        onClick={() => act(isRunning ? { type: 'followUpStop' } : { type: 'followUpStart', followUp })}
      >
        {isRunning ? 'Pause the clock' : 'Start the clock'}
      </button>
      <p class="visually-hidden" role="status">
        {isRunning && isOver && library.settings.announcements ? 'The two minutes are over.' : ''}
      </p>
    </div>
  )
}
