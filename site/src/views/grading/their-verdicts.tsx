import { dateTimeText } from '../../app/format.ts'
import { gradeLabels } from '../../core/grading/grade-words.ts'
import { gradeOf } from '../../core/grading/score.ts'
import { ownValue } from '../../core/model/objects.ts'
import type { Attempt, Grade } from '../../core/model/types.ts'

interface TheirVerdictsProps {
  readonly attempt: Attempt
  readonly criterion: string
  /** Null when read-only. */
  readonly onTakeOver: ((grade: Grade) => void) | null
}

/** What reviewers said of a criterion, with the words that they rest on. */
export function TheirVerdicts({ attempt, criterion, onTakeOver }: TheirVerdictsProps) {
  const given = attempt.verdicts.flatMap(({ at, verdicts }) => {
    const verdict = ownValue(verdicts, criterion)
    return verdict ? [{ at, ...verdict }] : []
  })
  if (given.length === 0) return null
  return (
    <ul class="their-verdicts">
      {given.map(({ at, verdict, quote }) => (
        <li key={at}>
          <span>
            Reviewer of {dateTimeText(at)}: <b>{gradeLabels[verdict]}</b>
          </span>
          {quote !== '' && <q dir="auto">{quote}</q>}
          {onTakeOver && gradeOf(attempt, criterion) !== verdict && (
            <button type="button" class="text-button" onClick={() => onTakeOver(verdict)}>
              Take over {gradeLabels[verdict]}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
