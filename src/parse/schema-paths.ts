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

interface Described {
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, unknown>>
  readonly items?: unknown
  readonly additionalProperties?: unknown
}

/** A part of a schema with its reference followed. */
function resolved(schema: unknown, part: unknown): Described {
  const described = Object(part) as Described
  return described.$ref?.startsWith('#/')
    ? resolved(schema, valueAt(schema, pathOf(described.$ref)))
    : described
}

/**
 * What a schema says of the keys of an object in its data. The path that an error gives of its schema doesn't tell: it
 * begins anew behind a reference.
 */
export function propertiesAt(schema: unknown, instancePath: string): Readonly<Record<string, unknown>> {
  const object = pathOf(instancePath).reduce<Described>(
    (parent, key) => {
      const { properties, items, additionalProperties } = parent
      const own = properties && Object.hasOwn(properties, key) ? properties[key] : undefined
      return resolved(schema, typeof key === 'number' ? items : (own ?? additionalProperties))
    },
    resolved(schema, schema),
  )
  return object.properties ?? {}
}
