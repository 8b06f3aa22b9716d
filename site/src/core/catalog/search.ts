import { mostRead } from '../model/limits.ts'
import { type Span, sentencesOf } from '../model/sentences.ts'
import { searchable } from './searchable.ts'

/** Where a text comes from. */
export type Source = 'title' | 'prompt' | 'answer' | 'own' | 'note'

/** A text that can be searched. */
export interface Searched {
  readonly drillId: string
  readonly source: Source
  /** What to call its place: a section, or the date of an attempt. */
  readonly label: string
  /** Where a match leads to. */
  readonly href: string
  readonly text: string
}

/** A piece of an excerpt. */
export interface Piece {
  readonly text: string
  readonly isMatch: boolean
}

/** The texts of a drill that match, in their order. */
export interface Found {
  readonly drillId: string
  readonly hits: readonly Searched[]
}

interface Indexed {
  readonly searched: Searched
  /** The words of what is read of it as they are compared, each after a blank. */
  readonly folded: string
  /** The text goes on after that. */
  readonly isCut: boolean
}

export type SearchIndex = readonly Indexed[]

const other = /[^\p{L}\p{N}\p{M}]+/gu

/** Prepares texts for search. It is the only pass over all of them that costs time: make it once. */
export const indexOf = (texts: readonly Searched[]): SearchIndex =>
  texts.map((searched) => {
    const { text } = searched
    const folded = ` ${searchable(text.slice(0, mostRead).replace(other, ' '))}`
    return { searched, folded, isCut: text.length > mostRead }
  })

/** Longer queries are cut off: nobody types them, and each word costs a pass over all texts. */
const longestQuery = 200

/** The words that a query asks for; none for one without letters or digits. */
export const queryWords = (query: string): readonly string[] => [
  ...new Set(
    searchable(query.slice(0, longestQuery))
      .split(' ')
      .filter((asked) => asked !== ''),
  ),
]

interface Word {
  readonly folded: readonly string[]
  readonly start: number
  readonly end: number
}

const word = /[\p{L}\p{N}\p{M}]+/gu

const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(word)].map((match) => ({
    // A ligature or a fraction may fold to more than one word.
    folded: searchable(match[0]).split(' '),
    start: match.index,
    end: match.index + match[0].length,
  }))

const fits = ({ folded }: Word, asked: readonly string[]): boolean =>
  folded.some((each) => asked.some((start) => each.startsWith(start)))

const longestExcerpt = 280

/**
 * The sentence of a text that holds the most of the words of a query, cut around the first of them where it is too long.
 * It costs more than the search itself: ask for what is shown.
 */
export function excerptOf(whole: string, query: string): readonly Piece[] {
  const text = whole.slice(0, mostRead)
  const asked = queryWords(query)
  const words = wordsOf(text)
  const matches = words.filter((each) => fits(each, asked))
  let next = 0
  /** Sentences come in their order, so each match is looked at once. */
  const heldBy = ({ start: from, end: to }: Span): number => {
    const isPast = (edge: number, past: (match: Word) => number): boolean => {
      const match = matches[next]
      return match !== undefined && past(match) < edge
    }
    while (isPast(from, ({ start }) => start)) next += 1
    const first = next
    while (isPast(to + 1, ({ end }) => end)) next += 1
    const held = matches.slice(first, next)
    return asked.filter((each) => held.some((match) => fits(match, [each]))).length
  }
  let best: Span = { start: 0, end: text.length }
  let most = 0
  for (const sentence of sentencesOf(text)) {
    const held = heldBy(sentence)
    if (held > most) {
      best = sentence
      most = held
    }
  }
  const inside = matches.filter(({ start, end }) => start >= best.start && end <= best.end)
  const first = inside[0]?.start ?? best.start
  const isLong = best.end - best.start > longestExcerpt
  const from =
    isLong && first - best.start > 80
      ? (words.find(({ start }) => start >= first - 60)?.start ?? first)
      : best.start
  const last = from + longestExcerpt
  const to = best.end <= last ? best.end : (words.findLast(({ end }) => end <= last)?.end ?? last)
  const pieces: Piece[] = []
  const add = (start: number, end: number, isMatch: boolean): void => {
    if (end > start) pieces.push({ text: text.slice(start, end), isMatch })
  }
  if (from > best.start) pieces.push({ text: '… ', isMatch: false })
  let at = from
  for (const { start, end } of inside.filter((match) => match.start >= from && match.end <= to)) {
    add(at, start, false)
    add(start, end, true)
    at = end
  }
  add(at, to, false)
  if (to < best.end) pieces.push({ text: ' …', isMatch: false })
  return pieces
}

/**
 * The texts in which each word of a query starts a word, drill by drill in the order of the texts. Drills whose title
 * matches come first. A query without words finds nothing.
 */
export function search(index: SearchIndex, query: string): readonly Found[] {
  const asked = queryWords(query)
  if (asked.length === 0) return []
  const found = new Map<string, Searched[]>()
  for (const { searched, folded } of index) {
    if (!asked.every((each) => folded.includes(` ${each}`))) continue
    const hits = found.get(searched.drillId)
    if (hits) hits.push(searched)
    else found.set(searched.drillId, [searched])
  }
  const isTitled = ({ hits }: Found): boolean => hits.some(({ source }) => source === 'title')
  return [...found]
    .map(([drillId, hits]) => ({ drillId, hits }))
    .sort((a, b) => Number(isTitled(b)) - Number(isTitled(a)))
}
