import { useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { focusIfLost, focusTitle } from '../../app/focus.ts'
import { plural } from '../../app/format.ts'
import { finish } from '../../app/practice.ts'
import { href, navigate } from '../../app/router.ts'
import { markReason } from '../../core/grading/mark.ts'
import { gradedIn, pointsGraded, scoreOf } from '../../core/grading/score.ts'
import type { PracticeProps } from '../shared/attempt-props.ts'

interface FinishBarProps extends PracticeProps {
  /** Whether what becomes of a marked attempt stands on the screen already. */
  readonly isMarkSeen: boolean
  /** Leads to the first criterion without a grade. */
  readonly onGoOn: () => void
}

/** How far the grading is, and the button that ends it; never out of sight after the reveal. */
export function FinishBar({ attempt, practice, isMarkSeen, onGoOn }: FinishBarProps) {
  const { library, session } = useApp()
  const [isAsking, setAsking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const [isBroken, setBroken] = useState(false)
  const { length } = attempt.criteria
  const graded = gradedIn(attempt)
  const score = scoreOf(practice, attempt)
  const left = length - graded
  const ungraded =
    graded === 0
      ? 'No criterion is graded yet, so this attempt would have no score.'
      : `${plural(left, 'criterion has', 'criteria have')} no grade and would count as not met.`
  const mark = isMarkSeen ? null : markReason(library, attempt)
  const reasons = [...(left > 0 ? [ungraded] : []), ...(mark === null ? [] : [mark])]
  const end = async (): Promise<void> => {
    try {
      await finish(session, attempt)
      navigate(href('attempt', attempt.id))
      focusTitle()
    } catch {
      setBroken(true)
    }
  }
  return (
    <section class="finish-bar" aria-label="Finish">
      {isAsking && (
        <div class="finish-asks" role="alert">
          {reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </div>
      )}
      {isBroken && <p role="alert">The scheduler could not be loaded. Check the connection and try again.</p>}
      <div class="finish-line">
        <p class="finish-progress">
          <b>
            {graded} of {length}
          </b>{' '}
          graded
          {score &&
            ` · ${score.total} of ${pointsGraded(practice, attempt)} points${left > 0 ? ' so far' : ''}`}
        </p>
        {isAsking ? (
          <div class="buttons">
            <button type="button" class="primary" onClick={() => void end()}>
              Finish anyway
            </button>
            <button
              type="button"
              ref={focusIfLost}
              onClick={() => {
                setAsking(false)
                if (left > 0) onGoOn()
                else setTimeout(() => opener.current?.focus())
              }}
            >
              {left > 0 ? 'Go on grading' : 'Not yet'}
            </button>
          </div>
        ) : (
          <button
            type="button"
            class="primary"
            ref={opener}
            onClick={() => (reasons.length > 0 ? setAsking(true) : void end())}
          >
            Finish
          </button>
        )}
      </div>
    </section>
  )
}
