import { plural } from '../../app/format.ts'
import type { Score } from '../../core/score.ts'

/** A score with every remark needed to read it honestly. */
export function ScoreLine({ score }: { readonly score: Score }) {
  const { percent, earned, possible, graded, criteria, revealedBeforeWriting, editedAfterReveal, redFlags } =
    score
  const remarks = [
    ...(graded === 0 ? ['no criterion is graded yet'] : []),
    ...(graded > 0 && graded < criteria
      ? [`${graded} of ${criteria} criteria graded; the others count as zero`]
      : []),
    ...(redFlags > 0 ? [plural(redFlags, 'red flag')] : []),
    ...(revealedBeforeWriting ? ['answer revealed before writing'] : []),
    ...(editedAfterReveal ? ['text changed after the reveal'] : []),
  ]
  return (
    <div class="score">
      <p class="score-figure">{graded === 0 ? 'Not graded' : `${percent} %`}</p>
      <p>
        {graded > 0 && `${earned} of ${possible} by self-grade`}
        {remarks.length > 0 && <span class="remarks">{remarks.join(' · ')}</span>}
      </p>
    </div>
  )
}
