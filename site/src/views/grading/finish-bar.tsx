import { useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { focusIfLost, focusTitle } from '../../app/focus.ts'
import { href, navigate } from '../../app/router.ts'
import { useFinish } from '../../app/use-finish.ts'
import { markReason } from '../../core/grading/mark.ts'
import { gradedIn, pointsGraded, scoreOf } from '../../core/grading/score.ts'
import { plural } from '../../core/model/plural.ts'
import type { PracticeProps } from '../shared/attempt-props.ts'
import { NotFetched } from '../shared/not-fetched.tsx'

interface FinishBarProps extends PracticeProps {
  /** Whether what becomes of a marked attempt stands on the screen already. */
  readonly isMarkSeen: boolean
  /** Leads to the first criterion without a grade. */
  readonly onGoOn: () => void
}

/** The bar is in sight already: it must not take the page to where it stands in it. */
const focusInPlace = (button: HTMLElement | null): void => focusIfLost(button, { preventScroll: true })

/** How far the grading is, and the button that ends it; never out of sight after the reveal. */
export function FinishBar({ attempt, practice, isMarkSeen, onGoOn }: FinishBarProps) {
  const { library } = useApp()
  const [isAsking, setAsking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const { end: finish, hasFailed } = useFinish()
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
  const end = (): Promise<void> =>
    finish([attempt], () => {
      navigate(href('attempt', attempt.id))
      focusTitle()
    })
  return (
    <section class="finish-bar" aria-label="Finish">
      {isAsking && (
        <div class="finish-asks" role="alert">
          {reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </div>
      )}
      {hasFailed && <NotFetched />}
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
            <button
              type="button"
              class={left > 0 ? 'primary' : ''}
              ref={focusInPlace}
              onClick={() => {
                setAsking(false)
                if (left > 0) onGoOn()
                else setTimeout(() => opener.current?.focus({ preventScroll: true }))
              }}
            >
              {left > 0 ? 'Go on grading' : 'Not yet'}
            </button>
            <button type="button" class={left > 0 ? '' : 'primary'} onClick={() => void end()}>
              Finish anyway
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
