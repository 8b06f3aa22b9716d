import { gt, major, minor, patch } from 'semver'
import type { Bump } from './bump-levels.ts'

/**
 * By how much a version is above an earlier one. What ends a series of pre-releases raises all that the series did.
 * @returns none for a version that is no later
 */
export function raisedBump(before: string, after: string): Bump {
  if (!gt(after, before)) return 'none'
  if (major(after) !== major(before)) return 'major'
  if (minor(after) !== minor(before)) return 'minor'
  if (patch(after) !== patch(before)) return 'patch'
  return patch(after) > 0 ? 'patch' : minor(after) > 0 ? 'minor' : 'major'
}
