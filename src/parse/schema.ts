import type { Finding } from '../model/diagnostic.ts'
import type { SchemaError, Validate } from '../model/validate.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { oneOf, quote } from '../text/quote.ts'
import { asSeen, hiddenIn } from './hidden-characters.ts'
import { expectedLimit, expectedPattern, expectedType } from './schema-expectations.ts'
import type { YamlData } from './yaml.ts'
import type { Path } from './yaml-places.ts'

const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))

const nameOf = (path: Path): string => (path.length === 0 ? 'the front matter' : quote(path.join('.')))

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], data)

/** The keys that the object beside an `additionalProperties` keyword may hold. */
const keysAt = (schema: unknown, schemaPath: string): readonly string[] =>
  Object.keys(Object(valueAt(schema, pathOf(schemaPath.replace(/additionalProperties$/, 'properties')))))

/** The values that a missing key may have, where its schema lists them. */
function valuesOf(key: string, schema: unknown, schemaPath: string): string {
  const properties = valueAt(schema, pathOf(schemaPath.replace(/required$/, 'properties')))
  const values: unknown = (Object(properties) as Record<string, { enum?: unknown } | undefined>)[key]?.enum
  return Array.isArray(values) ? ` with ${oneOf(values.map(String))}` : ''
}

/** One schema error as a finding. */
function explain(error: SchemaError, yaml: YamlData, schema: unknown): Finding | undefined {
  const { keyword, params } = error
  const path = pathOf(error.instancePath)
  const value = valueAt(yaml.data, path)
  const here = nameOf(path)
  const shown =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? `value ${quote(String(value))}`
      : value === null
        ? 'empty value'
        : 'value'
  if (keyword === 'required') {
    const key = String(params['missingProperty'])
    const where = path.length === 0 ? '' : ` in ${here}`
    return {
      at: yaml.at([...path, key]),
      message: `Unexpected missing key \`${key}\`${where}, expected a line \`${key}: …\`${valuesOf(key, schema, error.schemaPath)}`,
      expected: [key],
    }
  }
  if (keyword === 'additionalProperties') {
    const key = String(params['additionalProperty'])
    const allowed = keysAt(schema, error.schemaPath)
    const meant = didYouMean(key, allowed)
    const hint = meant ? `; did you mean \`${meant}\`?` : ''
    return {
      at: yaml.keyAt([...path, key]),
      message: `Unexpected key ${quote(key)}, expected ${oneOf(allowed)}${hint}`,
      expected: meant ? [meant] : allowed,
    }
  }
  if (keyword === 'false schema')
    return {
      at: yaml.keyAt(path),
      message: `Unexpected key ${quote(String(path.at(-1)))} in ${nameOf(path.slice(0, -1))}, expected it only with \`rubric-evidence\``,
    }
  const at = yaml.at(path)
  if (keyword === 'enum') {
    const allowed = (params['allowedValues'] as unknown[]).map(String)
    const hidden = typeof value === 'string' ? hiddenIn(value) : undefined
    const seen = asSeen(String(value))
    if (hidden !== undefined && allowed.includes(seen))
      return {
        at,
        message: `Unexpected ${shown} of ${here} with ${hidden}, expected \`${seen}\` alone`,
        expected: [seen],
        fix: [{ ...at, text: seen }],
      }
    const meant = typeof value === 'string' ? didYouMean(value, allowed) : undefined
    const hint = meant ? `; did you mean \`${meant}\`?` : ''
    return {
      at,
      message: `Unexpected ${shown} of ${here}, expected ${oneOf(allowed)}${hint}`,
      expected: meant ? [meant] : allowed,
    }
  }
  if (keyword === 'type')
    return {
      at,
      message: `Unexpected ${shown} of ${here}, expected ${expectedType(String(params['type']))}`,
    }
  if (keyword === 'not')
    return {
      at,
      message: `Unexpected reserved name ${quote(String(value))}, expected a name that no file system or language uses`,
    }
  if (keyword === 'uniqueItems')
    return {
      at: yaml.at([...path, Math.max(Number(params['i']), Number(params['j']))]),
      message: `Unexpected repeated value in ${here}, expected each value once`,
    }
  if (keyword === 'pattern') {
    const named = error.propertyName
    const expected = expectedPattern(String(params['pattern']))
    if (named !== undefined)
      return {
        at: yaml.keyAt([...path, named]),
        message: `Unexpected name ${quote(named)} in ${here}, expected ${expected}`,
      }
    const hidden = typeof value === 'string' ? hiddenIn(value) : undefined
    const found = hidden === undefined ? shown : `${shown} with ${hidden}`
    return { at, message: `Unexpected ${found} of ${here}, expected ${expected}` }
  }
  const limit = expectedLimit(keyword, String(params['limit']))
  if (limit) return { at, message: `Unexpected ${shown} of ${here}, expected ${limit}` }
  return undefined
}

/** Wrappers that only repeat what a deeper error says. */
const wrappers = new Set(['if', 'anyOf', 'oneOf', 'allOf', 'propertyNames', 'items'])

/**
 * Validates data and places each error on its own key or value.
 * @param schema the schema that `validate` was compiled from, for the keys that an object may hold
 */
export function validateData(yaml: YamlData, validate: Validate, schema: unknown): Finding[] {
  if (validate(yaml.data)) return []
  const seen = new Set<string>()
  return (validate.errors ?? []).flatMap((error) => {
    const mark = `${error.instancePath} ${error.keyword} ${error.keyword === 'required' || error.keyword === 'additionalProperties' ? JSON.stringify(error.params) : ''}`
    if (wrappers.has(error.keyword) || seen.has(mark)) return []
    seen.add(mark)
    const finding = explain(error, yaml, schema)
    return finding ? [finding] : []
  })
}
