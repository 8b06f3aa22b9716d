import type { Drill } from '../model/generated/published/drill.ts'
import { compareSchemas } from './compare-schemas.ts'
import { matchById } from './match-by-id.ts'
import { added, changed, type PackageChange, removed } from './package-change.ts'
import type { PackageView } from './package-view.ts'

/** Major, minor and patch of the lowest Node.js in a range such as `>=20.19.0`; absent ones are 0. */
function lowestNode(range: string): readonly [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = (/\d+(?:\.\d+)*/.exec(range)?.[0] ?? '0').split('.').map(Number)
  return [major, minor, patch]
}

function compareVersions(
  [major, minor, patch]: readonly [number, number, number],
  [otherMajor, otherMinor, otherPatch]: readonly [number, number, number],
): number {
  return major - otherMajor || minor - otherMinor || patch - otherPatch
}

function* node(before: string, after: string): Generator<PackageChange> {
  if (before === after) return
  const raised = compareVersions(lowestNode(after), lowestNode(before))
  if (raised > 0) yield changed('engines.node', 'major', 'a newer Node.js is required')
  else if (raised < 0) yield changed('engines.node', 'patch', 'an older Node.js is supported')
  else yield changed('engines.node', 'patch', 'the range of Node.js versions changed')
}

function* exported(before: readonly string[], after: readonly string[]): Generator<PackageChange> {
  for (const name of before)
    if (!after.includes(name)) yield removed(`exports.${name}`, 'major', 'an export was removed')
  for (const name of after)
    if (!before.includes(name)) yield added(`exports.${name}`, 'minor', 'an export was added')
}

type Schemas = PackageView['schemas']

function* schemas(before: Schemas, after: Schemas): Generator<PackageChange> {
  const fieldOf = (name: string): string => name.replace(/\.schema\.json$/, '')
  const all = new Set([...before.keys()].map((name) => fieldOf(name).replace('schemas/', '')))
  for (const [name, old] of before) {
    const now = after.get(name)
    if (now === undefined) yield removed(fieldOf(name), 'major', 'a schema was removed')
    else yield* compareSchemas(fieldOf(name), old, now, all)
  }
  for (const name of after.keys())
    if (!before.has(name)) yield added(fieldOf(name), 'minor', 'a schema was added')
}

const attributes = (drill: Drill): readonly string[] =>
  JSON.stringify(drill).match(/\bdata-[a-z-]+(?==\\")/g) ?? []

/** HTML attributes missing from drills whose text did not change: only the toolchain can have dropped those. */
function* html(before: readonly Drill[], after: readonly Drill[]): Generator<PackageChange> {
  const lost = matchById(before, after).kept.flatMap(([old, now]) => {
    if (old.digests.text !== now.digests.text || old.digests.substance !== now.digests.substance) return []
    const kept = new Set(attributes(now))
    return attributes(old).filter((name) => !kept.has(name))
  })
  for (const name of new Set(lost))
    yield removed(`html.${name}`, 'major', 'an HTML data attribute was removed')
}

/** Every difference in what the package offers, whatever its content. */
export function* compareInterfaces(before: PackageView, after: PackageView): Generator<PackageChange> {
  yield* exported(before.exports, after.exports)
  yield* node(before.node, after.node)
  yield* schemas(before.schemas, after.schemas)
  yield* html(before.drills, after.drills)
}
