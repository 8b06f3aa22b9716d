/** What a value is, in words. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return 'an array'
  if (value instanceof Promise) return 'a promise (is an `await` missing?)'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** What an argument must look like: text, a weight, any object, a list, or an object by its keys; `key?` may be left out. */
type Shape = 'string' | 'weight' | 'object' | readonly [Shape] | { readonly [key: string]: Shape }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Promise)

const described = (shape: Shape): string => {
  if (shape === 'object') return 'an object'
  if (typeof shape === 'string') return shape === 'weight' ? 'a number' : 'a string'
  return Array.isArray(shape) ? 'an array' : 'an object'
}

const fits = (value: unknown, shape: Shape): boolean => {
  if (Array.isArray(shape)) return Array.isArray(value)
  if (shape === 'weight') return typeof value === 'number'
  return shape === 'string' ? typeof value === shape : isObject(value)
}

/** Larger weights are none, and sums of them may be no number. */
const largestWeight = 1000

/** What stands inside a value, each with its shape and its name. */
function* inside(value: unknown, shape: Shape, name: string): Generator<[unknown, Shape, string]> {
  if (typeof shape === 'string') return
  if (Array.isArray(shape)) {
    for (const [index, item] of Array.isArray(value) ? value.entries() : [])
      yield [item, shape[0], `${name}[${index}]`]
    return
  }
  for (const [key, inner] of Object.entries(shape)) {
    const own = key.replace('?', '')
    const found = isObject(value) ? value[own] : undefined
    if (found !== undefined || own === key) yield [found, inner, `${name}.${own}`]
  }
}

/**
 * Checks an argument, so that an error names it, and not what stumbled over it.
 * @throws TypeError
 * @throws RangeError for a weight that makes no score
 */
export function checkShape(value: unknown, shape: Shape, name: string, expected = described(shape)): void {
  if (!fits(value, shape)) throw new TypeError(`\`${name}\` is ${kindOf(value)}, expected ${expected}`)
  if (shape === 'weight' && !(Number(value) >= 0 && Number(value) <= largestWeight))
    throw new RangeError(`\`${name}\` is ${value}, expected a number from 0 to ${largestWeight}`)
  for (const [each, inner, path] of inside(value, shape, name)) checkShape(each, inner, path)
}
