import { useApp } from '../../app/context.tsx'
import { idWords, sentence, titleOf } from '../../app/words.ts'
import { criterionTitle } from '../../core/progress.ts'
import type { Card } from '../../core/records.ts'
import { DueDate } from './due-date.tsx'

interface DueListProps {
  readonly cards: readonly Card[]
  /** Whether each line names its drill. */
  readonly withDrill: boolean
}

/** More lines than these are folded away. */
const most = 10

/** What is planned, the soonest first, with dates to change. */
export function DueList({ cards, withDrill }: DueListProps) {
  const sorted = [...cards].sort((a, b) => a.memory.due - b.memory.due || (a.id < b.id ? -1 : 1))
  const later = sorted.slice(most)
  return (
    <>
      <DueLines cards={sorted.slice(0, most)} withDrill={withDrill} />
      {later.length > 0 && (
        <details>
          <summary>{later.length} more, later</summary>
          <DueLines cards={later} withDrill={withDrill} />
        </details>
      )}
    </>
  )
}

function DueLines({ cards, withDrill }: DueListProps) {
  const { library } = useApp()
  return (
    <ul class="due-list">
      {cards.map((card) => {
        const { criterion } = card
        const what =
          criterion === null ? 'the whole drill' : (criterionTitle(library, card) ?? idWords(criterion))
        const words = withDrill ? `${titleOf(card.drillId)}: ${what}` : sentence(what)
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
