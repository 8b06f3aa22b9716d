import schema from '../../../schemas/drill.schema.json' with { type: 'json' }
import { UsageError, unknownWord } from '../../io/usage-error.ts'
import { folders, type Kind } from '../../model/drill.ts'
import type { DrillMatter } from '../../model/generated/authored/drill.ts'
import { decode } from '../../parse/encoding.ts'
import { didYouMean } from '../../text/did-you-mean.ts'
import { oneOf, quote } from '../../text/quote.ts'
import { slug } from '../../text/slug.ts'
import { type ExistingDrills, placeOf } from './existing-drills.ts'
import { idOf } from './id.ts'

const { id, order, difficulty, categories, topics } = schema.properties

export const kinds = Object.keys(folders) as readonly Kind[]
export const difficulties = difficulty.enum as readonly DrillMatter['difficulty'][]
export const allCategories = categories.items.enum as readonly DrillMatter['categories'][number][]

const kebab = 'expected words of the letters a to z and digits, joined by hyphens'

/** Reads one of a few words. */
function choose<T extends string>(what: string, word: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === word.trim())
  if (found === undefined) throw unknownWord(what, word, choices, `expected ${oneOf(choices)}`)
  return found
}

/** Splits at commas and drops duplicates. */
export const listed = (words: readonly string[]): string[] => [
  ...new Set(words.flatMap((word) => word.split(',')).flatMap((word) => word.trim() || [])),
]

function within(what: string, values: readonly string[], limit: number): void {
  if (values.length === 0) throw new UsageError(`no ${what}; expected 1 to ${limit}`)
  if (values.length > limit)
    throw new UsageError(`too many ${what}: ${values.length}, expected at most ${limit}`)
}

/** @throws UsageError for an unknown kind, with a track, which is no drill, among those that there are */
export function readKind(word: string): Kind {
  const kind = kinds.find((each) => each === word.trim())
  const known = [...kinds, 'track']
  if (kind === undefined) throw unknownWord('kind', word, known, `expected ${oneOf(known)}`)
  return kind
}

export const readDifficulty = (word: string): DrillMatter['difficulty'] =>
  choose('difficulty', word, difficulties)

export function readCategories(words: readonly string[]): DrillMatter['categories'] {
  const values = listed(words).map((word) => choose('category', word, allCategories))
  within('categories', values, categories.maxItems)
  return values
}

export function readTopics(words: readonly string[]): string[] {
  const values = listed(words)
  for (const word of values) {
    const { pattern, maxLength } = topics.items
    if (word.length > maxLength)
      throw new UsageError(
        `topic ${quote(word)} has ${word.length} characters, expected at most ${maxLength}`,
      )
    if (new RegExp(pattern).test(word)) continue
    const meant = didYouMean(
      slug(word),
      [slug(word)].filter((each) => new RegExp(pattern).test(each)),
    )
    throw new UsageError(
      `unexpected topic ${quote(word)}; ${meant === undefined ? kebab : `did you mean \`${meant}\`?`}`,
    )
  }
  within('topics', values, topics.maxItems)
  return values
}

/** Reads a title: one line of characters that a drill may hold. */
export function readTitle(text: string, known: ExistingDrills): string {
  const title = text.replace(/\s+/g, ' ').trim().normalize('NFC')
  if (title === '') throw new UsageError('the title is empty; expected words')
  const [finding] = decode(new TextEncoder().encode(title)).findings
  if (finding) throw new UsageError(`the title ${quote(title)} can’t be written. ${finding.message}`)
  const file = slug(title) === '' ? undefined : known.titles.get(slug(title))
  if (file !== undefined)
    throw new UsageError(`the title ${quote(title)} is taken by ${quote(file, 120)}; expected another one`)
  return title
}

/** Reads an id that the schema allows and that is not, and never was, in use. */
export function readId(word: string, known: ExistingDrills): string {
  if (word.length < id.minLength || word.length > id.maxLength)
    throw new UsageError(
      `id ${quote(word)} has ${word.length} characters, expected ${id.minLength} to ${id.maxLength}`,
    )
  if (!new RegExp(id.pattern).test(word)) {
    const meant = idOf(word)
    const usable = meant !== undefined && new RegExp(id.pattern).test(meant)
    throw new UsageError(
      `unexpected id ${quote(word)}; ${usable ? `did you mean \`${meant}\`?` : `${kebab}, beginning with a letter`}`,
    )
  }
  if (id.not.enum.includes(word))
    throw new UsageError(`id ${quote(word)} is reserved by a file system or a language; expected another one`)
  const where = known.ids.get(word)
  if (where === undefined) return word
  const why = /\.(?:yml|json)$/.test(where) ? ': ids are permanent' : ''
  throw new UsageError(`the id ${quote(word)} is taken by ${quote(where, 120)}${why}`)
}

/** Makes an id of a title. */
export function readIdOf(title: string, known: ExistingDrills): string {
  const found = idOf(title)
  if (found === undefined || found === '') throw new UsageError(`the title ${quote(title)} gives no id`)
  return readId(found, known)
}

export function readOrder(word: string): number {
  const value = /^\d{1,9}$/.test(word) ? Number(word) : 0
  if (value < order.minimum || value > order.maximum)
    throw new UsageError(
      `flag \`--order\` takes a whole number from ${order.minimum} to ${order.maximum}, not ${quote(word)}`,
    )
  return value
}

/** Refuses a pinned place that is taken among the drills of a kind. */
export function checkOrder(value: number, kind: Kind, { orders }: ExistingDrills): void {
  const file = orders.get(placeOf(kind, value))
  if (file === undefined) return
  let free = 1
  while (orders.has(placeOf(kind, free))) free += 1
  throw new UsageError(`order ${quote(String(value))} is taken by ${quote(file, 120)}; \`${free}\` is free`)
}
