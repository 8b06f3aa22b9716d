import type { Library } from '../model/records.ts'
import type { Instant, Millis } from '../model/types.ts'
import { isPlausible, wordsPerMinute } from '../speaking/takes.ts'

/** How an attempt was spoken. */
export interface Pace {
  readonly attemptId: string
  readonly at: Instant
  readonly title: string
  readonly length: Millis
  /** The part of the recordings in which somebody speaks, from 0 to 1. */
  readonly speaking: number
  /** Long pauses in a minute of recording. */
  readonly pauses: number
  /** Words a minute of speaking; null without a transcript that can belong to the recording. */
  readonly words: number | null
}

/** The pace of each attempt that was recorded, oldest first; the second round is left out. */
export function paces({ attempts }: Library): readonly Pace[] {
  const spoken = attempts.flatMap((attempt): Pace[] => {
    const parts = attempt.phases.flatMap(({ id }) => {
      const part = Object.hasOwn(attempt.spoken, id) ? attempt.spoken[id] : undefined
      return part && part.length > 0 ? [part] : []
    })
    const sum = (key: 'length' | 'speaking' | 'pauses') => parts.reduce((total, part) => total + part[key], 0)
    const length = sum('length')
    if (length === 0) return []
    // Words without their recording, or a recording without its words, would make the pace a wrong one.
    const told = parts.filter((part) => {
      const pace = wordsPerMinute(part)
      return pace !== null && isPlausible(pace)
    })
    const speaking = told.reduce((total, part) => total + part.speaking, 0)
    const words = told.reduce((total, part) => total + (part.words ?? 0), 0)
    return [
      {
        attemptId: attempt.id,
        at: attempt.startedAt ?? attempt.createdAt,
        title: attempt.title,
        length,
        speaking: sum('speaking') / length,
        pauses: sum('pauses') / (length / 60_000),
        words: wordsPerMinute({ speaking, words }),
      },
    ]
  })
  return spoken.sort((a, b) => a.at - b.at)
}
