import { clockText } from '../../core/model/duration.ts'
import { differenceText, type PhaseTime } from '../../core/progress/phase-times.ts'

/** The time that each phase takes, beside its plan. */
export function PhaseTimes({ times }: { readonly times: readonly PhaseTime[] }) {
  if (times.length === 0) return null
  const longest = Math.max(...times.flatMap(({ spent, planned }) => [spent ?? 0, planned]), 1)
  return (
    <section aria-labelledby="phases-title">
      <h2 id="phases-title">Time for each phase</h2>
      <p class="quiet">
        The mean of the last five attempts that measured the phase. The bar is the time spent, the stroke the
        plan. An attempt that is set apart did not measure it, nor one in which you did nothing for it, or
        wrote for it while the clock stood in another.
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
