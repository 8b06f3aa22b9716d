// Lists the fields that a JSON Schema describes.

/** Keywords that are told in another way, or are no contract. */
const told = [
  '$schema',
  '$id',
  '$defs',
  '$ref',
  'title',
  'description',
  'type',
  'properties',
  'required',
  'items',
  'enum',
  'const',
  'oneOf',
]

const resolve = (schema, root) => {
  const name = /^#\/\$defs\/(.+)$/.exec(schema.$ref ?? '')?.[1]
  if (name === undefined) return schema
  const definition = root.$defs?.[name]
  if (definition === undefined) throw new Error(`the schema has no definition \`${name}\``)
  // A whole schema is told where it stands by itself.
  return definition.$defs ? schema : definition
}

function typeOf(schema) {
  const closed = schema.additionalProperties === false ? ['closed'] : []
  const kind =
    schema.$ref ??
    (schema.enum ?? ('const' in schema ? [schema.const] : undefined))
      ?.map((each) => JSON.stringify(each))
      .join(' | ') ??
    [schema.type ?? 'any'].flat().join(' | ')
  const limits = Object.keys(schema)
    .filter((key) => !told.includes(key) && key !== 'additionalProperties')
    .sort()
    .map((key) => `${key} ${typeof schema[key] === 'string' ? schema[key] : JSON.stringify(schema[key])}`)
  return [kind, ...closed, ...limits].join(', ')
}

function* walk(given, root, field, required, above) {
  const schema = resolve(given, root)
  if (above.includes(schema)) throw new Error(`the schema of \`${field}\` holds itself`)
  const inside = [...above, schema]
  yield { field: field === '' ? '(whole)' : field, type: typeOf(schema), required }
  const join = (name) => (field === '' ? name : `${field}.${name}`)
  for (const [name, each] of Object.entries(schema.properties ?? {}))
    yield* walk(each, root, join(name), schema.required?.includes(name) ? 'yes' : 'no', inside)
  // What a variant requires it requires of that variant only.
  for (const { $ref } of schema.oneOf ?? [])
    for (const row of walk({ $ref }, root, field, required, inside))
      if (row.field !== field && row.field !== '(whole)')
        yield { ...row, field: `${row.field} (${$ref.replace('#/$defs/', '')})` }
  if (schema.items) yield* walk(schema.items, root, `${field}[]`, '', inside)
  if (typeof schema.additionalProperties === 'object')
    yield* walk(schema.additionalProperties, root, join('*'), '', inside)
}

/** Every field with its path, its type with what limits it, and whether it is required; sorted by path. */
export function fieldsOf(schema) {
  return [...walk(schema, schema, '', '', [])].sort((a, b) => (a.field < b.field ? -1 : 1))
}
