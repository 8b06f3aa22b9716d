/**
 * An attempt at a drill.
 *
 *     createAttempt ──▶ ready ──start──▶ writing ──reveal──▶ comparing ──finish──▶ finished
 *                         │                 │                    ▲                    │
 *                         ├─────reveal──────┼────────────────────┤◀──────reopen───────┘  (if it was revealed)
 *                         └─────finish──────┴──▶ finished        (giving up is allowed: nothing is graded then)
 *
 * The stage is not stored: `stageOf` derives it from `startedAt`, `revealedAt` and `finishedAt`. A reopened
 * attempt returns to the stage that it was finished from.
 *
 * | stage     | actions that the reducer accepts                                                  |
 * |-----------|-----------------------------------------------------------------------------------|
 * | ready     | all except those after the reveal; the clock is stopped until `start` or the first `write` |
 * | writing   | all except `start` and those after the reveal; `mode` only while every field is blank |
 * | comparing | all except `mode`, `hint` and `reveal`, and `start` only if it was skipped; the clock is stopped until `start` or `resume` |
 * | finished  | `note`, `discard`, `reopen`; after a reveal also `read`, `verdicts` and the second round |
 *
 * After the reveal: `read`, `criteria`, `grade`, `quote`, `flag`, `verdicts`, and `followUp…`, the second round.
 * `reopen` is for finished attempts only, `resume` for attempts that were started.
 *
 * An action that is not accepted, or that changes nothing, returns the same object, so `===` tells whether there is
 * something to save. Actions never throw.
 *
 * There is no tick: time is a function of the stored state and the current time (`remaining`, `spentIn`). A phase
 * that runs out goes into overtime until the learner does something.
 */
export interface Attempt {
  /** Created by the platform, for example a UUID. Permanent: imports are merged by it. */
  readonly id: string
  /** `upgradeLibrary` follows renamed ids. */
  readonly drillId: string
  readonly kind: Kind
  /** The title at the start, so that the attempt stays readable when the drill is gone. */
  readonly title: string
  /** The digests at the start, of which `isSubstanceChanged` compares one with the current one. */
  readonly digests: Digests
  /** The package version at the start. */
  readonly packageVersion: string
  readonly createdAt: Instant
  /** When the clock was first started. */
  readonly startedAt: Instant | null
  /** When the last action was applied. */
  readonly updatedAt: Instant
  /** Incremented by every effective action but `read`; 0 means there is nothing to store yet. */
  readonly revision: number
  /** At least one. Rounds and incidents take them from the practice loop; a question has one. */
  readonly phases: readonly PhaseRun[]
  /** The id of the current phase. */
  readonly phase: string
  /** `interview` has one field for each phase, `guided` one for each section with what belongs into it. */
  readonly mode: Mode
  /** What was shown to help, by the id of a section or of a whole phase; those without a hint are absent. */
  readonly hints: Readonly<Record<string, Hint>>
  /** In the order of the practice loop; a question has one, `wholeAnswer`. */
  readonly fields: readonly Field[]
  /** Texts by field id; empty fields are absent. */
  readonly texts: Readonly<Record<string, Text>>
  /** What was recorded, by phase id or, in the second round, by follow-up id. */
  readonly spoken: Readonly<Record<string, Spoken>>
  readonly clock: Clock
  readonly timer: Timer
  /** When the answer was first revealed. */
  readonly revealedAt: Instant | null
  /** When the answer was last on the screen with this attempt; null before the reveal. */
  readonly readAt: Instant | null
  /** The answer was revealed while every field was blank. Shown beside the score. */
  readonly revealedBeforeWriting: boolean
  /** Text was changed after the reveal. Shown beside the score. */
  readonly editedAfterReveal: boolean
  /**
   * The drill's own, then the general ones. They give the answer away, so they are copied once it is revealed and
   * missing before. The copy tells later whether an old grade still means the same.
   */
  readonly criteria: readonly GradedCriterion[]
  /** Self-grades by criterion id; ungraded criteria are absent. */
  readonly grades: Readonly<Record<string, Grade>>
  /** What the learner has picked from the answer for a criterion, by its id; empty when nothing speaks of it. */
  readonly quotes: Readonly<Record<string, string>>
  /** Red flags the learner has ticked. */
  readonly redFlags: readonly TickedFlag[]
  /** Verdicts that others have given, oldest first. */
  readonly verdicts: readonly GivenVerdicts[]
  /** The second round; follow-ups that were not begun are absent until one is graded. */
  readonly followUps: readonly FollowUpRun[]
  readonly note: Text
  /** What the grades came to when the attempt was finished; null without a grade. */
  readonly score: Score | null
  /** Why the finished attempt moved no schedule; null when it did. */
  readonly mark: Mark | null
  readonly finishedAt: Instant | null
}

/** Milliseconds since the epoch, a non-negative integer. */
export type Instant = number
/** A duration in milliseconds; negative for overtime. */
export type Millis = number
export type Kind = 'round' | 'incident' | 'question'
export type Stage = 'ready' | 'writing' | 'comparing' | 'finished'
export type Grade = 'met' | 'partly' | 'not'
export type Mode = 'interview' | 'guided'
/** What was shown to help with a section: the labels of its points, or those with their instructions. A phase has the latter. */
export type Hint = 'labels' | 'instructions'
/**
 * What makes a score say little: the attempt began minutes after its answer was read, or every criterion is met although
 * fields are empty or hardly anything is written.
 */
export type Mark = 'just-read' | 'empty-met' | 'few-words-met'

export interface Digests {
  readonly prompt: string
  readonly text: string
  readonly substance: string
}

/** A phase of the practice loop in this attempt. */
export interface PhaseRun {
  readonly id: string
  readonly title: string
  /** The length from the practice loop, or the minutes of a question. */
  readonly planned: Millis
  /** Time added by `extend`. */
  readonly extra: Millis
  /** Time spent until `clock.since`, or in total while the clock is stopped. Counts even when the timer is off. */
  readonly spent: Millis
}

/** A text area. */
export interface Field {
  readonly id: string
  readonly title: string
  /** The phase it belongs to. Fields are never locked: they can be edited in any phase. */
  readonly phase: string
}

/** What the recordings of a phase or a follow-up come to; the sound itself is kept apart. */
export interface Spoken {
  readonly length: Millis
  /** The part of it in which somebody speaks. */
  readonly speaking: Millis
  /** Number of long pauses. */
  readonly pauses: number
  /** Words of the transcripts that were pasted or dictated; absent without any. */
  readonly words?: number
}

/** A text, with versions that would otherwise be lost. */
export interface Text {
  readonly value: string
  readonly changedAt: Instant
  /** Versions from imports that `value` doesn't contain, longest first; usually empty. */
  readonly kept: readonly string[]
}

/**
 * Whether time counts, and since when. While it runs, the deadline of the phase is the fixed time `since + limit −
 * spent` (`deadlineOf`), so reloads, sleep and throttled tabs can't shift it.
 */
export type Clock = { readonly running: true; readonly since: Instant } | { readonly running: false }

/** The limit; time counts even without one. */
export interface Timer {
  /** When false, there is no limit and nothing is announced. */
  readonly on: boolean
  /** Scales every planned length, from 0.5 to 10. */
  readonly factor: number
}

export interface GradedCriterion {
  readonly id: string
  readonly title: string
  readonly scope: 'drill' | 'general'
  readonly weight: number
  readonly revision: number
  /** What a grade of it depends on: the digest of a criterion of the drill, or that of the rubric. */
  readonly digest: string
}

/** A follow-up question of the second round. */
export interface FollowUpRun {
  readonly id: string
  /** Time spent until `since`, or in total while its clock is stopped. */
  readonly spent: Millis
  /** When its clock was last started; null while it is stopped. */
  readonly since: Instant | null
  readonly text: Text
  /** When its answer was revealed. */
  readonly revealedAt: Instant | null
  readonly grade: Grade | null
  /** When anything of it but the text was last changed. */
  readonly changedAt: Instant
}

/** The reply of a person or a model that was asked for verdicts, as far as it could be read. */
export interface GivenVerdicts {
  readonly at: Instant
  /** By criterion id, each with the words of the answer that it rests on. */
  readonly verdicts: Readonly<Record<string, { readonly verdict: Grade; readonly quote: string }>>
  readonly redFlags: readonly { readonly id: string; readonly quote: string }[]
}

/** A score as the package's `score` gave it, of 100 points. */
export interface Score {
  /** A whole number from 0 to 100. */
  readonly total: number
  /** The points earned by the drill's criteria. */
  readonly criteria: number
  /** The points earned by the general criteria. */
  readonly general: number
  /** What red flags take off, 0 or less. */
  readonly redFlags: number
  /** The points if every criterion were met. */
  readonly most: { readonly criteria: number; readonly general: number }
}

/** A red flag with its wording at the time it was ticked. */
export interface TickedFlag {
  /** Ids are unique within their source. */
  readonly source: 'rubric' | 'drill'
  readonly id: string
  readonly text: string
}
