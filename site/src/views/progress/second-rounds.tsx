import { dateText } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { gradeLabels, gradeOrder } from '../../core/grading/grade-words.ts'
import type { SecondRoundResult } from '../../core/progress/second-rounds.ts'

/** How the follow-ups went, attempt by attempt. */
export function SecondRounds({ results }: { readonly results: readonly SecondRoundResult[] }) {
  if (results.length === 0) return null
  return (
    <section aria-labelledby="second-rounds-title">
      <h2 id="second-rounds-title">Second rounds</h2>
      <table class="second-rounds">
        <thead>
          <tr>
            <th scope="col">Attempt</th>
            {gradeOrder.map((grade) => (
              <th key={grade} scope="col">
                {gradeLabels[grade]}
              </th>
            ))}
            <th scope="col">Over two minutes</th>
          </tr>
        </thead>
        <tbody>
          {results.map(({ attemptId, title, at, overTime, ...counts }) => (
            <tr key={attemptId}>
              <th scope="row">
                <a href={href('attempt', attemptId, 'second-round')} dir="auto">
                  {title}
                </a>
                , {dateText(at)}
              </th>
              {gradeOrder.map((grade) => (
                <td key={grade}>{counts[grade]}</td>
              ))}
              <td>{overTime}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
