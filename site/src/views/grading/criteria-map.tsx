import { useEffect, useRef } from 'preact/hooks'
import { plural } from '../../app/format.ts'
import { gradeOf } from '../../core/grading/score.ts'
import type { Attempt, GradedCriterion } from '../../core/model/types.ts'
import { GradeSign } from '../shared/grade-sign.tsx'
import { lastStep } from './steps.ts'

interface CriteriaMapProps {
  readonly attempt: Attempt
  readonly current: string
  readonly onOpen: (step: string) => void
}

/** All criteria with their grades, to jump with: the drill's first, then the general ones, and what comes last. */
export function CriteriaMap({ attempt, current, onOpen }: CriteriaMapProps) {
  const of = (wanted: GradedCriterion['scope']) => attempt.criteria.filter(({ scope }) => scope === wanted)
  const flags = attempt.redFlags.length
  const map = useRef<HTMLElement>(null)
  useEffect(() => {
    // A narrow screen shows one line of it; only that may scroll, not the page.
    const step = map.current?.querySelector<HTMLElement>('[aria-current]')
    if (map.current && step)
      map.current.scrollLeft = step.offsetLeft - (map.current.clientWidth - step.offsetWidth) / 2
  }, [current])
  return (
    <nav ref={map} class="criteria-map" aria-label="Criteria">
      <Group title="Of this drill" criteria={of('drill')} {...{ attempt, current, onOpen }} />
      <Group title="General" criteria={of('general')} {...{ attempt, current, onOpen }} />
      <button
        type="button"
        class="map-step map-last"
        {...(current === lastStep ? { 'aria-current': 'step' as const } : {})}
        onClick={() => onOpen(lastStep)}
      >
        Red flags and note{flags > 0 && <small> {plural(flags, 'flag')}</small>}
      </button>
    </nav>
  )
}

interface GroupProps extends CriteriaMapProps {
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
              {...(current === criterion.id ? { 'aria-current': 'step' as const } : {})}
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
