import { longestSetBack } from '../core/model/limits.ts'
import type { Instant, Millis } from '../core/model/types.ts'

/** Jumps that are smaller are corrections of the system, and drift. */
const tolerance: Millis = 2000

export interface SteadyClock {
  readonly now: () => Instant
  /** Goes on from a time of an earlier visit, when the clock was set back since. */
  readonly notBefore: (at: Instant) => void
}

/**
 * The time of the system, except that it never goes back while the page is open: after the system clock was set back,
 * time goes on from where it was. A jump ahead counts, because sleep looks the same.
 */
export function steadyClock(
  wall: () => Instant = () => Date.now(),
  ticks: () => Millis = () => performance.now(),
): SteadyClock {
  let last = { wall: wall(), ticks: ticks() }
  let shift: Millis = 0
  const now = (): Instant => {
    const now = { wall: wall(), ticks: ticks() }
    const behind = Math.round(last.wall + now.ticks - last.ticks - now.wall)
    if (Math.abs(behind) > tolerance) shift = Math.max(0, shift + behind)
    last = now
    return now.wall + shift
  }
  return {
    now,
    notBefore: (at) => {
      const behind = at - now()
      if (behind > tolerance && behind < longestSetBack) shift += behind
    },
  }
}
