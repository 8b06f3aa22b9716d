import type { Finding } from '../model/diagnostic.ts'
import type { Validate } from '../model/validate.ts'
import { explainSchemaError } from './explain-schema-error.ts'
import { misspeltIn, replacedIn, standsMisspelt } from './schema-fix.ts'
import type { YamlData } from './yaml.ts'

/** Wrappers that only repeat what a deeper error says. */
const wrappers = new Set(['if', 'anyOf', 'oneOf', 'allOf', 'propertyNames', 'items'])

/**
 * Validates data and places each error on its own key or value.
 * @param schema the schema that `validate` was compiled from, for the keys that an object may hold
 * @param text what the data was read from
 */
export function validateData(yaml: YamlData, validate: Validate, schema: unknown, text: string): Finding[] {
  if (validate(yaml.data)) return []
  const seen = new Set<string>()
  const errors = validate.errors ?? []
  const misspelt = misspeltIn(yaml.data, errors, schema)
  const replaced = replacedIn(errors, misspelt, schema)
  return errors.flatMap((error) => {
    if (standsMisspelt(error, misspelt) || standsMisspelt(error, replaced)) return []
    const mark = `${error.instancePath} ${error.keyword} ${error.keyword === 'required' || error.keyword === 'additionalProperties' ? JSON.stringify(error.params) : ''}`
    if (wrappers.has(error.keyword) || seen.has(mark)) return []
    seen.add(mark)
    const finding = explainSchemaError(error, { yaml, schema, text, misspelt, replaced })
    return finding ? [finding] : []
  })
}
