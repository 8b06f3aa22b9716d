import type { JsonSchema } from './json-schema.ts'
import { type Change, own, same } from './package-change.ts'

const typeOf = ({ type, $ref, enum: values }: JsonSchema): unknown =>
  $ref ?? type ?? (values ? 'enum' : undefined)

function* values(field: string, before: JsonSchema, after: JsonSchema): Generator<Change> {
  if (before.enum && !after.enum && typeOf(before) === typeOf(after))
    yield { field, kind: 'changed', bump: 'minor', reason: 'it may have any value now' }
  for (const value of before.enum ?? []) {
    if (after.enum && !after.enum.includes(value))
      yield { field: `${field}.${String(value)}`, kind: 'removed', bump: 'major', reason: 'a value is gone' }
  }
  for (const value of after.enum ?? []) {
    if (before.enum && !before.enum.includes(value))
      yield { field: `${field}.${String(value)}`, kind: 'added', bump: 'minor', reason: 'a value more' }
  }
}

function* properties(field: string, before: JsonSchema, after: JsonSchema): Generator<Change> {
  const [old, now] = [before.properties ?? {}, after.properties ?? {}]
  for (const [name, inner] of Object.entries(old)) {
    const other = own(now, name)
    const place = `${field}.${name}`
    if (other === undefined) {
      yield { field: place, kind: 'removed', bump: 'major', reason: 'a field is gone' }
      continue
    }
    yield* compareSchemas(place, inner, other)
    if (before.required?.includes(name) && !after.required?.includes(name))
      yield { field: place, kind: 'changed', bump: 'major', reason: 'a field may be missing now' }
  }
  for (const name of Object.keys(now))
    if (own(old, name) === undefined)
      yield { field: `${field}.${name}`, kind: 'added', bump: 'minor', reason: 'a field more' }
}

/** Differences of one schema: what apps may read, and of which type. */
export function* compareSchemas(field: string, before: JsonSchema, after: JsonSchema): Generator<Change> {
  if (!same(typeOf(before), typeOf(after)))
    yield { field, kind: 'changed', bump: 'major', reason: 'a field is of another type' }
  yield* values(field, before, after)
  yield* properties(field, before, after)
  if (before.items && after.items) yield* compareSchemas(`${field}[]`, before.items, after.items)
  const [open, opened] = [before.additionalProperties, after.additionalProperties]
  if (typeof open === 'object' && typeof opened === 'object')
    yield* compareSchemas(`${field}{}`, open, opened)
  for (const [name, inner] of Object.entries(before.$defs ?? {})) {
    const other = own(after.$defs ?? {}, name)
    if (other) yield* compareSchemas(`${field}#${name}`, inner, other)
  }
}
