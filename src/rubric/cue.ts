import { oneOf } from '../text/quote.ts'
import { wordSet } from '../text/word-set.ts'
import { amountClasses } from './amounts.ts'
import { compilePattern, type Pattern, PatternError } from './pattern.ts'
import type { ReadPhrase } from './substance.ts'
import { wordClasses } from './words.ts'

/** Longest cue in characters. */
const maxCueLength = 160

const negations = wordSet('no not never none nobody nothing neither nor without')

/** Words that say nothing of a drill when a cue is nothing else. */
const common = wordSet(
  'a an the and or but if when then so because as at by for from in into of off on onto out over per than that this to ' +
    'under until up while with is are was were be been being has have had do does did can could may might must shall ' +
    'should will would we i you they it he she our my your their its all any both each every few more most other some ' +
    'such only own same too very use uses used using user users data model models system systems team teams time test ' +
    'tests latency quality cost costs traffic error errors metric metrics monitor monitoring canary rollback deploy ' +
    'deployment alert alerts log logs p50 p95 p99 slo slos wer mos gpu gpus audio text speech voice answer call calls',
)

/** The parts of a cue that are not there to exclude something. */
function positiveParts(source: string): string[] {
  const parts: string[] = []
  for (const side of source.split('&')) {
    const own = side.trim()
    if (own.startsWith('!')) continue
    for (const part of own.split(/\s+/)) if (part !== '' && part !== '..') parts.push(part)
  }
  return parts
}

/** A word, or a stem of at least three letters, that tells something by itself. */
const tells = (part: string): boolean => {
  const stem = part.replace(/\*$/, '')
  if (/^<[a-z]+>$/.test(part) || negations.has(stem)) return false
  return stem.length >= (part.endsWith('*') ? 3 : 2) || /\d/.test(stem)
}

function tooBroad(parts: readonly string[]): string | undefined {
  const telling = parts.filter(tells)
  const [only] = telling
  if (only === undefined) return 'which matches almost any sentence'
  const isCommon = common.has(only.replace(/\*$/, ''))
  return telling.length === 1 && isCommon ? 'of one common word, which matches almost any answer' : undefined
}

/** Words, stems and amounts with blanks, `..`, `&` and `& !` between: such a cue can be read, whatever it says. */
const part = String.raw`(?:[a-z0-9]+(?:['-][a-z0-9]+)*\*?|<(?:${amountClasses.join('|')})>)`
const plain = new RegExp(`^${part}(?:(?: | \\.\\. | & !?)${part})*$`)

/** A pattern that is compiled when it is first tried: of a drill's hundreds of cues, hardly one in ten ever is. */
function lazily(source: string): Pattern {
  let compiled: Pattern | undefined
  const pattern = (): Pattern => {
    compiled ??= compilePattern(source, {})
    return compiled
  }
  const count = (...phrase: Parameters<Pattern>): number => pattern()(...phrase)
  return Object.assign(count, {
    words: (...phrase: Parameters<Pattern['words']>) => pattern().words(...phrase),
  })
}

/** How a word or stem stands among the words of a phrase, with blanks around each. */
const standing = (part: string): string => (part.endsWith('*') ? ` ${part.slice(0, -1)}` : ` ${part} `)

export interface ReadCue {
  readonly pattern: Pattern
  /** What a phrase must hold for the pattern to be worth trying. */
  readonly needs: readonly string[]
}

export interface UnreadCue {
  /** What is wrong, as it follows “cue …”. */
  readonly problem: string
  /** What to write, where it is not just other words. */
  readonly expected?: string
}

const isClass = (name: string): boolean =>
  name === 'denied' || Object.hasOwn(wordClasses, name) || amountClasses.some((each) => each === name)

/** Signs that join nothing, and names of amounts that there are not. */
function misused(source: string): UnreadCue | undefined {
  const parts = source.trim().split(/\s+/)
  const unknown = parts.find((part) => {
    const [, name] = /^!?<(.*)>$/.exec(part) ?? []
    return name !== undefined && !isClass(name)
  })
  if (unknown !== undefined)
    return {
      problem: `with the unknown amount \`${unknown}\``,
      expected: oneOf(amountClasses.map((name) => `<${name}>`)),
    }
  const isSign = (part: string | undefined): boolean => part === undefined || part === '..' || part === '&'
  const loose = parts.find(
    (part, index) => isSign(part) && (isSign(parts[index - 1]) || isSign(parts[index + 1])),
  )
  if (loose !== undefined)
    return { problem: `in which \`${loose}\` joins nothing`, expected: 'words before it and after it' }
  return undefined
}

/** Reads a cue: a pattern in the rubric's language that tells that a sentence speaks of a criterion. */
export function readCue(source: string): ReadCue | UnreadCue {
  if (source.length > maxCueLength)
    return { problem: `of ${source.length} characters, of which ${maxCueLength} are read` }
  if (source.includes('|')) return { problem: 'that holds `|`' }
  if (source.includes('$')) return { problem: 'that names a list of the rubric' }
  const isPlain = plain.test(source)
  const wrong = isPlain ? undefined : misused(source)
  if (wrong) return wrong
  const parts = positiveParts(source)
  const broad = tooBroad(parts)
  if (broad !== undefined) return { problem: broad }
  if (isPlain) {
    const needs = parts.flatMap((part) => (part.startsWith('<') ? [] : [standing(part)]))
    return { pattern: lazily(source), needs }
  }
  try {
    return { pattern: compilePattern(source, {}), needs: [] }
  } catch (error) {
    if (error instanceof PatternError) return { problem: `with ${error.message}` }
    throw error
  }
}

/** Those of some cues that a phrase holds. */
export function* cuesIn<T extends Partial<ReadCue>>(
  { tokens, memo }: ReadPhrase,
  cues: Iterable<T>,
): Generator<T> {
  const spoken = ` ${tokens.map(({ text }) => text).join(' ')} `
  for (const cue of cues) {
    const { pattern, needs = [] } = cue
    if (pattern && needs.every((word) => spoken.includes(word)) && pattern(tokens, memo, 1) > 0) yield cue
  }
}
