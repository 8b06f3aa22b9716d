import { catalog } from 'audio-text-drills/catalog'
import { useApp } from '../../app/context.tsx'
import { href } from '../../app/router.ts'

/** Attempts at drills that are no longer published: they can be read as long as they are here. */
export function GoneWork() {
  const { library } = useApp()
  const published = new Set(catalog.map(({ id }) => id))
  const gone = new Map(
    library.attempts
      .filter(({ drillId }) => !published.has(drillId))
      .map(({ drillId, title }) => [drillId, title]),
  )
  if (gone.size === 0) return null
  return (
    <section class="drill-group">
      <h3>Your work on drills that are gone</h3>
      <ul class="drill-list">
        {[...gone].map(([id, title]) => (
          <li key={id}>
            <a href={href('history', id)}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
