import type { Changes } from '../model/generated/published/changes.ts'
import { checkShape } from './check-arguments.ts'
import type { Resolution, UpgradeChange, UpgradeEntry } from './types.ts'

/** Numbers of a version `major.minor.patch`; a prerelease counts as its release. */
const numbers = (version: string): readonly number[] => {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+][\w.+-]*)?$/.exec(version)
  if (!match) throw new TypeError(`not a version: “${version.slice(0, 60)}”, expected such as “1.2.0”`)
  return match.slice(1).map(Number)
}

const isAfter = (version: string, from: readonly number[]): boolean => {
  const at = numbers(version)
  const index = at.findIndex((number, place) => number !== from[place])
  return index !== -1 && (at[index] ?? 0) > (from[index] ?? 0)
}

/** How many versions an error names. */
const fewVersions = 5

/**
 * @param known versions, newest first
 * @throws RangeError when a version is later than all of them
 */
function refuseFuture(from: string, known: readonly string[]): void {
  if (known.length === 0 || known.some((version) => !isAfter(from, numbers(version)))) return
  const shown = known.slice(0, fewVersions).join(', ')
  throw new RangeError(
    `an unknown version: “${from.slice(0, 60)}”, expected one that this package knows: ${shown}${known.length > fewVersions ? ' or an earlier one' : ''}`,
  )
}

/** How a version says that its rubric judges otherwise. */
const judgesOtherwise = 'rubric.digest'

/**
 * Tells what happened to stored ids since a version: where each leads now, and every change on the way, under its
 * old id and its new one. A rubric that judges otherwise is a change of every drill.
 * @param current the version of the package, which may not be among the changes yet
 */
export function upgradeReporter(
  changes: Changes,
  resolve: (id: string) => Resolution,
  current?: string,
): (ids: readonly string[], from: string) => readonly UpgradeEntry[] {
  const versions = changes.map(({ version }) => version)
  const known = current === undefined || versions.includes(current) ? versions : [current, ...versions]
  return (ids, from) => {
    checkShape(ids, ['string'], 'ids')
    checkShape(from, 'string', 'from')
    const since = numbers(from)
    refuseFuture(from, known)
    const oldestFirst = [...changes].reverse()
    return ids.map((id) => {
      const resolution = resolve(id)
      const names = new Set([id])
      const found: UpgradeChange[] = []
      for (const { version, changes: all, other = [] } of oldestFirst) {
        // Also before `from`: an id that was renamed long ago still loads its drill, and may still be stored.
        for (const { drill, kind, to = [] } of all) {
          if (kind === 'renamed' && names.has(drill)) for (const name of to) names.add(name)
        }
        if (!isAfter(version, since)) continue
        for (const { drill, kind, fields, substance } of all)
          if (names.has(drill)) found.push({ version, kind, fields, ...(substance && { substance }) })
        if (other.includes(judgesOtherwise) && resolution.status !== 'unknown')
          found.push({ version, kind: 'changed', fields: ['rubric'], substance: true })
      }
      return { id, resolution, changes: found }
    })
  }
}
