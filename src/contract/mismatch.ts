import type { Validate } from '../model/validate.ts'
import { quote } from '../text/quote.ts'

const types: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  array: 'a list',
  object: 'an object',
  'boolean,object': 'an object, `true` or `false`',
}

/** Whether data is nested too deep for recursive functions. */
function isTooDeep(value: unknown, levels = 64): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isTooDeep(inner, levels - 1))
}

/** A JSON pointer as authors of JavaScript write it, such as `[1].sections[0].title`. */
function pathAt(data: unknown, pointer: string): string {
  let value: unknown = data
  let path = ''
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    path += Array.isArray(value) ? `[${key}]` : `.${key}`
    value = (value as Readonly<Record<string, unknown>>)[key]
  }
  return path
}

const shown = (path: string): string => quote(path.replace(/^\./, ''), 100)

/** How data differs from what a comparison can read, said of the file that holds it; undefined when it does not. */
export function mismatchOf(data: unknown, validate: Validate): string | undefined {
  if (isTooDeep(data)) return 'is nested too deep'
  if (validate(data)) return undefined
  const [error] = validate.errors ?? []
  if (!error) throw new Error('a validator refuses data without an error')
  const path = pathAt(data, error.instancePath)
  if (error.keyword === 'required')
    return `has no ${shown(`${path}.${String(error.params['missingProperty'])}`)}`
  const expected = types[String(error.params['type'])]
  if (expected === undefined) throw new Error(`no words for the schema error ${error.schemaPath}`)
  return path === '' ? `is not ${expected}` : `should have ${expected} at ${shown(path)}`
}
