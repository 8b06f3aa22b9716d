import { clockText } from '../../core/model/duration.ts'
import type { Millis } from '../../core/model/types.ts'
import type { PhaseTime } from '../../core/progress/phase-times.ts'

/** The time that each phase takes, beside its plan. */
export function PhaseTimes({ times }: { readonly times: readonly PhaseTime[] }) {
  if (times.length === 0) return null
  const longest = Math.max(...times.flatMap(({ spent, planned }) => [spent ?? 0, planned]), 1)
  return (
    <section aria-labelledby="phases-title">
      <h2 id="phases-title">Time for each phase</h2>
      <p class="quiet">
        The mean of the last five attempts that measured the phase. The bar is the time spent, the stroke the
        plan. An attempt in which you wrote for a phase while the clock stood in another did not measure it.
      </p>
      <table class="phase-times">
        <thead>
          <tr>
            <th scope="col">Phase</th>
            <th scope="col">Spent</th>
            <th scope="col">Plan</th>
            <th scope="col">Compared</th>
          </tr>
        </thead>
        <tbody>
          {times.map((time) => (
            <tr key={time.id}>
              <th scope="row" dir="auto">
                {time.title}
              </th>
              <td>{time.spent === null ? 'not measured' : clockText(time.spent)}</td>
              <td>{clockText(time.planned)}</td>
              <td>
                {time.spent !== null && (
                  <>
                    <TimeBar spent={time.spent / longest} planned={time.planned / longest} />
                    {differenceText(time.spent, time.planned)}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Differences below this share of the plan are nothing to work on. */
const close = 0.1

function differenceText(spent: Millis, planned: Millis): string {
  const difference = spent - planned
  if (Math.abs(difference) < planned * close) return 'about the plan'
  return `${clockText(Math.abs(difference))} ${difference > 0 ? 'over' : 'under'}`
}

/** Shares of the longest time. Decorative: the numbers are beside it. */
function TimeBar({ spent, planned }: { readonly spent: number; readonly planned: number }) {
  return (
    <svg
      class="share time-bar"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect width={Math.round(spent * 100)} height="8" />
      <line x1={planned * 100} x2={planned * 100} y1="0" y2="8" />
    </svg>
  )
}
