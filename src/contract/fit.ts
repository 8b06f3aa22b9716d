/** What does not fit: where in the data, and what should stand there. */
export interface Misfit {
  readonly at: string
  readonly expected: string
}

/** Holds a value against the shape that a comparison reads; further fields are welcome. */
export type Fit = (value: unknown) => Misfit | undefined

type Fits = Readonly<Record<string, Fit>>

const expect =
  (expected: string, holds: (value: unknown) => boolean): Fit =>
  (value) =>
    holds(value) ? undefined : { at: '', expected }

export const any: Fit = () => undefined
export const text: Fit = expect('text', (value) => typeof value === 'string')
export const number: Fit = expect('number', (value) => typeof value === 'number')

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function first(parts: readonly (readonly [string, unknown, Fit])[]): Misfit | undefined {
  for (const [name, value, misfitOf] of parts) {
    const found = misfitOf(value)
    if (found) return { ...found, at: `${name}${found.at}` }
  }
  return undefined
}

export const list =
  (of: Fit): Fit =>
  (value) =>
    Array.isArray(value)
      ? first(value.map((item, index) => [`[${index}]`, item, of]))
      : { at: '', expected: 'list' }

export const record =
  (of: Fit): Fit =>
  (value) =>
    isRecord(value)
      ? first(Object.entries(value).map(([name, inner]) => [`.${name}`, inner, of]))
      : { at: '', expected: 'object' }

const own = (value: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(value, name) ? value[name] : undefined

/** An object with the fields that it must have and those that it may have. */
export const object =
  (need: Fits, may: Fits = {}): Fit =>
  (value) =>
    isRecord(value)
      ? first([
          ...Object.entries(need).map(([name, fit]) => [`.${name}`, own(value, name), fit] as const),
          ...Object.entries(may)
            .filter(([name]) => Object.hasOwn(value, name))
            .map(([name, fit]) => [`.${name}`, own(value, name), fit] as const),
        ])
      : { at: '', expected: 'object' }

/** Whether data is nested deeper than functions that call themselves can follow. */
export function isDeep(value: unknown, levels = 64): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeep(inner, levels - 1))
}
