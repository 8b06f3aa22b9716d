import type { ComponentChildren } from 'preact'
import { dateText } from '../../app/format.ts'
import { plural } from '../../core/model/plural.ts'
import { meanOver, standing, type Trend } from '../../core/progress/trends.ts'
import { TrendChart } from './trend-chart.tsx'

interface TrendsProps {
  /** For the ids of elements. */
  readonly id: string
  readonly title: string
  /** The heading of the first column. */
  readonly column: string
  readonly trends: readonly Trend[]
  /** What is said when there are no trends. */
  readonly none: string
  /** Where one works on the weakest. */
  readonly advice: (weakest: Trend) => ComponentChildren
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** Trends as small charts, weakest first, with the same numbers as a table. */
export function Trends({ id, title, column, trends, none, advice }: TrendsProps) {
  const [weakest] = trends
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {weakest === undefined ? (
        <p class="quiet">{none}</p>
      ) : (
        <>
          {standing(weakest) < 1 && <p>{advice(weakest)}</p>}
          <p class="quiet">
            Weakest first. A ring is one attempt, the line is the mean of the last {meanOver}.
          </p>
          <ul class="trends">
            {trends.map((trend) => (
              <li key={trend.id}>
                <h3>{trend.title}</h3>
                <p>{standingText(trend)}</p>
                <TrendChart points={trend.points} />
              </li>
            ))}
          </ul>
          <details>
            <summary>{title} as a table</summary>
            <TrendTable column={column} trends={trends} />
          </details>
        </>
      )}
    </section>
  )
}

/** Where a trend stands, and where it stood before. */
function standingText(trend: Trend) {
  const { points } = trend
  const now = standing(trend)
  const before = points.at(-1 - meanOver)?.mean
  const change = before === undefined ? 0 : Math.round((now - before) * 100)
  const words =
    before === undefined
      ? `in ${plural(points.length, 'attempt')}`
      : change === 0
        ? `as in the ${meanOver} attempts before`
        : `${change > 0 ? 'up' : 'down'} from ${percent(before)}`
  return (
    <>
      <strong>{percent(now)}</strong> <span class="quiet">{words}</span>
    </>
  )
}

interface TrendTableProps {
  readonly column: string
  readonly trends: readonly Trend[]
}

function TrendTable({ column, trends }: TrendTableProps) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{column}, date</th>
          <th scope="col">Drill</th>
          <th scope="col">Earned</th>
          <th scope="col">Mean of {meanOver}</th>
        </tr>
      </thead>
      {trends.map(({ id, title, points }) => (
        <tbody key={id}>
          <tr>
            <th scope="rowgroup" colSpan={4} class="row-group">
              {title}
            </th>
          </tr>
          {points.map((point) => (
            <tr key={point.attemptId}>
              <th scope="row">{dateText(point.at)}</th>
              <td dir="auto">{point.title}</td>
              <td>{percent(point.share)}</td>
              <td>{percent(point.mean)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
