import { useApp } from '../../app/app-context.ts'
import { capitalise, dueText, idLabel, titleOf } from '../../app/format.ts'
import { moveDue } from '../../core/cards.ts'
import { criterionTitle, hidesEarlierAttempts } from '../../core/progress.ts'
import type { Card } from '../../core/records.ts'
import type { Instant } from '../../core/types.ts'

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

const two = (value: number): string => String(value).padStart(2, '0')

/** The local date in the format of a date field. */
const fieldDate = (at: Instant): string => {
  const day = new Date(at)
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** The local midnight of the date in a date field; null when the date is incomplete. */
function dayOf(value: string): Instant | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)
  if (!match) return null
  const at = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3])).getTime()
  // A year being typed is briefly below 1970.
  return Number.isFinite(at) && at >= 0 ? at : null
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
  const change = (value: string): void => {
    const day = dayOf(value)
    if (day !== null && fieldDate(day) !== fieldDate(due))
      session.commit({ cards: [moveDue(card, day, session.now())] })
  }
  return (
    <span class="due-date">
      <input
        type="date"
        aria-label={`Due date: ${label}`}
        value={fieldDate(due)}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
      <span class={due <= now ? 'due' : 'quiet'}>{dueText(due, now, library.settings.dayStart)}</span>
    </span>
  )
}
