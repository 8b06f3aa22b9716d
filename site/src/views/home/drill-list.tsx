import { useApp } from '../../app/app-context.ts'
import { dueText, idLabel, kindLabels } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { firstDue, type Row } from '../../core/catalog/catalog.ts'
import { fold } from '../../core/catalog/fold.ts'
import { more, plural } from '../../core/model/plural.ts'
import { stageWords } from '../../core/model/stage-words.ts'
import type { Instant } from '../../core/model/types.ts'

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

interface DrillRowProps {
  readonly row: Row
  readonly now: Instant
  readonly withKind: boolean
}

function DrillRow({ row, now, withKind }: DrillRowProps) {
  const { dayStart } = useApp().library.settings
  const { entry, progress } = row
  const { id, title, kind, minutes, difficulty, categories, status } = entry
  const due = firstDue(progress)
  const facts = [
    ...(withKind ? [kindLabels[kind]] : []),
    idLabel(difficulty),
    categories.map(idLabel).join(', '),
  ]
  return (
    <li>
      <div class="drill-name">
        <a href={href('drill', id)}>{title}</a>
        {status === 'deprecated' && <span class="tag">being replaced</span>}
      </div>
      <p class="facts">
        <b>{minutes} min</b> · {facts.join(' · ')}
      </p>
      <p class="drill-state">
        {progress.open && <span class="open">{stageWords[progress.open.stage]}</span>}
        {progress.last && (
          <a href={href('history', id)}>
            {progress.last.score ? `${progress.last.score.total} of 100` : 'not graded'},{' '}
            {plural(progress.attempts, 'attempt')}
            <span class="visually-hidden"> at {title}: history</span>
          </a>
        )}
        {due !== null && (
          <span class={due <= now ? 'due' : ''}>
            {due !== progress.due && 'card '}
            {dueText(due, now, dayStart)}
          </span>
        )}
      </p>
    </li>
  )
}
