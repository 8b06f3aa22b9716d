import { type AmountClass, amount, amountClasses } from './amounts.ts'
import type { Token } from './tokens.ts'

/** One side of `&`. */
interface Side {
  readonly match: Matcher
  readonly absent: boolean
}

/** Ends of every match that begins at `index`. */
type Matcher = (tokens: readonly Token[], index: number) => readonly number[]

/** How many words may stand between the two sides of `..`. */
const gap = 4

/** A pattern of the rubric that can't be read. */
export class PatternError extends Error {}

/** Counts the separate matches of a pattern in a phrase. */
export type Pattern = (tokens: readonly Token[]) => number

function word(text: string): Matcher {
  const stem = text.endsWith('*') ? text.slice(0, -1) : undefined
  return (tokens, index) => {
    const token = tokens[index]?.text ?? ''
    const hit = stem === undefined ? token === text : token.startsWith(stem)
    return hit ? [index + 1] : []
  }
}

const isAmount = (name: string): name is AmountClass => (amountClasses as readonly string[]).includes(name)

function sequence(items: readonly { readonly match: Matcher; readonly apart: boolean }[]): Matcher {
  return (tokens, index) => {
    let ends: readonly number[] = [index]
    for (const { match, apart } of items) {
      ends = [
        ...new Set(ends.flatMap((end) => starts(tokens, end, apart).flatMap((at) => match(tokens, at)))),
      ]
      if (ends.length === 0) return []
    }
    return ends
  }
}

/** Where the next item of a sequence may begin: right here, or some words on within the clause. */
function starts(tokens: readonly Token[], end: number, apart: boolean): number[] {
  const places = [end]
  for (let at = end; apart && at < end + gap; at += 1) {
    if (tokens[at] === undefined || tokens[at]?.type === 'break') break
    places.push(at + 1)
  }
  return places
}

/**
 * Compiles a pattern: `a | b` either, `a & b` both, `a & !b` the first without the second, `stem*` a word that begins
 * so, `a b` neighbours, `a .. b` in this order with at most four words between and within one clause, `$list` any
 * entry of a list, `<class>` an amount.
 * @throws PatternError naming what can't be read
 */
export function compilePattern(source: string, lists: Readonly<Record<string, string>>): Pattern {
  const readSequence = (text: string, inside: readonly string[]): Matcher => {
    const items: { match: Matcher; apart: boolean }[] = []
    let apart = false
    for (const part of text.trim().split(/\s+/)) {
      if (part === '..') apart = true
      else {
        items.push({ match: readItem(part, inside), apart: apart && items.length > 0 })
        apart = false
      }
    }
    if (items.length === 0 || apart) throw new PatternError(`an empty alternative in “${source}”`)
    return sequence(items)
  }
  const readItem = (part: string, inside: readonly string[]): Matcher => {
    if (/^<[a-z]+>$/.test(part)) {
      const name = part.slice(1, -1)
      if (!isAmount(name))
        throw new PatternError(
          `the amount \`${part}\`; there are ${amountClasses.map((known) => `<${known}>`).join(', ')}`,
        )
      return (tokens, index) => {
        const end = amount(tokens, index, name)
        return end === -1 ? [] : [end]
      }
    }
    if (!part.startsWith('$')) return word(part.toLowerCase())
    const name = part.slice(1)
    const list = Object.hasOwn(lists, name) ? lists[name] : undefined
    if (list === undefined) throw new PatternError(`the list \`${part}\`, which is not declared`)
    if (inside.includes(name)) throw new PatternError(`the list \`${part}\`, which contains itself`)
    const entries = list.split(' | ').map((entry) => readSequence(entry, [...inside, name]))
    return (tokens, index) => entries.flatMap((entry) => entry(tokens, index))
  }
  const readSide = (text: string): Side => {
    const absent = text.startsWith('!')
    return { match: readSequence(absent ? text.slice(1) : text, []), absent }
  }
  const alternatives = source.split(/\s\|\s/).map((text) => text.trim().split(/\s&\s/).map(readSide))
  const single = alternatives.flatMap(([side, ...more]) =>
    side && !side.absent && more.length === 0 ? [side.match] : [],
  )
  const joint = alternatives.filter(([side, ...more]) => side?.absent || more.length > 0)
  return (tokens) => {
    const holds = ({ match, absent }: Side): boolean => hits(tokens, [match]) > 0 !== absent
    return joint.filter((sides) => sides.every(holds)).length + hits(tokens, single)
  }
}

/** Separate matches of any of the matchers, each taken at its longest. */
function hits(tokens: readonly Token[], matchers: readonly Matcher[]): number {
  let found = 0
  for (let index = 0; index < tokens.length; ) {
    const end = Math.max(-1, ...matchers.flatMap((match) => match(tokens, index)))
    if (end > index) found += 1
    index = end > index ? end : index + 1
  }
  return found
}
