import type { Attempt, Grade, Instant, Timer } from './types.ts'

/** Everything the learner owns. Held in memory as a whole and saved in changes. */
export interface Library {
  readonly attempts: readonly Attempt[]
  readonly cards: readonly Card[]
  readonly reviews: readonly Review[]
  readonly samples: readonly SampleGrading[]
  readonly settings: Settings
}

/** The parts of a library that are lists of records, each with an id. */
export const collections = ['attempts', 'cards', 'reviews', 'samples'] as const
export type Collection = (typeof collections)[number]

/** A drill to repeat, or a criterion missed in it. */
export interface Card {
  /** `cardId(drillId, criterion)`. */
  readonly id: string
  readonly drillId: string
  /** Null for the drill as a whole. */
  readonly criterion: string | null
  readonly memory: Memory
  /** When it was last reviewed or its due date last changed. */
  readonly updatedAt: Instant
}

/** The complete FSRS card, with timestamps instead of dates. */
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

/** An entry of the review log. `before` allows replay, undo and fitting the scheduler. */
export interface Review {
  readonly id: string
  readonly cardId: string
  /** The rated attempt; null when the card was reviewed on its own. */
  readonly attemptId: string | null
  readonly at: Instant
  readonly rating: Rating
  readonly before: Memory
}

/** A sample answer that the learner has graded, to compare with the verdicts that it was published with. */
export interface SampleGrading {
  /** `<drill>/<sample>@<time>`. */
  readonly id: string
  readonly drillId: string
  /** The name of the sample among those of its drill. */
  readonly sample: string
  readonly at: Instant
  /** The learner's grades by criterion id. */
  readonly grades: Readonly<Record<string, Grade>>
  /** The published verdicts by criterion id, at that time. */
  readonly given: Readonly<Record<string, Grade>>
}

export const sampleGradingId = ({
  drillId,
  sample,
  at,
}: Omit<SampleGrading, 'id' | 'grades' | 'given'>): string => `${drillId}/${sample}@${at}`

/** What the learner prepares for. */
export interface Plan {
  /** The day of the interview, in the learner's time zone: `2026-12-07`. */
  readonly date: string
  /** Minutes that each day has for practice, 5 to 720. */
  readonly minutes: number
  /** Categories that the interview is about; none for all. */
  readonly roles: readonly string[]
  /** The track whose drills come first; null for none. */
  readonly track: string | null
  /** When it was made. Days before are no missed days. */
  readonly since: Instant
}

export interface Settings {
  /** The timer of new attempts. */
  readonly timer: Timer
  /** Hides the clock; time still counts and is announced. */
  readonly timerHidden: boolean
  /** Announces half time, the last minute and the end. */
  readonly announcements: boolean
  /** Sounds at the end of a phase. */
  readonly sound: boolean
  /** Enables keys without modifiers outside text areas (WCAG 2.1.4 requires a way to turn them off). */
  readonly shortcuts: boolean
  /** The hour at which a day begins, 0 to 12. */
  readonly dayStart: number
  /** Null until a date is set. */
  readonly plan: Plan | null
  /** The track that was begun last and is followed without a plan, too; null for none. */
  readonly track: string | null
  /** How much space recordings may take, in megabytes. */
  readonly recordingSpace: number
  readonly theme: 'auto' | 'light' | 'dark'
  /** The last package version seen, for `upgradeReport`; null on the first visit. */
  readonly seenVersion: string | null
  readonly updatedAt: Instant
}

export const defaultSettings: Settings = {
  timer: { on: true, factor: 1 },
  timerHidden: false,
  announcements: true,
  sound: false,
  shortcuts: true,
  dayStart: 4,
  plan: null,
  track: null,
  recordingSpace: 200,
  theme: 'auto',
  seenVersion: null,
  updatedAt: 0,
}

export const emptyLibrary: Library = {
  attempts: [],
  cards: [],
  reviews: [],
  samples: [],
  settings: defaultSettings,
}
