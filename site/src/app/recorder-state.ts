import type { Attempt, Instant, Millis } from '../core/model/types.ts'
import type { PausedBy } from '../core/speaking/follow-attempt.ts'

/** What is recorded: a phase or a follow-up of an attempt. */
export interface Place {
  readonly attemptId: string
  readonly part: string
}

export interface RecorderState {
  readonly status: 'idle' | 'asking' | 'recording' | 'saving'
  /** Where it records, or has something to say. */
  readonly place: Place | null
  readonly pausedBy: PausedBy
  /** The length of the take until `since`, or in all while it is paused. */
  readonly spent: Millis
  readonly since: Instant | null
  /** What went wrong, or what it did by itself; empty when there is nothing to say. */
  readonly message: string
}

/** Records one part of one attempt at a time, in all tabs. */
export interface Recorder {
  readonly state: () => RecorderState
  readonly subscribe: (listener: () => void) => () => void
  /** From 0 to 1; null while nothing is recorded, or nothing can be measured. */
  readonly level: () => number | null
  /**
   * Opens the microphone and records.
   * @param begin starts the clock of the attempt; called once the microphone is open
   */
  readonly record: (place: Place, begin: () => Attempt) => Promise<void>
  readonly pause: () => void
  /** @param begin starts the clock if it stands still */
  readonly resume: (begin: () => Attempt) => void
  readonly stop: (message?: string) => Promise<void>
  /**
   * Tells that controls of an attempt are on the screen, until the returned function is called: out of sight nothing of it
   * is recorded.
   */
  readonly attend: (attemptId: string) => () => void
  /** When sound of an attempt came in last; null when another attempt was recorded since, or none. */
  readonly heardAt: (attemptId: string) => Instant | null
}

export const idle: RecorderState = {
  status: 'idle',
  place: null,
  pausedBy: null,
  spent: 0,
  since: null,
  message: '',
}
