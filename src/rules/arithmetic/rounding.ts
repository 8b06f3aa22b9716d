import { mark, type Sentence } from './sentences.ts'

/** What the words behind a result say of how it was rounded. */
export interface Rounding {
  readonly direction: 'up' | 'down' | 'nearest'
  /**
   * To the last digit that is shown; to a number that comes behind the word (“rounded up to 20”), which need not be the
   * next whole one; or to what only words tell (“rounded up to whole nodes”).
   */
  readonly to: 'digit' | 'number' | 'words'
  /** It is said behind a later result, of several at once. */
  readonly shared?: true
}

/** A second result, which the words behind the first one lead to: `6.7, so 7 (rounded up)`. */
export interface RoundedTo {
  /** Where its number begins. */
  readonly at: number
  readonly rounding: Rounding
}

export interface ReadRounding {
  readonly rounding?: Rounding
  readonly roundedTo?: RoundedTo
}

const sight = 400
const words = '[^();:=≈\\d.!?]{0,60}?'
const number = '(?:[$€£]|USD )?\\d'
const rounded =
  '(?:which |after |when |if )?(?:is |are )?(?:rounded|rounding|rounds|round)(?:\\s+(up|down))?\\b'
const own = new RegExp(`^${words}[,(]?\\s*${rounded}`)
const toNumber = new RegExp(`^,?\\s+to\\s+(?:about\\s+)?(?=${number})`)
const toWords = /^,?\s+to\s+[a-z]/
const nextNumber = new RegExp(`^${words}[,(→⇒]?${words}(?=${number})`)
const roundedNumber = new RegExp(`^${number}[\\d,.]*[^();:=≈\\d.]{0,40}?[,(]?\\s*${rounded}`)
const later = /\(rounded(?:\s+(up|down))?\)/

const directionOf = (word: string | undefined): Rounding['direction'] =>
  word === 'up' || word === 'down' ? word : 'nearest'

/** The rounding that a match tells, with the words behind it. */
const roundingOf = (match: RegExpExecArray, behind: string): Rounding => ({
  direction: directionOf(match[1]),
  to: toWords.test(behind.slice(match[0].length)) ? 'words' : 'digit',
})

/**
 * Reads how a result was rounded.
 * @param from where the digits of the result end
 */
export function readRounding({ text }: Sentence, from: number): ReadRounding {
  const [clause = ''] = text.slice(from, from + sight).split(';', 1)
  if (!clause.includes('round')) return {}
  const behind = clause.replaceAll(mark, ' ')
  const said = own.exec(behind)
  if (said) {
    const rounding = roundingOf(said, behind)
    const to = toNumber.exec(behind.slice(said[0].length))
    if (!to) return { rounding }
    return {
      roundedTo: { at: from + said[0].length + to[0].length, rounding: { ...rounding, to: 'number' } },
    }
  }
  const next = nextNumber.exec(behind)
  const rest = behind.slice(next?.[0].length ?? behind.length)
  const found = roundedNumber.exec(rest)
  if (next && found) return { roundedTo: { at: from + next[0].length, rounding: roundingOf(found, rest) } }
  const common = later.exec(behind)
  return common ? { rounding: { direction: directionOf(common[1]), to: 'digit', shared: true } } : {}
}
