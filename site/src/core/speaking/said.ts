import { textOf } from '../model/attempt.ts'
import { ownValue } from '../model/objects.ts'
import type { Attempt, Field, Millis } from '../model/types.ts'

/** How long a phase or a follow-up was recorded; 0 when nothing is kept of it. */
export const lengthSaid = ({ spoken }: Pick<Attempt, 'spoken'>, part: string): Millis =>
  ownValue(spoken, part)?.length ?? 0

/** Whether the phase of a field was spoken, and nothing is written in the field. */
export const isOnlySaid = (attempt: Attempt, { id, phase }: Field): boolean =>
  textOf(attempt, id).trim() === '' && lengthSaid(attempt, phase) > 0

/** How long an answer without any text was recorded; 0 for one that has text. */
export const lengthOnlySaid = (attempt: Attempt): Millis =>
  attempt.fields.some(({ id }) => textOf(attempt, id).trim() !== '')
    ? 0
    : attempt.phases.reduce((sum, { id }) => sum + lengthSaid(attempt, id), 0)
