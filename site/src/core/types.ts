/**
 * An attempt at a drill, and everything that can happen to it.
 *
 *     createAttempt ──▶ ready ──start──▶ writing ──reveal──▶ comparing ──finish──▶ finished
 *                         │                 │                    ▲                    │
 *                         ├─────reveal──────┼────────────────────┤◀──────reopen───────┘  (when it was revealed)
 *                         └─────finish──────┴──▶ finished        (giving up is allowed: nothing is graded then)
 *
 * The stage is not stored: `stageOf` reads it off `startedAt`, `revealedAt` and `finishedAt`. A reopened
 * attempt returns to the stage that it was finished from.
 *
 * | stage     | what the reducer accepts                                                     |
 * |-----------|------------------------------------------------------------------------------|
 * | ready     | everything but `grade`, `flag`; the clock stands still until `start`         |
 * | writing   | everything but `start`, `grade`, `flag`                                      |
 * | comparing | everything but `reveal`; `start` when it was skipped; the clock stands still until then or `resume` |
 * | finished  | `note`, `discard` and `reopen` only                                          |
 *
 * `reopen` is for finished attempts only, `resume` for attempts that were started.
 *
 * An action that is not accepted, or that changes nothing, gives back the very same attempt (compare with
 * `===` to know whether there is something to save). No action throws.
 *
 * Nothing happens by itself: there is no tick. Time is a function of the stored state and the present instant
 * (`remaining`, `spentIn`), so a phase that runs out goes into overtime until the learner does something.
 *
 * Every action carries its own instant. Instants before the attempt's `updatedAt` are taken as `updatedAt`,
 * so a system clock that is set back does no harm. A `pause` may be dated back to the last sign of life after
 * a crash or a night with the lid closed: `{ type: 'pause', at: attempt.updatedAt }` leaves the absence out
 * of the time spent.
 */
export interface Attempt {
  /** Made by the platform, such as a UUID. Permanent: it is what imports are merged by. */
  readonly id: string
  /** Renamed ids are followed by `upgradeLibrary`. */
  readonly drillId: string
  readonly kind: Kind
  /** As it was at the start, so that the attempt stays readable when the drill is gone. */
  readonly title: string
  /** Of the drill at the start: `changesSince` compares them with those of today. */
  readonly digests: Digests
  /** The version of the package at the start. */
  readonly packageVersion: string
  readonly createdAt: Instant
  /** When the clock was first started. */
  readonly startedAt: Instant | null
  /** When the last action was applied. */
  readonly updatedAt: Instant
  /** Grows by one with every action that changes something; 0 is an attempt that needn't be stored yet. */
  readonly revision: number
  /**
   * At least one. Rounds and incidents take them from the practice loop, a question has one without a limit.
   */
  readonly phases: readonly PhaseRun[]
  /** The id of the phase that the clock measures, one of `phases`. */
  readonly phase: string
  /** The text areas, in the order of the practice loop; a question has one, `wholeAnswer`. */
  readonly fields: readonly Field[]
  /** What was written, by the id of the field; a field without text is absent. */
  readonly texts: Readonly<Record<string, Text>>
  readonly clock: Clock
  readonly timer: Timer
  /** When the answer was first revealed. */
  readonly revealedAt: Instant | null
  /** The answer was revealed while every field was blank. It stands beside the score. */
  readonly revealedBeforeWriting: boolean
  /** Something was written after the answer was revealed. It stands beside the score. */
  readonly editedAfterReveal: boolean
  /** What is graded, with the weights of the start: an old score keeps its meaning. */
  readonly criteria: readonly GradedCriterion[]
  /** The learner's own, by the id of the criterion; a criterion without grade is absent. */
  readonly grades: Readonly<Record<string, Grade>>
  /** Those that the learner has ticked as “my answer did this”. */
  readonly redFlags: readonly TickedFlag[]
  readonly note: Text
  readonly finishedAt: Instant | null
}

/** Milliseconds since the epoch, a whole number of at least 0. */
export type Instant = number
/** A length of time in milliseconds; negative where overtime is told. */
export type Millis = number
export type Kind = 'round' | 'incident' | 'question'
export type Stage = 'ready' | 'writing' | 'comparing' | 'finished'
export type Grade = 'met' | 'partly' | 'not'

export interface Digests {
  readonly prompt: string
  readonly text: string
  readonly substance: string
}

/** A phase of the practice loop as this attempt runs it. */
export interface PhaseRun {
  readonly id: string
  readonly title: string
  /** The length that the practice loop gives; null for no limit. */
  readonly planned: Millis | null
  /** What was added by `extend`. */
  readonly extra: Millis
  /**
   * Time spent up to `clock.since`, or altogether while the clock stands. Also counted while the timer is
   * off.
   */
  readonly spent: Millis
}

/** A text area. */
export interface Field {
  readonly id: string
  readonly title: string
  /** The id of the phase in which it is written. Nothing is locked: it can be written in any phase. */
  readonly phase: string
}

/** A text that is never lost. */
export interface Text {
  readonly value: string
  readonly changedAt: Instant
  /**
   * Other versions that an import brought along and that `value` doesn't contain, longest first; mostly
   * empty.
   */
  readonly kept: readonly string[]
}

/**
 * Whether time is counted, and from when. While it runs, the phase's deadline is the absolute instant
 * `since + limit − spent` (`deadlineOf`), so neither reload nor sleep nor a throttled tab can shift it.
 */
export type Clock = { readonly running: true; readonly since: Instant } | { readonly running: false }

/** How time is limited; counting goes on without a limit too. */
export interface Timer {
  /** Off: no limit, nothing is announced. */
  readonly on: boolean
  /** Stretches every planned length: 0.5 is half the time, 10 is ten times the time. From 0.5 to 10. */
  readonly factor: number
}

export interface GradedCriterion {
  readonly id: string
  readonly title: string
  readonly weight: number
  readonly revision: number
}

/** A red flag, told with the words that it had when it was ticked. */
export interface TickedFlag {
  /** Of the rubric, or of the drill. Ids are unique within their source. */
  readonly source: 'rubric' | 'drill'
  readonly id: string
  readonly text: string
}
