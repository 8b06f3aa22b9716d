import { useApp } from '../../app/app-context.ts'
import { dateTimeText, plural } from '../../app/format.ts'
import { href, navigate, type PageProps } from '../../app/router.ts'
import { type Comparison, compareAttempts } from '../../core/compare.ts'
import { attemptsAt, hidesEarlierAttempts } from '../../core/progress.ts'
import type { Attempt } from '../../core/types.ts'
import { HiddenAttempt } from '../shared/hidden-attempt.tsx'
import { NotFound } from '../shared/not-found.tsx'
import { PageTitle } from '../shared/page-title.tsx'
import { ComparedTexts, ComparisonTables } from './comparison.tsx'

export function ComparePage({ args: [firstId, secondId] }: PageProps) {
  const { library, session } = useApp()
  const find = (id: string | undefined): Attempt | undefined =>
    library.attempts.find((attempt) => attempt.id === id)
  const [first, second] = [find(firstId), find(secondId)]
  if (!first || !second) return <NotFound />
  if (hidesEarlierAttempts(library, first.drillId)) return <HiddenAttempt attempt={first} />
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
