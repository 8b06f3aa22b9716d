import { dateText } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { markWords } from '../../core/grading/mark.ts'
import type { Apart, ApartAttempt } from '../../core/progress/trends.ts'

const reasons: Readonly<Record<Apart, string>> = {
  ...markWords,
  'revealed-first': 'the answer was revealed before writing',
}

/** Attempts whose grades say little. */
export function ApartList({ apart }: { readonly apart: readonly ApartAttempt[] }) {
  if (apart.length === 0) return null
  return (
    <section aria-labelledby="apart-title">
      <h2 id="apart-title">Not counted above</h2>
      <p class="quiet">Good practice all the same, but their scores say little about what you can do.</p>
      <ul class="history">
        {apart.map(({ attempt, reason }) => (
          <li key={attempt.id}>
            <a href={href('attempt', attempt.id)} dir="auto">
              {attempt.title}
            </a>
            <span>{dateText(attempt.finishedAt ?? attempt.createdAt)}</span>
            <span class="quiet">{reasons[reason]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
