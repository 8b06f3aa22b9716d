import type { Drill } from '../model/generated/published/drill.ts'
import { compareSchemas } from './compare-schemas.ts'
import { byId, type Change } from './package-change.ts'
import type { PackageView } from './package-view.ts'

/** Lowest Node.js of a range such as `>=20.19.0`, as numbers. */
const floor = (range: string): number[] => (/\d+(?:\.\d+)*/.exec(range)?.[0] ?? '0').split('.').map(Number)

const isHigher = (a: readonly number[], b: readonly number[]): boolean => {
  const index = [0, 1, 2].find((place) => (a[place] ?? 0) !== (b[place] ?? 0))
  return index !== undefined && (a[index] ?? 0) > (b[index] ?? 0)
}

function* nodes(before: string, after: string): Generator<Change> {
  if (before === after) return
  const [old, now] = [floor(before), floor(after)]
  if (isHigher(now, old))
    yield { field: 'engines.node', kind: 'changed', bump: 'major', reason: 'it needs a newer Node.js' }
  else
    yield {
      field: 'engines.node',
      kind: 'changed',
      bump: 'patch',
      reason: isHigher(old, now) ? 'it supports an older Node.js' : 'the range of Node.js is another',
    }
}

function* exported(before: readonly string[], after: readonly string[]): Generator<Change> {
  for (const name of before)
    if (!after.includes(name))
      yield { field: `exports.${name}`, kind: 'removed', bump: 'major', reason: 'an export is gone' }
  for (const name of after)
    if (!before.includes(name))
      yield { field: `exports.${name}`, kind: 'added', bump: 'minor', reason: 'an export more' }
}

function* schemas(before: PackageView['schemas'], after: PackageView['schemas']): Generator<Change> {
  const fieldOf = (name: string): string => name.replace(/\.schema\.json$/, '')
  for (const [name, old] of before) {
    const field = fieldOf(name)
    const now = after.get(name)
    if (now === undefined) yield { field, kind: 'removed', bump: 'major', reason: 'a schema is gone' }
    else yield* compareSchemas(field, old, now)
  }
  for (const name of after.keys())
    if (!before.has(name))
      yield { field: fieldOf(name), kind: 'added', bump: 'minor', reason: 'a schema more' }
}

const attributes = (drill: Drill): readonly string[] =>
  JSON.stringify(drill).match(/\bdata-[a-z-]+(?==\\")/g) ?? []

/** Attributes that drills have lost although they say the same: only the toolchain can have dropped those. */
function* html(before: readonly Drill[], after: readonly Drill[]): Generator<Change> {
  const lost = byId(before, after).both.flatMap(([old, now]) => {
    const unchanged = old.digests.text === now.digests.text && old.digests.substance === now.digests.substance
    const kept = new Set(attributes(now))
    return unchanged ? attributes(old).filter((name) => !kept.has(name)) : []
  })
  for (const name of new Set(lost))
    yield {
      field: `html.${name}`,
      kind: 'removed',
      bump: 'major',
      reason: 'an HTML data attribute is gone',
    }
}

/** Every difference in what the package offers, whatever its content. */
export function* compareShapes(before: PackageView, after: PackageView): Generator<Change> {
  yield* exported(before.exports, after.exports)
  yield* nodes(before.node, after.node)
  yield* schemas(before.schemas, after.schemas)
  yield* html(before.drills, after.drills)
}
