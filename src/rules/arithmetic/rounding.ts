import { mark, type Sentence } from './sentences.ts'

/** What the words behind a result say of how it was rounded. */
export interface Rounding {
  readonly direction: 'up' | 'down' | 'nearest'
  /** To something that only the words tell, such as whole nodes. */
  readonly loose: boolean
  /** Said before the result, as in “rounded up to 20”, so that 20 need not be the next whole number. */
  readonly named: boolean
  /** Said of several results at once, the last of which it stands behind. */
  readonly shared: boolean
}

/** A result in words behind another: `so 7 (rounded up)`, `, rounded up to 7`. */
export interface RoundedTo {
  /** Where its number begins. */
  readonly at: number
  readonly rounding: Rounding
}

const rounded =
  '(?:which |after |when |if )?(?:is |are )?(?:rounded|rounding|rounds|round)(?:\\s+(up|down))?\\b'
const words = '[^();:=≈\\d.!?]{0,60}'
const number = '(?:[$€£]|USD )?\\d'
const own = new RegExp(`^${words}?[,(]?\\s*${rounded}`)
const target = new RegExp(`^(?:\\s*,)?\\s+to\\s+(?:about\\s+)?(?=${number})`)
const elsewhere = /^(?:\s*,)?\s+to\s+[a-z]/
const then = new RegExp(`^${words}?[,(→⇒]?${words}?(?=${number})`)
const thenRounded = new RegExp(`^${number}[\\d,.]*[^();:=≈\\d.]{0,40}?[,(]?\\s*${rounded}`)
const later = /\(rounded(?:\s+(up|down))?\)/
const clause = /^[^;]{0,400}/

const direction = (word: string | undefined): Rounding['direction'] =>
  word === 'up' || word === 'down' ? word : 'nearest'

/**
 * Reads how a result was rounded.
 * @param from where the digits of the result end
 */
export function readRounding(
  { text }: Sentence,
  from: number,
): { readonly rounding?: Rounding; readonly roundedTo?: RoundedTo } {
  const behind = (clause.exec(text.slice(from, from + 400))?.[0] ?? '').replaceAll(mark, ' ')
  const said = own.exec(behind)
  if (said) {
    const rest = behind.slice(said[0].length)
    const rounding = {
      direction: direction(said[1]),
      loose: elsewhere.test(rest),
      named: false,
      shared: false,
    }
    const to = target.exec(rest)
    if (!to) return { rounding }
    return { roundedTo: { at: from + said[0].length + to[0].length, rounding: { ...rounding, named: true } } }
  }
  const next = then.exec(behind)
  if (next) {
    const found = thenRounded.exec(behind.slice(next[0].length))
    if (found) {
      const loose = elsewhere.test(behind.slice(next[0].length + found[0].length))
      const rounding = { direction: direction(found[1]), loose, named: false, shared: false }
      return { roundedTo: { at: from + next[0].length, rounding } }
    }
  }
  const common = later.exec(behind)
  return common
    ? { rounding: { direction: direction(common[1]), loose: false, named: false, shared: true } }
    : {}
}
