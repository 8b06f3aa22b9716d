import { isDeepStrictEqual } from 'node:util'
import { ownValue } from '../text/own-value.ts'
import type { JsonSchema } from './json-schema.ts'
import { added, changed, type PackageChange, removed } from './package-change.ts'

const typeOf = ({ type, $ref, enum: values }: JsonSchema): unknown =>
  $ref ?? type ?? (values ? 'enum' : undefined)

function* values(field: string, before: JsonSchema, after: JsonSchema): Generator<PackageChange> {
  if (before.enum && !after.enum && typeOf(before) === typeOf(after))
    yield changed(field, 'minor', 'any value is now allowed')
  for (const value of before.enum ?? [])
    if (after.enum && !after.enum.includes(value))
      yield removed(`${field}.${String(value)}`, 'major', 'a value was removed')
  for (const value of after.enum ?? [])
    if (before.enum && !before.enum.includes(value))
      yield added(`${field}.${String(value)}`, 'minor', 'a value was added')
}

function* properties(field: string, before: JsonSchema, after: JsonSchema): Generator<PackageChange> {
  const [old, now] = [before.properties ?? {}, after.properties ?? {}]
  for (const [name, was] of Object.entries(old)) {
    const is = ownValue(now, name)
    const property = `${field}.${name}`
    if (is === undefined) {
      yield removed(property, 'major', 'a field was removed')
      continue
    }
    yield* compareSchemas(property, was, is)
    if (before.required?.includes(name) && !after.required?.includes(name))
      yield changed(property, 'major', 'a field is no longer required')
  }
  for (const name of Object.keys(now))
    if (ownValue(old, name) === undefined) yield added(`${field}.${name}`, 'minor', 'a field was added')
}

/** Differences of one schema: what apps may read, and of which type. */
export function* compareSchemas(
  field: string,
  before: JsonSchema,
  after: JsonSchema,
): Generator<PackageChange> {
  if (!isDeepStrictEqual(typeOf(before), typeOf(after)))
    yield changed(field, 'major', 'the type of a field changed')
  yield* values(field, before, after)
  yield* properties(field, before, after)
  if (before.items && after.items) yield* compareSchemas(`${field}[]`, before.items, after.items)
  const [was, is] = [before.additionalProperties, after.additionalProperties]
  if (typeof was === 'object' && typeof is === 'object') yield* compareSchemas(`${field}{}`, was, is)
  for (const [name, definition] of Object.entries(before.$defs ?? {})) {
    const now = ownValue(after.$defs ?? {}, name)
    if (now) yield* compareSchemas(`${field}#${name}`, definition, now)
  }
}
