import { useApp } from '../../app/app-context.ts'
import { hoursText } from '../../app/format.ts'
import type { Row } from '../../core/catalog/catalog.ts'
import { totalSpent } from '../../core/model/timer.ts'
import { criterionTrends, meanOver, standing } from '../../core/progress/trends.ts'

/** The learner's overall progress; hidden before the first attempt. */
export function Progress({ rows }: { readonly rows: readonly Row[] }) {
  const { library, session } = useApp()
  if (library.attempts.length === 0) return null
  const now = session.now()
  const done = rows.filter(({ progress }) => progress.finished > 0).length
  const finished = library.attempts.filter(({ finishedAt }) => finishedAt !== null).length
  const spent = library.attempts.reduce((sum, attempt) => sum + totalSpent(attempt, now), 0)
  const trends = criterionTrends(library)
  return (
    <section class="progress" aria-labelledby="progress-title">
      <h2 id="progress-title">So far</h2>
      <dl class="figures">
        <div>
          <dt>Drills run</dt>
          <dd>
            {done} of {rows.length}
          </dd>
        </div>
        <div>
          <dt>Attempts finished</dt>
          <dd>{finished}</dd>
        </div>
        <div>
          <dt>Time spent</dt>
          <dd>{hoursText(spent)}</dd>
        </div>
      </dl>
      {trends.length > 0 && (
        <>
          <h3>General criteria, mean of the last {meanOver} attempts, weakest first</h3>
          <dl class="standing">
            {trends.map((trend) => (
              <div key={trend.id}>
                <dt>{trend.title}</dt>
                <dd>
                  <Share value={standing(trend)} />
                  <span>{Math.round(standing(trend) * 100)} %</span>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  )
}

/** A bar for a share from 0 to 1. Decorative: the number is beside it. */
function Share({ value }: { readonly value: number }) {
  return (
    <svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width={Math.round(value * 100)} height="4" />
    </svg>
  )
}
