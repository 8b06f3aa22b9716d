import {
  type Card,
  type Collection,
  defaultSettings,
  type Library,
  type Review,
  type SampleGrading,
  type Settings,
} from './records.ts'
import type { Attempt } from './types.ts'

/** Records to write and remove in one transaction. Records replace those with the same id. */
export interface Change {
  readonly attempts?: readonly Attempt[]
  readonly cards?: readonly Card[]
  readonly reviews?: readonly Review[]
  readonly samples?: readonly SampleGrading[]
  readonly settings?: Settings
  readonly removed?: { readonly [Name in Collection]?: readonly string[] }
}

interface Identified {
  readonly id: string
}

const ids = (items: readonly Identified[]): readonly string[] => items.map(({ id }) => id)

function replaced<Item extends Identified>(
  before: readonly Item[],
  put: readonly Item[] = [],
  removed: readonly string[] = [],
): readonly Item[] {
  if (put.length === 0 && removed.length === 0) return before
  const items = new Map(before.map((item) => [item.id, item]))
  for (const id of removed) items.delete(id)
  for (const item of put) items.set(item.id, item)
  return [...items.values()]
}

/** A change that removes every record. */
export const removeAll = ({ attempts, cards, reviews, samples }: Library): Change => ({
  removed: { attempts: ids(attempts), cards: ids(cards), reviews: ids(reviews), samples: ids(samples) },
})

/** A change that writes every record. */
export const putAll = ({ attempts, cards, reviews, samples, settings }: Library): Change => ({
  attempts,
  cards,
  reviews,
  samples,
  settings,
})

/** Whether nobody has changed anything in it. */
export const isUntouched = ({ settings, ...lists }: Library): boolean =>
  settings.updatedAt === defaultSettings.updatedAt && Object.values(lists).every((list) => list.length === 0)

/** Applies a change, removals first. */
export const applyChange = (library: Library, change: Change): Library => ({
  attempts: replaced(library.attempts, change.attempts, change.removed?.attempts),
  cards: replaced(library.cards, change.cards, change.removed?.cards),
  reviews: replaced(library.reviews, change.reviews, change.removed?.reviews),
  samples: replaced(library.samples, change.samples, change.removed?.samples),
  settings: change.settings ?? library.settings,
})
