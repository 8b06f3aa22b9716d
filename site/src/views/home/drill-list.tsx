import type { Row } from '../../core/catalog/catalog.ts'
import { fold } from '../../core/catalog/fold.ts'
import { more } from '../../core/model/plural.ts'
import type { Instant } from '../../core/model/types.ts'
import { DrillRow } from '../shared/drill-row.tsx'

interface DrillListProps {
  readonly title: string
  readonly rows: readonly Row[]
  readonly now: Instant
  /** Whether each row shows the kind: true where the title doesn't. */
  readonly withKind: boolean
}

/** A list of drills. It leaves out topics and components, because they hint at the answers. */
export function DrillList({ title, rows, now, withKind }: DrillListProps) {
  if (rows.length === 0) return null
  const { shown, rest } = fold(rows)
  const list = (some: readonly Row[]) => (
    <ol class="drill-list">
      {some.map((row) => (
        <DrillRow key={row.entry.id} row={row} now={now} withKind={withKind} />
      ))}
    </ol>
  )
  return (
    <section class="drill-group">
      <h3>
        {title} <small>{rows.length}</small>
      </h3>
      {list(shown)}
      {rest.length > 0 && (
        <details>
          <summary>{more(rest.length, 'drill')}</summary>
          {list(rest)}
        </details>
      )}
    </section>
  )
}
