import { idLabel, kindLabels } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import type { Row } from '../../core/catalog/catalog.ts'
import { plural } from '../../core/model/plural.ts'
import { stageWords } from '../../core/model/stage-words.ts'
import type { Instant } from '../../core/model/types.ts'
import { DueBadge } from './due-badge.tsx'

interface DrillRowProps {
  readonly row: Row
  readonly now: Instant
  readonly withKind: boolean
  /** Whether it is the one to take next. */
  readonly isNext?: boolean
}

/** A drill in a list, with its facts and how far the learner is with it. */
export function DrillRow({ row, now, withKind, isNext = false }: DrillRowProps) {
  const { entry, progress } = row
  const { id, title, kind, minutes, difficulty, categories, status } = entry
  const facts = [
    ...(withKind ? [kindLabels[kind]] : []),
    idLabel(difficulty),
    categories.map(idLabel).join(', '),
  ]
  return (
    <li {...(isNext ? { 'aria-current': 'step' as const } : {})}>
      <div class="drill-name">
        <a href={href('drill', id)}>{title}</a> {isNext && <span class="tag next">next</span>}
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
        <DueBadge row={row} now={now} />
      </p>
    </li>
  )
}
