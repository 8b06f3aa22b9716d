import { useContext } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { focusTitle } from '../../app/focus.ts'
import { href, navigate } from '../../app/router.ts'
import { freshReading } from '../../core/grading/mark.ts'
import { secondRoundMinutes } from '../../core/model/follow-ups.ts'
import { attemptsAt } from '../../core/model/library.ts'
import { plural } from '../../core/model/plural.ts'
import type { Attempt } from '../../core/model/types.ts'
import { Acting, LockContext } from '../shared/acting.tsx'
import type { AttemptProps } from '../shared/attempt-props.ts'
import { DeleteAttemptButton } from '../shared/delete-attempt-button.tsx'
import { NextLink } from '../shared/next-link.tsx'
import { NextOfTrack } from './next-of-track.tsx'
import { ResultCardActions } from './result-card-actions.tsx'

interface NextProps {
  /** Follow-ups without a grade; none where the second round is out of reach. */
  readonly followUpsLeft?: number
  readonly onSecondRound?: () => void
}

/** What the learner can do with a finished attempt: first what comes next, and last what can't be taken back. */
export function AttemptActions({ attempt, act, ...next }: AttemptProps & NextProps) {
  const { library, session } = useApp()
  const isLocked = useContext(LockContext) === 'elsewhere'
  const others = attemptsAt(library, attempt.drillId).filter(({ id }) => id !== attempt.id)
  const open = others.find(({ finishedAt }) => finishedAt === null)
  const before = others.find(
    ({ createdAt, finishedAt }) => finishedAt !== null && createdAt <= attempt.createdAt,
  )
  const other = before ?? others.find(({ finishedAt }) => finishedAt !== null)
  const isJustRead = attempt.readAt !== null && session.now() - attempt.readAt < freshReading
  const reopen = (): void => {
    act({ type: 'reopen' })
    // The button goes with the summary.
    setTimeout(focusTitle)
  }
  return (
    <div class="attempt-actions no-print">
      <div class="buttons">
        <NextStep drillId={attempt.drillId} {...next} />
        <a class="button" href={href('drill', attempt.drillId)}>
          {open ? 'Go to the open attempt' : `Fresh attempt${isJustRead ? ' (better on another day)' : ''}`}
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
          <button type="button" class="text-button" disabled={isLocked} onClick={reopen}>
            Reopen
          </button>
        )}
      </div>
      <NextOfTrack drillId={attempt.drillId} />
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

/** The rest of the second round, else what `NextLink` says. */
function NextStep({ drillId, followUpsLeft = 0, onSecondRound }: NextProps & Pick<Attempt, 'drillId'>) {
  if (followUpsLeft > 0 && onSecondRound) {
    return (
      <>
        <button type="button" class="primary" onClick={onSecondRound}>
          Second round ({plural(followUpsLeft, 'question')}, about {secondRoundMinutes(followUpsLeft)}{' '}
          minutes)
        </button>
        <NextLink drillId={drillId} isSecond={true} />
      </>
    )
  }
  return <NextLink drillId={drillId} />
}
