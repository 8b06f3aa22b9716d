import { useApp } from '../../app/app-context.ts'
import { capitalise, dueText, idLabel, titleOf } from '../../app/format.ts'
import { moveDue } from '../../core/cards.ts'
import { criterionTitle } from '../../core/progress.ts'
import type { Card } from '../../core/records.ts'
import type { Instant } from '../../core/types.ts'

interface ScheduledCardsProps {
  readonly cards: readonly Card[]
  /** Whether each line names its drill. */
  readonly withDrill: boolean
}

/** More lines than these are folded away. */
const most = 10

/** What is planned, the soonest first, with dates to change. */
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
        const what =
          criterion === null ? 'the whole drill' : (criterionTitle(library, card) ?? idLabel(criterion))
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

/** The learner's day as a date field has it. */
const fieldDate = (at: Instant): string => {
  const day = new Date(at)
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** The beginning of the day that a date field holds; null when it is empty or half typed. */
function dayOf(value: string): Instant | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)
  if (!match) return null
  const at = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3])).getTime()
  // Years before 1970 are what a half-typed year looks like.
  return Number.isFinite(at) && at >= 0 ? at : null
}

interface DueDateProps {
  readonly card: Card
  /** What is due, for those who don't see the line it stands in. */
  readonly label: string
}

/** When a card is due, to be changed. */
function DueDate({ card, label }: DueDateProps) {
  const { session } = useApp()
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
      <span class={due <= now ? 'due' : 'quiet'}>{dueText(due, now)}</span>
    </span>
  )
}
