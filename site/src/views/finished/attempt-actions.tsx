import { useApp } from '../../app/app-context.ts'
import { dateTimeText } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { attemptsAt } from '../../core/progress.ts'
import { scorecard } from '../../core/scorecard.ts'
import { download } from '../../platform/download.ts'
import type { AttemptProps } from '../shared/attempt-props.ts'

/** What the learner can do with a finished attempt. */
export function AttemptActions({ attempt, act }: AttemptProps) {
  const { library, session } = useApp()
  const others = attemptsAt(library, attempt.drillId).filter(({ id }) => id !== attempt.id)
  const open = others.find(({ finishedAt }) => finishedAt === null)
  const before = others.find(
    ({ createdAt, finishedAt }) => finishedAt !== null && createdAt <= attempt.createdAt,
  )
  const other = before ?? others.find(({ finishedAt }) => finishedAt !== null)
  const save = (withAnswer: boolean): void => {
    const now = session.now()
    const day = new Date(attempt.createdAt).toISOString().slice(0, 10)
    const text = scorecard(attempt, { now, dateText: dateTimeText, withAnswer })
    download(`scorecard-${attempt.drillId}-${day}.md`, 'text/markdown', text)
  }
  return (
    <div class="attempt-actions buttons">
      <a class="button" href={href('drill', attempt.drillId)}>
        {open ? 'Go to the open attempt' : 'Fresh attempt'}
      </a>
      {other && (
        <a class="button" href={href('compare', other.id, attempt.id)}>
          Compare with {before ? 'the previous one' : 'another one'}
        </a>
      )}
      <button type="button" onClick={() => save(false)}>
        Download the scorecard
      </button>
      <button type="button" onClick={() => save(true)}>
        Download it with my answer
      </button>
      {attempt.finishedAt !== null && !open && (
        <button type="button" class="text-button" onClick={() => act({ type: 'reopen' })}>
          Reopen
        </button>
      )}
    </div>
  )
}
