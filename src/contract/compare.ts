import type { Drill } from '../generated/published/drill.ts'
import { byId, type Change, type ChangeKind } from './change.ts'
import { comparePracticeLoops, compareRedirects, compareRubrics } from './definitions.ts'
import { compareDrills } from './drill.ts'
import { compareShapes } from './shape.ts'
import type { PackageView } from './view.ts'

/** What became of a drill that is gone, by the redirects of the newer package. */
function* gone(drill: Drill, after: PackageView): Generator<Change> {
  const { id } = drill
  const { renamed, split, retired } = after.redirects
  const found = (kind: ChangeKind, reason: string, to: readonly string[]): Change => ({
    drill: id,
    field: 'id',
    kind,
    bump: 'minor',
    reason,
    to,
  })
  const name = Object.hasOwn(renamed, id) ? renamed[id] : undefined
  const parts = Object.hasOwn(split, id) ? split[id] : undefined
  if (name !== undefined) {
    yield found('renamed', `it is \`${name}\` now`, [name])
    const now = after.drills.find((other) => other.id === name)
    for (const change of now ? compareDrills(drill, now) : []) yield { drill: name, ...change }
  } else if (parts !== undefined) {
    yield found(
      'split',
      `it is ${parts.ids.map((part) => `\`${part}\``).join(' and ')} now: ${parts.reason}`,
      parts.ids,
    )
  } else if (Object.hasOwn(retired, id)) {
    yield found('retired', `it is retired: ${retired[id]}`, [])
  } else {
    yield {
      drill: id,
      field: 'id',
      kind: 'removed',
      bump: 'major',
      reason: 'the id is gone without a redirect, or back to draft',
    }
  }
}

function* drills(before: PackageView, after: PackageView): Generator<Change> {
  const { added, removed, both } = byId(before.drills, after.drills)
  for (const drill of removed) yield* gone(drill, after)
  const targets = new Set(removed.flatMap(({ id }) => after.redirects.renamed[id] ?? []))
  for (const { id } of added)
    if (!targets.has(id))
      yield { drill: id, field: 'id', kind: 'added', bump: 'minor', reason: 'a drill more' }
  for (const [old, now] of both)
    for (const change of compareDrills(old, now)) yield { drill: now.id, ...change }
}

/** Every difference between two packages that reaches apps, drills first, in reading order. */
export function comparePackages(before: PackageView, after: PackageView): Change[] {
  const live = new Set(after.drills.map(({ id }) => id))
  return [
    ...drills(before, after),
    ...compareRubrics(before.rubric, after.rubric),
    ...comparePracticeLoops(before.practiceLoop, after.practiceLoop),
    ...compareRedirects(before.redirects, after.redirects, live),
    ...compareShapes(before, after),
  ]
}
