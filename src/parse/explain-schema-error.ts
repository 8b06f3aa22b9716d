import type { Edit, Finding } from '../model/diagnostic.ts'
import type { SchemaError } from '../model/validate.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { oneOf, quote } from '../text/quote.ts'
import { slug } from '../text/slug.ts'
import { asSeen, hiddenIn } from './hidden-characters.ts'
import { expectedLimit, expectedPattern, expectedType } from './schema-expectations.ts'
import { kebabFix, type Misspelt, vocabularyFix } from './schema-fix.ts'
import { pathOf, propertiesAt, valueAt } from './schema-paths.ts'
import type { YamlData } from './yaml.ts'
import type { Path } from './yaml-places.ts'

const nameOf = (path: Path): string => (path.length === 0 ? 'the front matter' : quote(path.join('.')))

/** The values that a missing key may have, where its schema lists them. */
function valuesOf(key: string, properties: Readonly<Record<string, unknown>>): string {
  const { enum: values } = Object(properties[key]) as { enum?: unknown }
  return Array.isArray(values) ? ` with ${oneOf(values.map(String))}` : ''
}

const fixed = (fix: readonly Edit[]): Pick<Finding, 'fix'> => (fix.length > 0 ? { fix } : {})

/** No list of any schema is longer: nothing in one that is, is worth a fix. */
const longestList = 64

/** What stands beside a value in a list, as it would be written; undefined in a list that is too long. */
const besides = (data: unknown, path: Path): string[] | undefined => {
  const list = valueAt(data, path.slice(0, -1))
  if (Array.isArray(list) && list.length > longestList) return undefined
  const others = Array.isArray(list) ? list.filter((_, index) => index !== path.at(-1)) : []
  return others.map((each) => slug(String(each)))
}

/** What an error is about. */
interface Context {
  readonly yaml: YamlData
  readonly schema: unknown
  readonly text: string
  readonly misspelt: Misspelt
  readonly replaced: Misspelt
}

/** One schema error as a finding. */
export function explainSchemaError(
  error: SchemaError,
  { yaml, schema, text, misspelt, replaced }: Context,
): Finding | undefined {
  const { keyword, params } = error
  const path = pathOf(error.instancePath)
  const value = valueAt(yaml.data, path)
  const here = nameOf(path)
  const shown =
    value === null || value === ''
      ? 'empty value'
      : typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? `value ${quote(String(value))}`
        : 'value'
  if (keyword === 'required') {
    const key = String(params['missingProperty'])
    const where = path.length === 0 ? '' : ` in ${here}`
    return {
      at: yaml.at([...path, key]),
      message: `Unexpected missing key \`${key}\`${where}, expected a line \`${key}: …\`${valuesOf(key, propertiesAt(schema, error.instancePath))}`,
      expected: [key],
    }
  }
  if (keyword === 'additionalProperties') {
    const key = String(params['additionalProperty'])
    const allowed = Object.keys(propertiesAt(schema, error.instancePath))
    const other = misspelt.get(error.instancePath)?.get(key)
    const meant = other ?? replaced.get(error.instancePath)?.get(key) ?? didYouMean(key, allowed)
    const hint = meant ? `; did you mean \`${meant}\`?` : ''
    const at = yaml.keyAt([...path, key])
    return {
      at,
      ...fixed(other === undefined ? [] : vocabularyFix(text, at, key, [other], [])),
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
      ...fixed(
        typeof value === 'string' ? vocabularyFix(text, at, value, allowed, besides(yaml.data, path)) : [],
      ),
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
    const source = String(params['pattern'])
    const expected = expectedPattern(source)
    if (named !== undefined) {
      const key = yaml.keyAt([...path, named])
      return {
        at: key,
        ...fixed(kebabFix(text, key, named, source, Object.keys(Object(value)))),
        message: `Unexpected name ${quote(named)} in ${here}, expected ${expected}`,
      }
    }
    const hidden = typeof value === 'string' ? hiddenIn(value) : undefined
    const found = hidden === undefined ? shown : `${shown} with ${hidden}`
    const fix = typeof value === 'string' ? kebabFix(text, at, value, source, besides(yaml.data, path)) : []
    return { at, message: `Unexpected ${found} of ${here}, expected ${expected}`, ...fixed(fix) }
  }
  const limit = expectedLimit(keyword, String(params['limit']))
  if (limit) return { at, message: `Unexpected ${shown} of ${here}, expected ${limit}` }
  return undefined
}
