import { useApp } from '../../app/context.tsx'
import { dueText } from '../../app/words.ts'
import { moveDue } from '../../core/cards.ts'
import type { Card } from '../../core/records.ts'
import type { Instant } from '../../core/types.ts'

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
export function DueDate({ card, label }: DueDateProps) {
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
