import { useEffect, useRef } from 'preact/hooks'
import { gradeOf } from '../../core/grading/score.ts'
import { plural } from '../../core/model/plural.ts'
import type { Attempt, GradedCriterion } from '../../core/model/types.ts'
import { centre } from '../../platform/centre.ts'
import { GradeSign } from '../shared/grade-sign.tsx'
import { lastStep } from './steps.ts'

interface CriteriaMapProps {
  readonly attempt: Attempt
  readonly current: string
  /** Whether it is on the screen, and not in a tab that is closed. */
  readonly isShown: boolean
  readonly onOpen: (step: string) => void
}

/** Where the keys lead in the map. */
function target(key: string, index: number, count: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(count - 1, index + 1)
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, index - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/** Moves the focus along the map: it is one stop for Tab. */
function press(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const steps = [...event.currentTarget.querySelectorAll<HTMLElement>('.map-step')]
  const index = steps.findIndex((step) => step.matches(':focus'))
  const next = index < 0 ? null : target(event.key, index, steps.length)
  if (next === null || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  steps[next]?.focus()
}

const stepProps = (isCurrent: boolean) =>
  isCurrent ? { tabIndex: 0, 'aria-current': 'step' as const } : { tabIndex: -1 }

/** All criteria with their grades, to jump with: the drill's first, then the general ones, and what comes last. */
export function CriteriaMap({ attempt, current, isShown, onOpen }: CriteriaMapProps) {
  const of = (wanted: GradedCriterion['scope']) => attempt.criteria.filter(({ scope }) => scope === wanted)
  const flags = attempt.redFlags.length
  const map = useRef<HTMLDivElement>(null)
  // A narrow screen shows one line of it, a low one some of its lines; only they may scroll, not the page.
  useEffect(() => {
    if (isShown) centre(map.current, map.current?.querySelector<HTMLElement>('[aria-current]'))
  }, [current, isShown])
  return (
    <div ref={map} class="criteria-map" role="toolbar" aria-label="Criteria" onKeyDown={press}>
      <Group title="Of this drill" criteria={of('drill')} {...{ attempt, current, onOpen }} />
      <Group title="General" criteria={of('general')} {...{ attempt, current, onOpen }} />
      <button
        type="button"
        class="map-step map-last"
        {...stepProps(current === lastStep)}
        onClick={() => onOpen(lastStep)}
      >
        Red flags and note{flags > 0 && <small> {plural(flags, 'flag')}</small>}
      </button>
    </div>
  )
}

interface GroupProps extends Omit<CriteriaMapProps, 'isShown'> {
  readonly title: string
  readonly criteria: readonly GradedCriterion[]
}

function Group({ title, criteria, attempt, current, onOpen }: GroupProps) {
  if (criteria.length === 0) return null
  return (
    <>
      <p class="map-title">{title}</p>
      <ol>
        {criteria.map((criterion) => (
          <li key={criterion.id}>
            <button
              type="button"
              class="map-step"
              data-criterion={criterion.id}
              title={criterion.title}
              {...stepProps(current === criterion.id)}
              onClick={() => onOpen(criterion.id)}
            >
              <span class="map-number">{attempt.criteria.indexOf(criterion) + 1}</span>
              <span class="map-name">{criterion.title}</span>
              <GradeSign grade={gradeOf(attempt, criterion.id) ?? null} />
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}
