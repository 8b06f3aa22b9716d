import { plural } from '../../app/format.ts'
import { helpText } from '../../core/hints.ts'
import { gradedIn, scoreParts } from '../../core/score.ts'
import type { Attempt, Score } from '../../core/types.ts'

interface ScoreLineProps {
  readonly attempt: Attempt
  /** Null when nothing is graded. */
  readonly score: Score | null
}

/** A score, what counted for it, and every remark needed to read it honestly. */
export function ScoreLine({ attempt, score }: ScoreLineProps) {
  const { criteria, revealedBeforeWriting, editedAfterReveal, redFlags } = attempt
  const graded = gradedIn(attempt)
  const help = helpText(attempt)
  const remarks = [
    ...(help === null ? [] : [help]),
    ...(graded === 0 ? ['no criterion is graded yet'] : []),
    ...(graded > 0 && graded < criteria.length
      ? [`${graded} of ${criteria.length} criteria graded; the others count as not met`]
      : []),
    ...(redFlags.length > 0 ? [plural(redFlags.length, 'red flag')] : []),
    ...(revealedBeforeWriting ? ['answer revealed before writing'] : []),
    ...(editedAfterReveal ? ['text changed after the reveal'] : []),
  ]
  return (
    <div class="score">
      <p class="score-figure">{score ? `${score.total} of 100` : 'Not graded'}</p>
      <p>
        {score && <span class="score-parts">By self-grade: {scoreParts(score).join(', ')}</span>}
        {remarks.length > 0 && <span class="remarks">{remarks.join(' · ')}</span>}
      </p>
    </div>
  )
}
