import type { Grade, GradedCriterion, Instant, Score, TickedFlag } from './types.ts'

/**
 * Something the learner does to an attempt. Every action carries its own time. Times before the attempt's `updatedAt`
 * count as `updatedAt`, so setting the system clock back does no harm. A `pause` may be backdated to the last action
 * after a crash or a night with the lid closed: `{ type: 'pause', at: attempt.updatedAt }` excludes the absence from
 * the time spent.
 */
export type Action = { readonly at: Instant } & ActionBody

export type ActionBody =
  | { readonly type: 'start' }
  /** Replaces the text of a field; allowed at any stage before `finished`. */
  | { readonly type: 'write'; readonly field: string; readonly text: string }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** Adds minutes to the current phase, regardless of the factor; also allowed in overtime. */
  | { readonly type: 'extend'; readonly minutes: 1 | 5 }
  /** Moves to the next phase without changing whether the clock runs. No effect in the last phase. */
  | { readonly type: 'skip' }
  /** Moves to the previous phase, whose time continues from where it stopped. No effect in the first phase. */
  | { readonly type: 'back' }
  /** Turns the limit on or off. */
  | { readonly type: 'timer'; readonly on: boolean }
  /** Scales the limits of all phases; values are clamped to 0.5–10. */
  | { readonly type: 'factor'; readonly factor: number }
  /** Records the reveal and stops the clock; `resume` restarts it. */
  | { readonly type: 'reveal' }
  /** Sets what is graded. Grades of criteria that ask for something else by now are dropped. */
  | { readonly type: 'criteria'; readonly criteria: readonly GradedCriterion[] }
  /** `null` clears the grade. */
  | { readonly type: 'grade'; readonly criterion: string; readonly grade: Grade | null }
  | { readonly type: 'flag'; readonly flag: TickedFlag; readonly on: boolean }
  | { readonly type: 'note'; readonly text: string }
  /** Deletes a kept version of a field's text, or of the note when `field` is null. */
  | { readonly type: 'discard'; readonly field: string | null; readonly text: string }
  | { readonly type: 'finish'; readonly score: Score | null }
  | { readonly type: 'reopen' }
