import type { CatalogEntry, Resolution } from 'audio-text-drills'
import { cardId } from './cards.ts'
import { mergeById, mergeCard } from './merge.ts'
import type { Change, Library } from './records.ts'
import type { Attempt } from './types.ts'

/** `resolveId` of the package. */
export type Resolve = (id: string) => Resolution

/** What is to be told of a drill that stored work belongs to and that is no longer as it was. */
export interface UpgradeNotice {
  /** The stored id. */
  readonly drillId: string
  /** As the learner knew it; null when only cards were stored. */
  readonly title: string | null
  readonly resolution: Exclude<Resolution, { readonly status: 'active' }>
}

export interface Upgrade {
  readonly library: Library
  /** What to save; empty objects and lists when nothing was renamed. */
  readonly change: Change
  readonly notices: readonly UpgradeNotice[]
}

/** The id under which a drill is published now; the id itself when it is not. */
function follow(resolve: Resolve, id: string): string {
  const resolution = resolve(id)
  return resolution.status === 'renamed' ? resolution.id : id
}

function noticesOf({ attempts, cards }: Library, resolve: Resolve): UpgradeNotice[] {
  const titles = new Map<string, string | null>(cards.map(({ drillId }) => [drillId, null]))
  for (const { drillId, title } of attempts) titles.set(drillId, title)
  return [...titles].flatMap(([drillId, title]) => {
    const resolution = resolve(drillId)
    return resolution.status === 'active' ? [] : [{ drillId, title, resolution }]
  })
}

/**
 * Follows renamed ids in attempts, cards and reviews; run it after loading and on every import. Work on
 * drills that were split, retired or are unknown stays as it is, and is told of. Where a renamed card meets
 * one of the new id, the later review wins.
 */
export function upgradeLibrary(library: Library, resolve: Resolve): Upgrade {
  const renamedCards = library.cards.map((card) => {
    const drillId = follow(resolve, card.drillId)
    return drillId === card.drillId ? card : { ...card, drillId, id: cardId(drillId, card.criterion) }
  })
  const attempts = library.attempts.map((attempt) => {
    const drillId = follow(resolve, attempt.drillId)
    return drillId === attempt.drillId ? attempt : { ...attempt, drillId }
  })
  const reviews = library.reviews.map((review) => {
    const [drill = '', ...rest] = review.cardId.split('/')
    const id = [follow(resolve, drill), ...rest].join('/')
    return id === review.cardId ? review : { ...review, cardId: id }
  })
  const cards = mergeById(renamedCards, mergeCard)
  const fresh = <Item>(after: readonly Item[], before: readonly Item[]): readonly Item[] => {
    const known = new Set(before)
    return after.filter((item) => !known.has(item))
  }
  const present = new Set(cards.map(({ id }) => id))
  return {
    library: { ...library, attempts, cards, reviews },
    change: {
      attempts: fresh(attempts, library.attempts),
      cards: fresh(cards, library.cards),
      reviews: fresh(reviews, library.reviews),
      removed: { cards: library.cards.flatMap(({ id }) => (present.has(id) ? [] : [id])) },
    },
    notices: noticesOf(library, resolve),
  }
}

/** Why a stored attempt can't be practised again as it is, in words; null when its drill is published. */
export function resolutionText(resolution: Resolution): string | null {
  switch (resolution.status) {
    case 'active':
    case 'renamed':
      return null
    case 'split':
      return `This drill was split into ${resolution.ids.length} others: ${resolution.reason}`
    case 'retired':
      return `This drill was retired: ${resolution.reason}`
    case 'unknown':
      return 'This version of the site has no such drill.'
  }
}

/** What has changed in a drill since an attempt was started. A grade depends on `substance` only. */
export const changesSince = (
  { digests }: Attempt,
  entry: Pick<CatalogEntry, 'digests'>,
): Readonly<Record<'prompt' | 'text' | 'substance', boolean>> => ({
  prompt: digests.prompt !== entry.digests.prompt,
  text: digests.text !== entry.digests.text,
  substance: digests.substance !== entry.digests.substance,
})
