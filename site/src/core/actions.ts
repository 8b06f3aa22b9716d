import type { Grade, Instant, TickedFlag } from './types.ts'

/** What a learner does. `reduce(attempt, action)` applies it. */
export type Action = { readonly at: Instant } & ActionBody

export type ActionBody =
  /** Starts the clock in the current phase. */
  | { readonly type: 'start' }
  /** Replaces the text of a field, at any stage before `finished`. */
  | { readonly type: 'write'; readonly field: string; readonly text: string }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** Adds whole minutes to the current phase, whatever the factor. Allowed in overtime too. */
  | { readonly type: 'extend'; readonly minutes: 1 | 5 }
  /** To the next phase; the clock goes on, or stands, as before. In the last phase it does nothing. */
  | { readonly type: 'skip' }
  /** To the phase before, whose time goes on from where it was left. In the first phase it does nothing. */
  | { readonly type: 'back' }
  /** Turns the limit off or on. */
  | { readonly type: 'timer'; readonly on: boolean }
  /** Stretches the limit of every phase; values outside 0.5 to 10 are brought inside. */
  | { readonly type: 'factor'; readonly factor: number }
  /** Records that the answer is shown from now on, and stops the clock (`resume` starts it again). */
  | { readonly type: 'reveal' }
  /** `null` takes a grade back. */
  | { readonly type: 'grade'; readonly criterion: string; readonly grade: Grade | null }
  | { readonly type: 'flag'; readonly flag: TickedFlag; readonly on: boolean }
  | { readonly type: 'note'; readonly text: string }
  /** Removes a kept version of a field's text, or of the note when `field` is null. */
  | { readonly type: 'discard'; readonly field: string | null; readonly text: string }
  /** Stops the clock and closes the attempt. */
  | { readonly type: 'finish' }
  | { readonly type: 'reopen' }
