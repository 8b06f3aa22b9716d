import type {
  Field,
  GivenVerdicts,
  Grade,
  GradedCriterion,
  Hint,
  Instant,
  Mark,
  Millis,
  Mode,
  Score,
  Spoken,
  TickedFlag,
} from './types.ts'

/**
 * Something the learner does to an attempt. Every action carries its own time. Times before the attempt's `updatedAt`
 * count as `updatedAt`, so setting the system clock back does no harm. A `pause` may be backdated to the last action
 * after a crash or a night with the lid closed: `{ type: 'pause', at: attempt.updatedAt }` excludes the absence from
 * the time spent.
 */
export type Action = { readonly at: Instant } & ActionBody

export type ActionBody =
  | { readonly type: 'start' }
  /** Replaces the fields while all of them are blank. */
  | { readonly type: 'mode'; readonly mode: Mode; readonly fields: readonly Field[] }
  /** Records that the hint of a section, or what a phase is about, was shown; a weaker one than before changes nothing. */
  | { readonly type: 'hint'; readonly section: string; readonly hint: Hint }
  /**
   * Replaces the text of a field; allowed at any stage before `finished`. The first one before the reveal starts the clock,
   * in the phase of the field.
   */
  | { readonly type: 'write'; readonly field: string; readonly text: string }
  /** Sets what was recorded in a phase or for a follow-up; `null` when nothing of it is kept. */
  | { readonly type: 'spoken'; readonly part: string; readonly spoken: Spoken | null }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** Takes time that was spent elsewhere out of a phase, whatever was done since. */
  | { readonly type: 'leaveOut'; readonly phase: string; readonly length: Millis }
  /** Adds minutes to the current phase, regardless of the factor; also allowed in overtime. */
  | { readonly type: 'extend'; readonly minutes: 1 | 5 }
  /** Moves to the next phase without changing whether the clock runs. No effect in the last phase. */
  | { readonly type: 'skip' }
  /** Moves to the previous phase, whose time continues from where it stopped. No effect in the first phase. */
  | { readonly type: 'back' }
  /** Moves to any phase, as `skip` and `back` do. */
  | { readonly type: 'phase'; readonly phase: string }
  /** Turns the limit on or off. */
  | { readonly type: 'timer'; readonly on: boolean }
  /** Scales the limits of all phases; values are clamped to 0.5–10. */
  | { readonly type: 'factor'; readonly factor: number }
  /** Records the reveal and stops the clock; `resume` restarts it. */
  | { readonly type: 'reveal' }
  /** Records that the answer is on the screen. */
  | { readonly type: 'read' }
  /** Sets what is graded. Grades of criteria that ask for something else by now are dropped. */
  | { readonly type: 'criteria'; readonly criteria: readonly GradedCriterion[] }
  /** `null` clears the grade. */
  | { readonly type: 'grade'; readonly criterion: string; readonly grade: Grade | null }
  /** Words picked from the answer for a criterion, empty when none speak of it; `null` goes back to what is found. */
  | { readonly type: 'quote'; readonly criterion: string; readonly text: string | null }
  /** Replaces the verdicts of others. */
  | { readonly type: 'verdicts'; readonly verdicts: readonly GivenVerdicts[] }
  /** Starts the clock of a follow-up, and stops that of any other. */
  | { readonly type: 'followUpStart'; readonly followUp: string }
  /** Stops the clocks of all follow-ups. */
  | { readonly type: 'followUpStop' }
  /** Takes time that was spent elsewhere out of a follow-up, whatever was done since. */
  | { readonly type: 'followUpLeaveOut'; readonly followUp: string; readonly length: Millis }
  | { readonly type: 'followUpWrite'; readonly followUp: string; readonly text: string }
  /** Records that the answer of a follow-up was revealed, and stops its clock. */
  | { readonly type: 'followUpReveal'; readonly followUp: string }
  /**
   * Only after its answer was revealed; `null` clears the grade.
   * `of` names all follow-ups of the drill in their order: those that were not begun are added, so that it is known what is left.
   */
  | {
      readonly type: 'followUpGrade'
      readonly followUp: string
      readonly grade: Grade | null
      readonly of?: readonly string[]
    }
  | { readonly type: 'flag'; readonly flag: TickedFlag; readonly on: boolean }
  | { readonly type: 'note'; readonly text: string }
  /** Deletes a kept version of a field's text, or of the note when `field` is null. */
  | { readonly type: 'discard'; readonly field: string | null; readonly text: string }
  | { readonly type: 'finish'; readonly score: Score | null; readonly mark: Mark | null }
  | { readonly type: 'reopen' }
