import type { Assessment, Drill } from 'audio-text-drills'
import type { Practice } from '../../app/practice.ts'
import type { ActionBody } from '../../core/model/actions.ts'
import type { Attempt, Instant } from '../../core/model/types.ts'

/** Applies an action to the attempt on the screen. */
export type Act = (action: ActionBody, at?: Instant) => Attempt

/** An attempt and the function that changes it. */
export interface AttemptProps {
  readonly attempt: Attempt
  readonly act: Act
}

/** What the views before the reveal need. */
export interface PracticeProps extends AttemptProps {
  readonly practice: Practice
}

/** What the views after the reveal need. */
export interface RevealedProps extends PracticeProps {
  readonly drill: Drill
  /** The assessment of the learner's text; null when `assess` rejects it. */
  readonly coverage: Assessment | null
}

export interface RevealedAttemptProps extends PracticeProps {
  /** Whether the learner has asked for the answer on this page, and not found it here. */
  readonly isJustRevealed: boolean
}
