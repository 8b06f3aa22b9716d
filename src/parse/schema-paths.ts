import type { Path } from './yaml-places.ts'

/** A JSON pointer as a path. */
export const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))

/** What stands at a path. */
export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], data)

/** The keys that the object beside an `additionalProperties` keyword may hold. */
export const keysAt = (schema: unknown, schemaPath: string): readonly string[] =>
  Object.keys(Object(valueAt(schema, pathOf(schemaPath.replace(/additionalProperties$/, 'properties')))))
