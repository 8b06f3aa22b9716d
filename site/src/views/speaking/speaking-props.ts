import type { Attempt } from '../../core/model/types.ts'
import type { AttemptProps } from '../shared/attempt-props.ts'

export interface SpeakingProps extends AttemptProps {
  /** The id of the phase or of the follow-up. */
  readonly part: string
  readonly title: string
}

export interface OpenSpeakingProps extends SpeakingProps {
  /** Whether it takes the place of the button that opened it. */
  readonly takesFocus: boolean
  readonly recordsAtOnce: boolean
}

export interface ReplayProps {
  readonly attempt: Attempt
  /** A phase or a follow-up; all of them when it is left out. */
  readonly part?: string
}
