import { longest, mostCounted, within } from '../model/limits.ts'
import type { Instant, Millis, Spoken } from '../model/types.ts'

/** Silence between words that is long enough to be noticed. */
export interface Pause {
  /** From the beginning of the sound. */
  readonly at: Millis
  readonly length: Millis
}

/** A recording without a break, of a phase or of a follow-up. The sound itself is stored in chunks beside it. */
export interface Take {
  readonly id: string
  readonly attemptId: string
  /** The id of the phase or of the follow-up. */
  readonly part: string
  /** When it began. */
  readonly at: Instant
  readonly mime: string
  readonly bytes: number
  readonly length: Millis
  /** Null when the sound could not be measured, and while it is recorded. */
  readonly speaking: Millis | null
  readonly pauses: readonly Pause[]
  /** Words of the transcripts that were pasted or dictated for it. */
  readonly words: number
  /** Null while it is recorded, and for good when the tab was closed then. */
  readonly endedAt: Instant | null
}

const byTime = (a: Take, b: Take): number => a.at - b.at || (a.id < b.id ? -1 : 1)

/** The takes of an attempt, or of a part of it, that can be listened to, oldest first. */
export const takesOf = (takes: readonly Take[], attemptId: string, part?: string): readonly Take[] =>
  takes
    .filter((take) => take.attemptId === attemptId && take.endedAt !== null)
    .filter((take) => part === undefined || take.part === part)
    .sort(byTime)

export const bytesOf = (takes: readonly Take[]): number => takes.reduce((sum, { bytes }) => sum + bytes, 0)

/** What the takes of a part come to; null when none of them could be measured. */
export function spokenOf(takes: readonly Take[]): Spoken | null {
  const measured = takes.filter(({ speaking }) => speaking !== null)
  if (measured.length === 0) return null
  const sum = (value: (take: Take) => number): number =>
    measured.reduce((total, take) => total + value(take), 0)
  const words = sum((take) => take.words)
  return {
    length: within(
      sum(({ length }) => length),
      longest,
    ),
    speaking: within(
      sum(({ speaking }) => speaking ?? 0),
      longest,
    ),
    pauses: within(
      sum(({ pauses }) => pauses.length),
      mostCounted,
    ),
    ...(words > 0 ? { words: within(words, mostCounted) } : {}),
  }
}

/** Words in a minute of speech; null without a transcript or with less than five seconds of speech. */
export const wordsPerMinute = ({ speaking, words = 0 }: Pick<Spoken, 'speaking' | 'words'>): number | null =>
  words > 0 && speaking >= 5_000 ? Math.round((words * 60_000) / speaking) : null

/** Nobody gives an answer faster than this: such a text is longer than what was recorded. */
const mostWordsPerMinute = 250

/** Whether a pace can be that of somebody who speaks. */
export const isPlausible = (pace: number): boolean => pace <= mostWordsPerMinute
