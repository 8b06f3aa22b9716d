import { markWords } from '../../core/grading/mark.ts'
import { remarksOf } from '../../core/grading/remarks.ts'
import { scoreParts } from '../../core/grading/score.ts'
import { secondRoundOf, secondRoundText } from '../../core/grading/second-round.ts'
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
    // A mark stands before the score.
    ...remarksOf({ ...attempt, mark: null }),
    ...(redFlags.length > 0 ? [plural(redFlags.length, 'red flag')] : []),
    ...(secondRound ? [secondRoundText(secondRound, followUps)] : []),
  ]
  return (
    <div class="score" data-marked={mark !== null}>
      {mark !== null && <p class="score-mark">{markWords[mark]}</p>}
      <p class="score-figure">{score ? `${score.total} of 100` : 'Not graded'}</p>
      <p>
        {score && <span class="score-parts">By self-grade: {scoreParts(score).join(', ')}</span>}
        {remarks.length > 0 && <span class="remarks">{remarks.join(' · ')}</span>}
      </p>
    </div>
  )
}
