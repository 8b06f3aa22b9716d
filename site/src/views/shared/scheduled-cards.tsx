import { useApp } from '../../app/app-context.ts'
import { dueText, idLabel, titleOf } from '../../app/format.ts'
import { capitalise } from '../../core/model/capitalise.ts'
import { dateOf, noonOf } from '../../core/model/day.ts'
import { hidesEarlierAttempts } from '../../core/model/library.ts'
import type { Card } from '../../core/model/records.ts'
import { criterionTitle } from '../../core/progress/progress.ts'
import { moveDue } from '../../core/schedule/cards.ts'

interface ScheduledCardsProps {
  readonly cards: readonly Card[]
  /** Whether each row names its drill. */
  readonly withDrill: boolean
}

/** Rows beyond this number are collapsed. */
const most = 10

/** Cards by due date, soonest first, with editable dates. */
export function ScheduledCards({ cards, withDrill }: ScheduledCardsProps) {
  const sorted = [...cards].sort((a, b) => a.memory.due - b.memory.due || (a.id < b.id ? -1 : 1))
  const later = sorted.slice(most)
  return (
    <>
      <CardLines cards={sorted.slice(0, most)} withDrill={withDrill} />
      {later.length > 0 && (
        <details>
          <summary>{later.length} more, later</summary>
          <CardLines cards={later} withDrill={withDrill} />
        </details>
      )}
    </>
  )
}

function CardLines({ cards, withDrill }: ScheduledCardsProps) {
  const { library } = useApp()
  return (
    <ul class="due-list">
      {cards.map((card) => {
        const { criterion } = card
        // Titles of criteria give the answer away while a fresh attempt is open.
        const what =
          criterion === null
            ? 'the whole drill'
            : hidesEarlierAttempts(library, card.drillId)
              ? 'a criterion'
              : (criterionTitle(library, card) ?? idLabel(criterion))
        const words = withDrill ? `${titleOf(card.drillId)}: ${what}` : capitalise(what)
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

interface DueDateProps {
  readonly card: Card
  /** What is due, for screen readers. */
  readonly label: string
}

/** When a card is due, as a date that one can change. */
export function DueDate({ card, label }: DueDateProps) {
  const { library, session } = useApp()
  const now = session.now()
  const { due } = card.memory
  const { dayStart } = library.settings
  const date = dateOf(due, dayStart)
  const change = (value: string): void => {
    // A year being typed is briefly below 1970.
    const noon = noonOf(value)
    if (noon !== null && value !== date) session.commit({ cards: [moveDue(card, noon, session.now())] })
  }
  return (
    <span class="due-date">
      <input
        type="date"
        aria-label={`Due date: ${label}`}
        value={date}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
      <span class={due <= now ? 'due' : 'quiet'}>{dueText(due, now, dayStart)}</span>
    </span>
  )
}
