import type { Assessment, Drill, Rubric } from 'audio-text-drills'
import type { Practice } from '../../app/practice.ts'
import type { ActionBody } from '../../core/actions.ts'
import type { Attempt, Instant } from '../../core/types.ts'

/** Applies an action to the attempt on the screen. */
export type Act = (action: ActionBody, at?: Instant) => Attempt

/** An attempt and the way to change it. */
export interface AttemptProps {
  readonly attempt: Attempt
  readonly act: Act
}

/** An attempt with what the learner may see before the reveal. */
export interface PracticeProps extends AttemptProps {
  readonly practice: Practice
}

/** An attempt with what the learner sees after the reveal. */
export interface RevealedProps extends AttemptProps {
  readonly drill: Drill
  readonly rubric: Rubric
  /** The assessment of the learner's text; null when `assess` rejects it. */
  readonly coverage: Assessment | null
}
