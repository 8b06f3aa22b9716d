import { dateText } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { clockText } from '../../core/model/duration.ts'
import type { Pace } from '../../core/progress/spoken-paces.ts'

/** How fast and how steadily the learner has spoken. */
export function PaceTable({ paces }: { readonly paces: readonly Pace[] }) {
  if (paces.length === 0) return null
  return (
    <section aria-labelledby="pace-title">
      <h2 id="pace-title">Spoken pace</h2>
      <p class="quiet">
        Words are those of the texts of the phases that you recorded, unless a text is longer than its
        recording.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Attempt</th>
            <th scope="col">Speaking</th>
            <th scope="col">Long pauses a minute</th>
            <th scope="col">Words a minute</th>
          </tr>
        </thead>
        <tbody>
          {paces.map(({ attemptId, at, title, length, speaking, pauses, words }) => (
            <tr key={attemptId}>
              <th scope="row">
                <a href={href('attempt', attemptId)} dir="auto">
                  {title}
                </a>
                , {dateText(at)}, {clockText(length)} recorded
              </th>
              <td>{Math.round(speaking * 100)} %</td>
              <td>{pauses.toFixed(1)}</td>
              <td>{words ?? 'no text that fits'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
