import { isDeepStrictEqual } from 'node:util'
import { ownValue } from '../text/own-value.ts'
import type { JsonSchema } from './json-schema.ts'
import { added, changed, type PackageChange, removed } from './package-change.ts'

/** The values that are allowed, where they are listed. */
const valuesOf = (schema: JsonSchema): readonly unknown[] | undefined =>
  schema.enum ?? ('const' in schema ? [schema.const] : undefined)

/** The name of a definition, whether it stands in a schema or in a file of its own. */
const definitionOf = ({ $ref }: JsonSchema): string | undefined =>
  $ref?.replace(/\.schema\.json$/, '').replace(/^.*\//, '')

const typeOf = (schema: JsonSchema): unknown =>
  definitionOf(schema) ?? schema.type ?? (valuesOf(schema) ? 'enum' : undefined)

const isPlain = (schema: JsonSchema): boolean =>
  valuesOf(schema) !== undefined ||
  ['boolean', 'integer', 'number', 'string'].some((type) => type === schema.type)

/** A definition of a plain value only gives it a name: what refers to one is of the same type as without it. */
function withoutName(schema: JsonSchema, { $defs = {} }: JsonSchema): JsonSchema {
  const definition = ownValue($defs, definitionOf(schema) ?? '')
  return definition && isPlain(definition) ? definition : schema
}

function* values(field: string, before: JsonSchema, after: JsonSchema): Generator<PackageChange> {
  const [old, now] = [valuesOf(before), valuesOf(after)]
  if (old && !now && typeOf(before) === typeOf(after))
    yield changed(field, 'minor', 'any value is now allowed')
  if (!old || !now) return
  for (const value of old)
    if (!now.includes(value)) yield removed(`${field}.${String(value)}`, 'major', 'a value was removed')
  for (const value of now)
    if (!old.includes(value)) yield added(`${field}.${String(value)}`, 'minor', 'a value was added')
}

/** The names of definitions of which data fits one. */
const variantsOf = ({ oneOf = [] }: JsonSchema): string[] =>
  oneOf.flatMap(({ $ref }) => $ref?.replace('#/$defs/', '') ?? [])

function* variants(field: string, before: JsonSchema, after: JsonSchema): Generator<PackageChange> {
  if (!before.oneOf || !after.oneOf) return
  const [old, now] = [variantsOf(before), variantsOf(after)]
  for (const name of old)
    if (!now.includes(name)) yield removed(`${field}|${name}`, 'major', 'a variant was removed')
  for (const name of now)
    if (!old.includes(name)) yield added(`${field}|${name}`, 'minor', 'a variant was added')
}

/** The whole schemas that two parts are from. */
interface Wholes {
  readonly before: JsonSchema
  readonly after: JsonSchema
}

function* properties(
  field: string,
  before: JsonSchema,
  after: JsonSchema,
  wholes: Wholes,
): Generator<PackageChange> {
  const [old, now] = [before.properties ?? {}, after.properties ?? {}]
  for (const [name, was] of Object.entries(old)) {
    const is = ownValue(now, name)
    const property = `${field}.${name}`
    if (is === undefined) {
      yield removed(property, 'major', 'a field was removed')
      continue
    }
    yield* compareParts(property, was, is, wholes)
    if (before.required?.includes(name) && !after.required?.includes(name))
      yield changed(property, 'major', 'a field is no longer required')
  }
  for (const name of Object.keys(now))
    if (ownValue(old, name) === undefined) yield added(`${field}.${name}`, 'minor', 'a field was added')
}

function* compareParts(
  field: string,
  named: JsonSchema,
  namedNow: JsonSchema,
  wholes: Wholes,
): Generator<PackageChange> {
  // Definitions are compared once, and not wherever something refers to them.
  if (named.$ref !== undefined && definitionOf(named) === definitionOf(namedNow)) return
  const [before, after] = [withoutName(named, wholes.before), withoutName(namedNow, wholes.after)]
  if (!isDeepStrictEqual(typeOf(before), typeOf(after)))
    yield changed(field, 'major', 'the type of a field changed')
  yield* values(field, before, after)
  yield* variants(field, before, after)
  yield* properties(field, before, after, wholes)
  if (before.items && after.items) yield* compareParts(`${field}[]`, before.items, after.items, wholes)
  const [was, is] = [before.additionalProperties, after.additionalProperties]
  if (typeof was === 'object' && typeof is === 'object') yield* compareParts(`${field}{}`, was, is, wholes)
}

/**
 * Differences of one schema: what apps may read, and of which type.
 * @param others the names of schemas of their own, which it may hold as well and which are not compared here
 */
export function* compareSchemas(
  field: string,
  before: JsonSchema,
  after: JsonSchema,
  others: ReadonlySet<string>,
): Generator<PackageChange> {
  const wholes = { before, after }
  yield* compareParts(field, before, after, wholes)
  for (const [name, definition] of Object.entries(before.$defs ?? {})) {
    const now = ownValue(after.$defs ?? {}, name)
    if (now && !others.has(name)) yield* compareParts(`${field}#${name}`, definition, now, wholes)
  }
}
