import type { Drill } from '../model/generated/published/drill.ts'
import { ownValue } from '../text/own-value.ts'
import { quote } from '../text/quote.ts'
import { compareDrills } from './compare-drills.ts'
import type { ChangeKind, PackageChange } from './package-change.ts'
import type { PackageView } from './package-view.ts'

/** Longest reason that the schema of redirects allows. */
const reasonLength = 400

const list = (ids: readonly string[]): string => ids.map((id) => quote(id)).join(' and ')

/** What became of a drill that the newer package lacks, by its redirects. */
export function* missingDrill(
  drill: Drill,
  before: PackageView,
  after: PackageView,
): Generator<PackageChange> {
  const { id } = drill
  const live = new Map(after.drills.map((other) => [other.id, other]))
  const change = (kind: ChangeKind, reason: string, to?: readonly string[]): PackageChange => ({
    drill: id,
    field: 'id',
    kind,
    bump: kind === 'removed' ? 'major' : 'minor',
    reason,
    ...(to && { to }),
  })
  const newId = ownValue(after.redirects.renamed, id)
  const split = ownValue(after.redirects.split, id)
  const retired = ownValue(after.redirects.retired, id)
  const targets = newId === undefined ? (split?.ids ?? []) : [newId]
  const dead = targets.filter((target) => !live.has(target))
  if (dead.length > 0) {
    yield change(
      'removed',
      `the id was removed, and its redirect leads to ${list(dead)}, which is not a drill`,
    )
  } else if (newId !== undefined) {
    yield change('renamed', `it is now ${quote(newId)}`, targets)
    // A drill that was there before is compared with itself.
    const now = before.drills.some((other) => other.id === newId) ? undefined : live.get(newId)
    for (const each of now ? compareDrills({ drill, view: before }, { drill: now, view: after }) : [])
      yield { drill: newId, ...each }
  } else if (split !== undefined) {
    yield change('split', `it is now ${list(targets)}: ${quote(split.reason, reasonLength)}`, targets)
  } else if (retired !== undefined) {
    yield change('retired', `it was retired: ${quote(retired, reasonLength)}`)
  } else {
    yield change('removed', 'the id was removed without a redirect, or the drill is a draft again')
  }
}
