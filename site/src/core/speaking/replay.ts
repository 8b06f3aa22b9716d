import type { Millis } from '../model/types.ts'
import type { Pause, Take } from './takes.ts'

/** Takes one after the other, as the player plays them. */
export interface Track {
  readonly take: Take
  /** Where it begins in the whole. */
  readonly start: Millis
}

/** The beginning of a phase or of a follow-up in the whole. */
export interface ReplayMark {
  readonly part: string
  readonly at: Millis
}

export interface Replay {
  readonly tracks: readonly Track[]
  readonly marks: readonly ReplayMark[]
  /** Long pauses, counted from the beginning of the whole. */
  readonly pauses: readonly Pause[]
  readonly total: Millis
}

/**
 * Puts takes in the order of their parts, and within a part in that of time.
 * @param order ids of phases, then of follow-ups; takes of other parts come last
 */
export function replayOf(takes: readonly Take[], order: readonly string[]): Replay {
  const rank = ({ part }: Take): number => (order.includes(part) ? order.indexOf(part) : order.length)
  const sorted = [...takes].sort((a, b) => rank(a) - rank(b) || a.at - b.at)
  let total = 0
  const tracks = sorted.map((take): Track => {
    const start = total
    total += take.length
    return { take, start }
  })
  const marks = tracks
    .filter(({ take }, index) => tracks[index - 1]?.take.part !== take.part)
    .map(({ take, start }): ReplayMark => ({ part: take.part, at: start }))
  const pauses = tracks.flatMap(({ take, start }) =>
    take.pauses.map(({ at, length }): Pause => ({ at: start + at, length })),
  )
  return { tracks, marks, pauses, total }
}

/** The track that plays at a time of the whole, and the time within it; undefined without any track. */
export function trackAt({ tracks, total }: Replay, time: Millis) {
  const clamped = Math.min(Math.max(0, time), total)
  const index = tracks.findLastIndex(({ start }) => start <= clamped)
  const track = tracks[index]
  return track && { index, track, offset: Math.min(clamped - track.start, track.take.length) }
}

/** The part that a time of the whole belongs to. */
export const markAt = ({ marks }: Replay, time: Millis): ReplayMark | undefined =>
  marks.findLast(({ at }) => at <= time)
