import { markWords } from '../../core/grading/mark.ts'
import { remarksOf } from '../../core/grading/remarks.ts'
import { scoreParts } from '../../core/grading/score.ts'
import { secondRoundOf, secondRoundText } from '../../core/grading/second-round.ts'
import { capitalise } from '../../core/model/capitalise.ts'
import { plural } from '../../core/model/plural.ts'
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
  const { redFlags, mark } = attempt
  const secondRound = secondRoundOf(attempt)
  const remarks = [
    ...(secondRound ? [secondRoundText(secondRound, followUps)] : []),
    ...(redFlags.length > 0 ? [plural(redFlags.length, 'red flag')] : []),
    // A mark stands before the score.
    ...remarksOf({ ...attempt, mark: null }),
  ]
  return (
    <div class="score" data-marked={mark !== null}>
      {mark !== null && <p class="score-mark">{markWords[mark]}</p>}
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
