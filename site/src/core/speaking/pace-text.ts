import { clockText } from '../model/duration.ts'
import { plural } from '../model/plural.ts'
import type { Millis, Spoken } from '../model/types.ts'
import { isPlausible, wordsPerMinute } from './takes.ts'

/** A length of sound as a clock shows it, to the nearest second. */
export const lengthText = (length: Millis): string => clockText(Math.round(length / 1000) * 1000)

/** How somebody spoke: `You spoke 4:10 of 5:00, with 6 long pauses, at 128 words a minute.` */
export function paceText(spoken: Spoken): string {
  const { length, speaking, pauses } = spoken
  if (speaking === 0) return `No speech was found in the recording of ${lengthText(length)}.`
  const pace = wordsPerMinute(spoken)
  const said = [
    `You spoke ${lengthText(speaking)} of ${lengthText(length)}`,
    pauses === 0 ? 'without a long pause' : `with ${plural(pauses, 'long pause')}`,
    ...(pace !== null && isPlausible(pace) ? [`at ${pace} words a minute`] : []),
  ]
  const doubt =
    pace === null || isPlausible(pace) ? '' : ' There is no pace: the text is longer than what was recorded.'
  return `${said.join(', ')}.${doubt}`
}
