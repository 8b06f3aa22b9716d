import type { Bump } from './bump-levels.ts'

const levels = ['major', 'minor', 'patch'] as const

const numbersOf = (version: string): readonly number[] =>
  version
    .replace(/[-+].*$/, '')
    .split('.')
    .map(Number)

/**
 * By how much a version is above an earlier one. What ends a series of pre-releases raises all that the series did.
 * @returns none for a version that is no later
 */
export function raisedBump(before: string, after: string): Bump {
  const [from, to] = [numbersOf(before), numbersOf(after)]
  const index = to.findIndex((number, at) => number !== from[at])
  if (index >= 0) return (to[index] ?? 0) > (from[index] ?? 0) ? (levels[index] ?? 'none') : 'none'
  if (before === after || !before.includes('-')) return 'none'
  const lowest = to.findLastIndex((number) => number > 0)
  return levels[lowest] ?? 'none'
}
