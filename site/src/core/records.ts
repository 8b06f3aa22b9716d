import type { Attempt, Instant, Timer } from './types.ts'

/** Everything that the learner owns. It is held in memory whole and saved by changes. */
export interface Library {
  readonly attempts: readonly Attempt[]
  readonly cards: readonly Card[]
  readonly reviews: readonly Review[]
  readonly settings: Settings
}

/** What to write and to remove, in one transaction. Records replace those of the same id. */
export interface Change {
  readonly attempts?: readonly Attempt[]
  readonly cards?: readonly Card[]
  readonly reviews?: readonly Review[]
  readonly settings?: Settings
  readonly removed?: {
    readonly attempts?: readonly string[]
    readonly cards?: readonly string[]
    readonly reviews?: readonly string[]
  }
}

/** Something to repeat: a drill, or one criterion that was missed in it. */
export interface Card {
  /** `cardId` of the two below. */
  readonly id: string
  readonly drillId: string
  /** Null for the drill as a whole. */
  readonly criterion: string | null
  readonly memory: Memory
  /** When it was last reviewed or its due date was last changed. */
  readonly updatedAt: Instant
}

/** The whole card of FSRS, with instants instead of dates. */
export interface Memory {
  readonly due: Instant
  readonly stability: number
  readonly difficulty: number
  readonly elapsedDays: number
  readonly scheduledDays: number
  readonly learningSteps: number
  readonly reps: number
  readonly lapses: number
  /** New, learning, review, relearning. */
  readonly state: 0 | 1 | 2 | 3
  readonly lastReview: Instant | null
}

/** Again, hard, good, easy. */
export type Rating = 1 | 2 | 3 | 4

/** One entry of the review log; with `before` it can be replayed, undone, and used to fit the scheduler. */
export interface Review {
  readonly id: string
  readonly cardId: string
  /** The attempt that was rated; null when a card was reviewed on its own. */
  readonly attemptId: string | null
  readonly at: Instant
  readonly rating: Rating
  readonly before: Memory
}

export interface Settings {
  /** What new attempts start with. */
  readonly timer: Timer
  /** The clock is not shown; it counts and announces all the same. */
  readonly timerHidden: boolean
  /** Half time, last minute and end are told to screen readers. */
  readonly announcements: boolean
  /** Keys without a modifier do something outside text areas (WCAG 2.1.4 asks for a way to turn them off). */
  readonly shortcuts: boolean
  readonly theme: 'auto' | 'light' | 'dark'
  /** The version of the package that was last seen, for `upgradeReport`; null at the first visit. */
  readonly seenVersion: string | null
  readonly updatedAt: Instant
}

export const defaultSettings: Settings = {
  timer: { on: true, factor: 1 },
  timerHidden: false,
  announcements: true,
  shortcuts: true,
  theme: 'auto',
  seenVersion: null,
  updatedAt: 0,
}

export const emptyLibrary: Library = { attempts: [], cards: [], reviews: [], settings: defaultSettings }

interface Identified {
  readonly id: string
}

const ids = (items: readonly Identified[]): readonly string[] => items.map(({ id }) => id)

function replaced<Item extends Identified>(
  before: readonly Item[],
  put: readonly Item[] = [],
  removed: readonly string[] = [],
): readonly Item[] {
  if (put.length === 0 && removed.length === 0) return before
  const items = new Map(before.map((item) => [item.id, item]))
  for (const id of removed) items.delete(id)
  for (const item of put) items.set(item.id, item)
  return [...items.values()]
}

/** The change that removes every record of a library. */
export const removeAll = ({ attempts, cards, reviews }: Library): Change => ({
  removed: { attempts: ids(attempts), cards: ids(cards), reviews: ids(reviews) },
})

/** The library after a change. Removals come first. */
export const applyChange = (library: Library, change: Change): Library => ({
  attempts: replaced(library.attempts, change.attempts, change.removed?.attempts),
  cards: replaced(library.cards, change.cards, change.removed?.cards),
  reviews: replaced(library.reviews, change.reviews, change.removed?.reviews),
  settings: change.settings ?? library.settings,
})
