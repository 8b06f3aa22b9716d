import { useApp } from '../../app/app-context.ts'
import { dateTimeText } from '../../app/format.ts'
import { href, navigate, type PageProps } from '../../app/router.ts'
import { type Comparison, compareAttempts } from '../../core/grading/compare.ts'
import { attemptsAt, hidesEarlierAttempts } from '../../core/model/library.ts'
import { plural } from '../../core/model/plural.ts'
import type { Attempt } from '../../core/model/types.ts'
import { HiddenAttempt } from '../shared/hidden-attempt.tsx'
import { MissingAttempt } from '../shared/missing-attempt.tsx'
import { PageTitle } from '../shared/page-title.tsx'
import { ComparedTexts, ComparisonTables } from './comparison.tsx'

export function ComparePage({ args: [firstId, secondId] }: PageProps) {
  const { library, session } = useApp()
  const find = (id: string | undefined): Attempt | undefined =>
    library.attempts.find((attempt) => attempt.id === id)
  const [first, second] = [find(firstId), find(secondId)]
  const known = first ?? second
  if (!first || !second) {
    return <MissingAttempt title="No two attempts" {...(known ? { drillId: known.drillId } : {})} />
  }
  for (const attempt of [first, second])
    if (hidesEarlierAttempts(library, attempt.drillId)) return <HiddenAttempt attempt={attempt} />
  if (first.drillId !== second.drillId) return <DifferentDrills attempts={[first, second]} />
  const attempts = attemptsAt(library, first.drillId)
  const choose = (a: string, b: string): void => navigate(href('compare', a, b), true)
  const comparison = compareAttempts(first, second, session.now())
  const { scores } = comparison
  return (
    <>
      <PageTitle title={`Two attempts: ${second.title}`}>
        <small class="over-title">Two attempts</small> {second.title}
      </PageTitle>
      <div class="choices attempts-compared">
        <AttemptSelect
          label="First"
          value={first.id}
          attempts={attempts}
          onChange={(id) => choose(id, second.id)}
        />
        <AttemptSelect
          label="Second"
          value={second.id}
          attempts={attempts}
          onChange={(id) => choose(first.id, id)}
        />
      </div>
      <p class="lead">{scores ? gainText(scores) : 'At least one of the two is not graded.'}</p>
      <ComparisonTables comparison={comparison} />
      <ComparedTexts comparison={comparison} />
      <p>
        <a href={href('history', second.drillId)}>All attempts at this drill</a>
      </p>
    </>
  )
}

/** Attempts at two drills have nothing to compare. */
function DifferentDrills({ attempts }: { readonly attempts: readonly Attempt[] }) {
  return (
    <>
      <PageTitle title="Attempts at two drills" />
      <p>These two attempts are at different drills, so there is nothing to compare.</p>
      <ul>
        {attempts.map(({ id, drillId, title }) => (
          <li key={id}>
            <a href={href('history', drillId)}>History of {title}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function gainText({ first, second }: NonNullable<Comparison['scores']>): string {
  const gain = second.total - first.total
  const words = gain === 0 ? 'the same' : `${gain > 0 ? '+' : '−'}${plural(Math.abs(gain), 'point')}`
  return `From ${first.total} to ${second.total} of 100: ${words}.`
}

interface AttemptSelectProps {
  readonly label: string
  readonly value: string
  readonly attempts: readonly Attempt[]
  readonly onChange: (id: string) => void
}

function AttemptSelect({ label, value, attempts, onChange }: AttemptSelectProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {attempts.map(({ id, createdAt }) => (
          <option key={id} value={id}>
            {dateTimeText(createdAt)}
          </option>
        ))}
      </select>
    </label>
  )
}
