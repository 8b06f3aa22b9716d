import { isBlank } from '../../core/model/attempt.ts'
import type { RevealedProps } from '../shared/attempt-props.ts'
import { CopyForReviewer } from './copy-for-reviewer.tsx'
import { PasteVerdict } from './paste-verdict.tsx'
import { Review } from './review.tsx'

/** Somebody else's eyes: a text to copy for them, a place for their reply, and what they said. */
export function ReviewerPanel(props: RevealedProps) {
  const { attempt, drill } = props
  return (
    <section class="reviewer no-print" aria-labelledby="reviewer-title">
      <h2 id="reviewer-title">Somebody else’s eyes</h2>
      {isBlank(attempt) ? (
        <p>You have written nothing in this attempt, so there is nothing to review.</p>
      ) : (
        <>
          <CopyForReviewer attempt={attempt} drill={drill} />
          <PasteVerdict {...props} />
        </>
      )}
      {attempt.verdicts.map((given) => (
        <Review key={given.at} {...props} given={given} />
      ))}
    </section>
  )
}
