import { idWords, titleOf } from '../app/words.ts'
import type { Card } from '../core/records.ts'
import { DueDate } from './due-date.tsx'

interface DueListProps {
  readonly cards: readonly Card[]
  /** Whether each line names its drill. */
  readonly withDrill: boolean
}

/** What is planned, the soonest first, with dates to change. */
export function DueList({ cards, withDrill }: DueListProps) {
  const sorted = [...cards].sort((a, b) => a.memory.due - b.memory.due || (a.id < b.id ? -1 : 1))
  return (
    <ul class="due-list">
      {sorted.map((card) => {
        const what = card.criterion === null ? 'the whole drill' : idWords(card.criterion)
        const words = withDrill ? `${titleOf(card.drillId)}: ${what}` : idWords(what)
        return (
          <li key={card.id}>
            <span>{words}</span>
            <DueDate card={card} label={words} />
          </li>
        )
      })}
    </ul>
  )
}
