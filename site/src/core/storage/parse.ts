/**
 * Strict parsers for untrusted data. A parser returns a fresh value or throws a `ParseError` that names the place.
 * `parsed` turns that into a result, so nothing is thrown outside this folder.
 */
import { failure, type Result, success } from '../model/result.ts'

export interface Parser<Value> {
  (value: unknown, place: string): Value
  /** What stands for a missing key. */
  readonly absent?: { readonly value: Value }
}

export type ValueOf<P> = P extends Parser<infer Value> ? Value : never

class ParseError extends Error {}

/** Throws a `ParseError`. */
export function reject(place: string, expected: string): never {
  throw new ParseError(`Unexpected value at \`${place}\`, expected ${expected}`)
}

/** Runs a parser. The error names the place but never quotes the value. */
export function parsed<Value>(parser: Parser<Value>, value: unknown, place: string): Result<Value, string> {
  try {
    return success(parser(value, place))
  } catch (error) {
    if (error instanceof ParseError) return failure(error.message)
    throw error
  }
}

export const string =
  (most: number, pattern?: RegExp): Parser<string> =>
  (value, place) => {
    if (typeof value !== 'string') return reject(place, 'text')
    if (value.length > most) return reject(place, `at most ${most} characters`)
    return pattern && !pattern.test(value) ? reject(place, `text of the form ${pattern.source}`) : value
  }

export const number =
  (least: number, most: number): Parser<number> =>
  (value, place) =>
    typeof value === 'number' && value >= least && value <= most
      ? value
      : reject(place, `a number from ${least} to ${most}`)

export const whole =
  (least: number, most: number): Parser<number> =>
  (value, place) =>
    Number.isInteger(value)
      ? number(least, most)(value, place)
      : reject(place, `a whole number from ${least} to ${most}`)

export const boolean: Parser<boolean> = (value, place) =>
  typeof value === 'boolean' ? value : reject(place, 'true or false')

export const oneOf =
  <const Value extends string | number>(...values: readonly Value[]): Parser<Value> =>
  (value, place) =>
    values.find((each) => each === value) ?? reject(place, `one of ${values.join(', ')}`)

export const nullable =
  <Value>(parser: Parser<Value>): Parser<Value | null> =>
  (value, place) =>
    value === null ? null : parser(value, place)

export const list =
  <Value>(parser: Parser<Value>, most: number): Parser<readonly Value[]> =>
  (value, place) => {
    if (!Array.isArray(value)) return reject(place, 'a list')
    if (value.length > most) return reject(place, `at most ${most} items`)
    return value.map((item: unknown, index) => parser(item, `${place}[${index}]`))
  }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A record whose keys match `id`. */
export const recordOf =
  <Value>(id: RegExp, parser: Parser<Value>, most: number): Parser<Readonly<Record<string, Value>>> =>
  (value, place) => {
    if (!isObject(value)) return reject(place, 'an object')
    const keys = Object.keys(value)
    if (keys.length > most) return reject(place, `at most ${most} entries`)
    return Object.fromEntries(
      keys.map((key) =>
        id.test(key) ? [key, parser(value[key], `${place}.${key}`)] : reject(place, 'ids as keys'),
      ),
    )
  }

/** A value that records of earlier versions lack. */
export const optional = <Value>(parser: Parser<Value>, value: Value): Parser<Value> =>
  Object.assign((each: unknown, place: string) => parser(each, place), { absent: { value } })

type Shape = Readonly<Record<string, Parser<unknown>>>

/** An object with exactly these keys; only optional ones may be missing. */
export const object =
  <S extends Shape>(shape: S): Parser<{ readonly [Key in keyof S]: ValueOf<S[Key]> }> =>
  (value, place) => {
    if (!isObject(value)) return reject(place, 'an object')
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(shape, key))
    if (unknown !== undefined) return reject(place, `only the keys ${Object.keys(shape).join(', ')}`)
    const entries = Object.entries(shape).map(([key, parser]) => {
      if (!Object.hasOwn(value, key))
        return parser.absent ? [key, parser.absent.value] : reject(place, `a key \`${key}\``)
      return [key, parser(value[key], `${place}.${key}`)]
    })
    // TypeScript loses the mapped type in `fromEntries`, but every key of the shape has just been parsed.
    return Object.fromEntries(entries) as { readonly [Key in keyof S]: ValueOf<S[Key]> }
  }
