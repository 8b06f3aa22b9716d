type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
type Schema = { readonly [key: string]: Json }

const isSchema = (value: Json | undefined): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A schema with its references written otherwise. */
function withReferences(schema: Json, rewrite: (reference: string) => string): Json {
  if (Array.isArray(schema)) return schema.map((each: Json) => withReferences(each, rewrite))
  if (!isSchema(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' ? rewrite(value) : withReferences(value, rewrite),
    ]),
  )
}

/** The other schemas that one refers to. */
function others(schema: Json): string[] {
  const found = new Set<string>()
  withReferences(schema, (reference) => {
    if (!reference.startsWith('#')) found.add(reference)
    return reference
  })
  return [...found].sort()
}

/**
 * A schema that holds the others that it refers to among its definitions, because validators of other languages don't
 * fetch them. One that refers to none stays as it is.
 * @param read gives the text of another schema by its file name
 */
export function bundledSchema(text: string, read: (file: string) => string): string {
  const schema = JSON.parse(text) as Schema
  const files = others(schema)
  if (files.length === 0) return text
  const nameOf = (file: string): string => file.replace('.schema.json', '')
  const definitions = files.map((file) => {
    const { $schema: _, $id: __, ...whole } = JSON.parse(bundledSchema(read(file), read)) as Schema
    const inside = withReferences(whole, (reference) => reference.replace(/^#/, `#/$defs/${nameOf(file)}`))
    return [nameOf(file), inside] as const
  })
  const { $defs, ...rest } = schema
  const bundle = {
    ...rest,
    $defs: { ...(isSchema($defs) && $defs), ...Object.fromEntries(definitions) },
  }
  const rewritten = withReferences(bundle, (reference) =>
    reference.startsWith('#') ? reference : `#/$defs/${nameOf(reference)}`,
  )
  return `${JSON.stringify(rewritten, null, 2)}\n`
}
