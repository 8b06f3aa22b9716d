import type { Instant, Millis } from './types.ts'

/*
 * What a stored record may hold at most. Parsers refuse more, and whoever adds to a record stays within: what was written
 * can be read again.
 */

/** The latest time: 2200-01-01. Intervals can be added to it, and dates still be shown. */
export const latest: Instant = Date.UTC(2200, 0, 1)
/** The longest duration, a hundred years. */
export const longest: Millis = 100 * 365 * 86_400_000
/** A clock that was set back by more was wrong before, or what it is compared with is. */
export const longestSetBack: Millis = 2 * 86_400_000
/** Changes to an attempt, repetitions of a card, words of a transcript. */
export const mostCounted = 1_000_000_000
/** Versions of a text that imports have left, and verdicts of others on an attempt. */
export const mostKept = 1000

/** Fields of an attempt, its follow-ups, and sections with a hint. */
export const mostParts = 100

/** Characters of a text that are searched and matched: nobody writes more, and an import must not stop the page. */
export const mostRead = 100_000

/** A count or a duration that stays within its limit. */
export const within = (value: number, limit: number): number => Math.min(value, limit)
