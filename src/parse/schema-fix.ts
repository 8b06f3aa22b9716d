import type { Edit } from '../model/diagnostic.ts'
import type { SchemaError } from '../model/validate.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { pairNames } from '../text/pair-names.ts'
import type { Span } from '../text/place.ts'
import { sameName } from '../text/same-name.ts'
import { slug } from '../text/slug.ts'
import { pathOf, propertiesAt, valueAt } from './schema-paths.ts'

/** In a closed vocabulary a word of three letters is no abbreviation of something else. */
const leastLetters = 3

/** Words of letters and digits with a blank, hyphen or underscore between them. */
const plainWords = /^[\p{L}\p{N}]+(?:[ _-]+[\p{L}\p{N}]+)*$/u

const quotes = /^(["'])(.*)\1$/s

/**
 * Writes one of the known words in place of a key or value; empty where the one that is written may be meant.
 * @param taken words that stand beside it: to repeat one of them would be no better; without them nothing is written
 */
export function vocabularyFix(
  text: string,
  { start, end }: Span,
  written: string,
  known: readonly string[],
  taken: readonly string[] | undefined,
): Edit[] {
  const source = text.slice(start, end)
  if (taken === undefined || (quotes.exec(source)?.[2] ?? source) !== written) return []
  const meant = known.filter((each) => sameName(written, each, leastLetters))
  const [word] = meant
  if (word === undefined || meant.length > 1 || taken.includes(word)) return []
  return [{ start, end, text: word }]
}

/** Writes words in kebab case where this changes nothing but their form. */
export function kebabFix(
  text: string,
  span: Span,
  written: string,
  pattern: string,
  taken: readonly string[] | undefined,
): Edit[] {
  const id = slug(written)
  return plainWords.test(written) && new RegExp(pattern, 'u').test(id)
    ? vocabularyFix(text, span, written, [id], taken)
    : []
}

/** The known keys that unknown ones stand for: an object lacks the known key, and no two of its keys stand for it. */
function misspeltKeys(present: readonly string[], known: readonly string[]): Map<string, string> {
  const free = known.filter((key) => !present.includes(key))
  const meant = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const key of present) {
    const other = known.includes(key) ? undefined : didYouMean(key, free)
    if (other === undefined || !sameName(key, other, leastLetters)) continue
    meant.set(key, other)
    counts.set(other, (counts.get(other) ?? 0) + 1)
  }
  return new Map([...meant].filter(([, other]) => counts.get(other) === 1))
}

/** The misspelt keys of data, each with the one that is meant, by the pointer of the object that holds them. */
export type Misspelt = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Finds the misspelt keys among those that a schema does not know. */
export function misspeltIn(data: unknown, errors: readonly SchemaError[], schema: unknown): Misspelt {
  const found = new Map<string, ReadonlyMap<string, string>>()
  for (const { keyword, instancePath } of errors) {
    if (keyword !== 'additionalProperties' || found.has(instancePath)) continue
    const present = Object.keys(Object(valueAt(data, pathOf(instancePath))))
    found.set(instancePath, misspeltKeys(present, Object.keys(propertiesAt(schema, instancePath))))
  }
  return found
}

/** The unknown keys of data, each with the missing one that it stands in for, by the pointer of the object that holds them. */
export function replacedIn(errors: readonly SchemaError[], misspelt: Misspelt, schema: unknown): Misspelt {
  const named = (keyword: string, param: string): Map<string, string[]> => {
    const names = new Map<string, string[]>()
    for (const error of errors) {
      if (error.keyword !== keyword) continue
      const found = names.get(error.instancePath) ?? []
      found.push(String(error.params[param]))
      names.set(error.instancePath, found)
    }
    return names
  }
  const missing = named('required', 'missingProperty')
  const unknown = named('additionalProperties', 'additionalProperty')
  const found = new Map<string, ReadonlyMap<string, string>>()
  for (const [pointer, keys] of missing) {
    const known = misspelt.get(pointer) ?? new Map<string, string>()
    const meant = new Set(known.values())
    found.set(
      pointer,
      pairNames(
        [...new Set(unknown.get(pointer))].filter((key) => !known.has(key)),
        keys.filter((key) => !meant.has(key)),
        Object.keys(propertiesAt(schema, pointer)),
      ),
    )
  }
  return found
}

/** Whether a key that an error calls missing is there under another name, which is an error of its own. */
export const standsMisspelt = ({ keyword, instancePath, params }: SchemaError, misspelt: Misspelt): boolean =>
  keyword === 'required' &&
  [...(misspelt.get(instancePath)?.values() ?? [])].includes(String(params['missingProperty']))
