import type { CatalogEntry, Resolution } from 'audio-text-drills'
import { cardId } from './cards.ts'
import { mergeById, mergeCard } from './merge.ts'
import type { Change, Library } from './records.ts'
import type { Attempt, GradedCriterion } from './types.ts'

/** The package's `resolveId`. */
export type Resolve = (id: string) => Resolution

/** A drill with stored work that was renamed, split, retired or removed. */
export interface UpgradeNotice {
  /** The stored id. */
  readonly drillId: string
  /** The title the learner knew; null when only cards were stored. */
  readonly title: string | null
  readonly resolution: Exclude<Resolution, { readonly status: 'active' }>
}

export interface Upgrade {
  readonly library: Library
  /** Empty when nothing was renamed. */
  readonly change: Change
  readonly notices: readonly UpgradeNotice[]
}

/** The current id of a renamed drill; the same id otherwise. */
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
 * Follows renamed ids in attempts, cards and reviews; run it after loading and on every import. Work on drills that
 * were split, retired or are unknown stays as it is and is reported. When two cards end up with the same id, the
 * later review wins.
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

/** Why the drill of a stored attempt is no longer available; null when it is published. */
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

/** What has changed in a drill since an attempt was started. Only a change of `substance` affects grades. */
export const changesSince = (
  { digests }: Pick<Attempt, 'digests'>,
  entry: Pick<CatalogEntry, 'digests'>,
): Readonly<Record<'prompt' | 'text' | 'substance', boolean>> => ({
  prompt: digests.prompt !== entry.digests.prompt,
  text: digests.text !== entry.digests.text,
  substance: digests.substance !== entry.digests.substance,
})

/** What has changed in the criteria of a drill since an attempt was graded. */
export interface CriteriaChanges {
  /** Criteria that ask for something else by now, or are gone. */
  readonly changed: readonly GradedCriterion[]
  readonly added: readonly GradedCriterion[]
}

/**
 * Compares the criteria that an attempt was graded by with the current ones. An old grade means the same as long as the
 * digest is the same.
 */
export function criteriaChanges({ criteria }: Attempt, current: readonly GradedCriterion[]): CriteriaChanges {
  const find = (list: readonly GradedCriterion[], criterion: string): GradedCriterion | undefined =>
    list.find(({ id }) => id === criterion)
  return {
    changed: criteria.filter(({ id, digest }) => find(current, id)?.digest !== digest),
    added: criteria.length === 0 ? [] : current.filter(({ id }) => !find(criteria, id)),
  }
}
