import { clockText } from '../../core/model/duration.ts'
import { spentText } from '../../core/model/measured.ts'
import { limitOf, totalSpent } from '../../core/model/timer.ts'
import type { Attempt, Instant } from '../../core/model/types.ts'

/** Time spent and limit per phase. */
export function TimeTable({ attempt, now }: { readonly attempt: Attempt; readonly now: Instant }) {
  return (
    <table class="time-table">
      <caption>Time per phase</caption>
      <thead>
        <tr>
          <th scope="col">Phase</th>
          <th scope="col">Spent</th>
          <th scope="col">Limit</th>
        </tr>
      </thead>
      <tbody>
        {attempt.phases.map((run) => {
          const limit = limitOf(run, attempt.timer)
          return (
            <tr key={run.id}>
              <th scope="row" dir="auto">
                {run.title}
              </th>
              <td>{spentText(attempt, run.id, now)}</td>
              <td>{limit === null ? 'none' : clockText(limit)}</td>
            </tr>
          )
        })}
      </tbody>
      {attempt.phases.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td colSpan={2}>{clockText(totalSpent(attempt, now))}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
