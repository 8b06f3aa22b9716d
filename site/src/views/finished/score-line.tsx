import { capitalise, plural } from '../../app/format.ts'
import { remarksOf } from '../../core/grading/remarks.ts'
import { scoreParts } from '../../core/grading/score.ts'
import { secondRoundOf, secondRoundText } from '../../core/grading/second-round.ts'
import type { Attempt, Score } from '../../core/model/types.ts'

interface ScoreLineProps {
  readonly attempt: Attempt
  /** Null when nothing is graded. */
  readonly score: Score | null
  /** The number of follow-ups, where the drill is at hand. */
  readonly followUps?: number
}

/** A score, what counted for it, and every remark needed to read it honestly. */
export function ScoreLine({ attempt, score, followUps }: ScoreLineProps) {
  const { redFlags } = attempt
  const secondRound = secondRoundOf(attempt)
  const remarks = [
    ...(secondRound ? [secondRoundText(secondRound, followUps)] : []),
    ...(redFlags.length > 0 ? [plural(redFlags.length, 'red flag')] : []),
    ...remarksOf(attempt),
  ]
  return (
    <div class="score">
      <p class="score-figure">{score ? `${score.total} of 100` : 'Not graded'}</p>
      <div>
        {score && <p class="score-parts">By self-grade: {scoreParts(score).join(', ')}</p>}
        {remarks.length > 0 && (
          <ul class="remarks">
            {remarks.map((remark) => (
              <li key={remark}>{capitalise(remark)}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
