import { useContext } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { href, navigate } from '../../app/router.ts'
import { attemptsAt } from '../../core/model/library.ts'
import { Acting, LockContext } from '../shared/acting.tsx'
import type { AttemptProps } from '../shared/attempt-props.ts'
import { DeleteAttemptButton } from '../shared/delete-attempt-button.tsx'
import { ResultCardActions } from './result-card-actions.tsx'

/** What the learner can do with a finished attempt. */
export function AttemptActions({ attempt, act }: AttemptProps) {
  const { library } = useApp()
  const isLocked = useContext(LockContext) === 'elsewhere'
  const others = attemptsAt(library, attempt.drillId).filter(({ id }) => id !== attempt.id)
  const open = others.find(({ finishedAt }) => finishedAt === null)
  const before = others.find(
    ({ createdAt, finishedAt }) => finishedAt !== null && createdAt <= attempt.createdAt,
  )
  const other = before ?? others.find(({ finishedAt }) => finishedAt !== null)
  return (
    <div class="attempt-actions no-print">
      <div class="buttons">
        <a class="button" href={href('drill', attempt.drillId)}>
          {open ? 'Go to the open attempt' : 'Fresh attempt'}
        </a>
        {other && (
          <a class="button" href={href('compare', other.id, attempt.id)}>
            Compare with {before ? 'the previous one' : 'another one'}
          </a>
        )}
        {attempt.revealedAt !== null && (
          <a class="button" href={href('samples', attempt.drillId)}>
            Grade a sample answer
          </a>
        )}
        {attempt.finishedAt !== null && !open && (
          <button
            type="button"
            class="text-button"
            disabled={isLocked}
            onClick={() => act({ type: 'reopen' })}
          >
            Reopen
          </button>
        )}
      </div>
      <ResultCardActions attempt={attempt} />
      {attempt.finishedAt !== null && (
        <Acting>
          <DeleteAttemptButton
            attempt={attempt}
            onDeleted={() => navigate(href('history', attempt.drillId), true)}
          />
        </Acting>
      )}
    </div>
  )
}
