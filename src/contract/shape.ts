import type { Drill } from '../generated/published/drill.ts'
import { type Change, same } from './change.ts'
import type { PackageView } from './view.ts'

interface Schema {
  readonly type?: unknown
  readonly $ref?: unknown
  readonly enum?: readonly unknown[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly $defs?: Readonly<Record<string, Schema>>
}

const typeOf = ({ type, $ref, enum: values }: Schema): unknown =>
  $ref ?? type ?? (values ? 'enum' : undefined)

/** Differences of one schema: what apps may read, and of which type. */
function* schema(field: string, before: Schema, after: Schema): Generator<Change> {
  if (!same(typeOf(before), typeOf(after)))
    yield { field, kind: 'changed', bump: 'major', reason: 'a field is of another type' }
  for (const value of before.enum ?? []) {
    if (after.enum && !after.enum.includes(value))
      yield { field: `${field}.${String(value)}`, kind: 'removed', bump: 'major', reason: 'a value is gone' }
  }
  for (const value of after.enum ?? []) {
    if (before.enum && !before.enum.includes(value))
      yield { field: `${field}.${String(value)}`, kind: 'added', bump: 'minor', reason: 'a value more' }
  }
  const [old, now] = [before.properties ?? {}, after.properties ?? {}]
  for (const [name, inner] of Object.entries(old)) {
    const other = now[name]
    if (!other) yield { field: `${field}.${name}`, kind: 'removed', bump: 'major', reason: 'a field is gone' }
    else {
      yield* schema(`${field}.${name}`, inner, other)
      const optional = before.required?.includes(name) && !after.required?.includes(name)
      if (optional)
        yield {
          field: `${field}.${name}`,
          kind: 'changed',
          bump: 'major',
          reason: 'a field may be missing now',
        }
    }
  }
  for (const name of Object.keys(now))
    if (!old[name]) yield { field: `${field}.${name}`, kind: 'added', bump: 'minor', reason: 'a field more' }
  if (before.items && after.items) yield* schema(`${field}[]`, before.items, after.items)
  for (const [name, inner] of Object.entries(before.$defs ?? {})) {
    const other = after.$defs?.[name]
    if (other) yield* schema(`${field}#${name}`, inner, other)
  }
}

/** Lowest Node.js of a range such as `>=20.19.0`, as numbers. */
const floor = (range: string): number[] => (/\d+(?:\.\d+)*/.exec(range)?.[0] ?? '0').split('.').map(Number)

const isHigher = (a: readonly number[], b: readonly number[]): boolean => {
  const index = [0, 1, 2].find((place) => (a[place] ?? 0) !== (b[place] ?? 0))
  return index !== undefined && (a[index] ?? 0) > (b[index] ?? 0)
}

const attributes = (drills: readonly Drill[]): Set<string> =>
  new Set(drills.flatMap((drill) => JSON.stringify(drill).match(/\bdata-[a-z-]+(?==\\")/g) ?? []))

/** Every difference in what the package offers, whatever its content. */
export function* compareShapes(before: PackageView, after: PackageView): Generator<Change> {
  for (const name of before.exports)
    if (!after.exports.includes(name))
      yield { field: `exports.${name}`, kind: 'removed', bump: 'major', reason: 'an export is gone' }
  for (const name of after.exports)
    if (!before.exports.includes(name))
      yield { field: `exports.${name}`, kind: 'added', bump: 'minor', reason: 'an export more' }
  if (isHigher(floor(after.node), floor(before.node)))
    yield { field: 'engines.node', kind: 'changed', bump: 'major', reason: 'it needs a newer Node.js' }
  else if (before.node !== after.node)
    yield { field: 'engines.node', kind: 'changed', bump: 'patch', reason: 'it supports an older Node.js' }
  for (const [name, old] of before.schemas) {
    const now = after.schemas.get(name)
    const field = name.replace(/\.schema\.json$/, '')
    if (now === undefined) yield { field, kind: 'removed', bump: 'major', reason: 'a schema is gone' }
    else yield* schema(field, old as Schema, now as Schema)
  }
  for (const name of after.schemas.keys()) {
    if (!before.schemas.has(name))
      yield {
        field: name.replace(/\.schema\.json$/, ''),
        kind: 'added',
        bump: 'minor',
        reason: 'a schema more',
      }
  }
  const used = attributes(after.drills)
  for (const name of attributes(before.drills))
    if (!used.has(name) && after.drills.length > 0)
      yield {
        field: `html.${name}`,
        kind: 'removed',
        bump: 'major',
        reason: 'an HTML data attribute is gone',
      }
}
