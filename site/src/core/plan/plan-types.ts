import type { MenuEntry } from '../catalog/catalog.ts'
import type { Track } from '../catalog/track.ts'
import type { Library } from '../model/records.ts'
import type { Instant, Kind } from '../model/types.ts'

/** Something to do on a day of the plan. Minutes are whole. */
export type Task =
  /** A drill, with the time to compare and grade it. */
  | { readonly type: 'drill'; readonly drillId: string; readonly again: boolean; readonly minutes: number }
  /** Cards of criteria that were missed, by their ids. */
  | { readonly type: 'cards'; readonly cards: readonly string[]; readonly minutes: number }
  /** The follow-ups of the newest finished attempt at a drill. */
  | { readonly type: 'second-round'; readonly drillId: string; readonly minutes: number }
  /** Grading a sample answer to a drill that one knows. */
  | { readonly type: 'sample'; readonly drillId: string; readonly minutes: number }

export interface PlannedTask {
  readonly task: Task
  readonly isDone: boolean
}

export interface PlannedDay {
  /** The learner's day: `2026-12-05`. */
  readonly date: string
  readonly minutes: number
  readonly tasks: readonly PlannedTask[]
  /** What was done today without being planned for it; none on other days. */
  readonly beside: readonly Task[]
  readonly isEve: boolean
  /** Its only drill is longer than the minutes of a day. */
  readonly isLong: boolean
}

/** Days on which nothing was done, up to yesterday. */
export interface Missed {
  readonly dates: readonly string[]
  /** What was planned for them. */
  readonly minutes: number
  /** Drills and second rounds that were planned then, are not done, and have no place any more. */
  readonly gone: readonly Exclude<Task, { readonly type: 'cards' | 'sample' }>[]
}

export interface Schedule {
  /** From today to the eve; none from the day of the interview on. */
  readonly days: readonly PlannedDay[]
  /** Drills on the subjects of the interview that were never finished and have no place. */
  readonly left: readonly string[]
  readonly missed: Missed | null
}

export interface PlanInput {
  readonly library: Library
  readonly menu: readonly MenuEntry[]
  readonly tracks: readonly Track[]
  /** Drills that have samples to grade. */
  readonly sampled: readonly string[]
  readonly now: Instant
}

/**
 * Minutes to compare an answer with the model answer and to grade it: about half a minute for each criterion, of which
 * rounds and incidents have some 17 and questions 5.
 */
export const comparing = { round: 10, incident: 10, question: 3 } as const satisfies Record<Kind, number>
/** Minutes to read and grade a sample. */
export const sampleGrading = 8
/** Minutes for a card. */
export const cardMinutes = 1

/** The time that a drill takes with comparing and grading. */
export const lengthOf = ({ kind, minutes }: Pick<MenuEntry, 'kind' | 'minutes'>): number =>
  minutes + comparing[kind]

export const minutesOf = (tasks: readonly Task[]): number =>
  tasks.reduce((sum, { minutes }) => sum + minutes, 0)
