import { useApp } from '../app/context.tsx'
import { standingOf } from '../app/standing.ts'
import { hoursText } from '../app/words.ts'
import type { Row } from '../core/catalog.ts'
import { spentAltogether } from '../core/timer.ts'

/** Where the learner stands, at a glance; nothing before the first attempt. */
export function Progress({ rows }: { readonly rows: readonly Row[] }) {
  const { library, session } = useApp()
  if (library.attempts.length === 0) return null
  const now = session.now()
  const done = rows.filter(({ progress }) => progress.finished > 0).length
  const finished = library.attempts.filter(({ finishedAt }) => finishedAt !== null).length
  const spent = library.attempts.reduce((sum, attempt) => sum + spentAltogether(attempt, now), 0)
  const standing = standingOf(library)
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
          <dt>Time at work</dt>
          <dd>{hoursText(spent)}</dd>
        </div>
      </dl>
      {standing.length > 0 && (
        <>
          <h3>Criteria in your last attempts, weakest first</h3>
          <dl class="standing">
            {standing.map(({ id, title, share }) => (
              <div key={id}>
                <dt>{title}</dt>
                <dd>
                  <meter min={0} max={1} value={share} aria-label={title}>
                    {Math.round(share * 100)} %
                  </meter>
                  <span>{Math.round(share * 100)} %</span>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  )
}
