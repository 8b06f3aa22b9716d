import { UsageError } from '../../io/usage-error.ts'
import { oneOf } from '../../text/quote.ts'
import type { ExistingDrills } from './existing-drills.ts'
import {
  allCategories,
  checkOrder,
  difficulties,
  kinds,
  readCategories,
  readDifficulty,
  readId,
  readIdOf,
  readKind,
  readOrder,
  readTitle,
  readTopics,
} from './fields.ts'
import { checkComponents, readComponents } from './model-path.ts'
import type { Choice } from './template.ts'

/** The arguments for a new drill, unread. */
export interface Words {
  readonly kind?: string | undefined
  readonly title?: string | undefined
  readonly id?: string
  readonly category?: readonly string[]
  readonly topic?: readonly string[]
  readonly model?: readonly string[]
  readonly difficulty?: string
  readonly order?: string
}

/** The same, read: a choice as far as it was given. */
export type Given = { readonly [K in keyof Choice]?: Choice[K] | undefined }

const read = <W, T>(word: W | undefined, by: (word: W) => T): T | undefined =>
  word === undefined ? undefined : by(word)

/** Checks values against each other. */
function checkTogether({ kind, components, order }: Given, known: ExistingDrills): void {
  if (kind === undefined) return
  if (components !== undefined && components.length > 0) checkComponents(kind, components, known)
  if (order !== undefined) checkOrder(order, kind, known)
}

/**
 * Reads all arguments.
 * @throws UsageError for the first invalid one
 */
export function readGiven(words: Words, known: ExistingDrills): Given {
  const given: Given = {
    kind: read(words.kind, readKind),
    title: read(words.title, (word) => readTitle(word, known)),
    id: read(words.id, (word) => readId(word, known)),
    difficulty: read(words.difficulty, readDifficulty),
    categories: read(words.category, readCategories),
    topics: read(words.topic, readTopics),
    components: read(words.model, (all) => readComponents(all, known)),
    order: read(words.order, readOrder),
  }
  checkTogether(given, known)
  return given
}

const wanted = {
  kind: `the kind (${oneOf(kinds)})`,
  title: 'the title',
  difficulty: `\`--difficulty\` (${oneOf(difficulties)})`,
  categories: `\`--category\` (${oneOf(allCategories)})`,
  topics: '`--topic` (such as `streaming-asr`)',
} as const

/** The required values that are missing. */
export function missingOf(given: Given): string[] {
  return (Object.keys(wanted) as (keyof typeof wanted)[])
    .filter((key) => given[key] === undefined)
    .map((key) => wanted[key])
}

/** An id made of a title. */
export function idFor(title: string, known: ExistingDrills): string {
  try {
    return readIdOf(title, known)
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${error.message}; name one with \`--id\``)
    throw error
  }
}

/**
 * Completes the choice.
 * @throws UsageError naming what is missing or contradictory
 */
export function completeChoice(given: Given, known: ExistingDrills): Choice {
  const { kind, title, difficulty, categories, topics, components, order } = given
  const pinned = order === undefined ? {} : { order }
  if (!kind || title === undefined || !difficulty || !categories || !topics)
    throw new UsageError(`missing: ${missingOf(given).join(', ')}; see \`drills new --help\``)
  checkTogether(given, known)
  const id = given.id ?? idFor(title, known)
  return { id, kind, title, difficulty, categories, topics, components: components ?? [], ...pinned }
}
