import type { Resolution } from 'audio-text-drills'
import type { Change } from '../model/change.ts'
import { ownValue } from '../model/objects.ts'
import { type Library, type Settings, sampleGradingId } from '../model/records.ts'
import type { Attempt } from '../model/types.ts'
import { cardId } from '../schedule/cards.ts'
import { mergeCard } from './merge.ts'
import { mergeById } from './merge-by-id.ts'

/** The package's `resolveId`. */
export type Resolve = (id: string) => Resolution

/** The `criteria` of the package's redirects: `<drill>#<old id>` to the current id. */
export type CriterionRenames = Readonly<Record<string, string>>

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

/** The current id of a criterion of a drill that may have been renamed as well. */
type FollowCriterion = (drillIds: readonly string[], criterion: string) => string

const criterionFollower =
  (renames: CriterionRenames): FollowCriterion =>
  (drillIds, criterion) => {
    for (const drillId of drillIds) {
      const now = ownValue(renames, `${drillId}#${criterion}`)
      if (now !== undefined) return now
    }
    return criterion
  }

const renamed = <Value>(
  record: Readonly<Record<string, Value>>,
  rename: (id: string) => string,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(record).map(([id, value]) => [rename(id), value]))

/** Moves an attempt to the current ids of its drill and of its criteria; the same attempt when none has changed. */
function moveAttempt(attempt: Attempt, drillId: string, followCriterion: FollowCriterion): Attempt {
  const rename = (id: string): string => followCriterion([drillId, attempt.drillId], id)
  const isMoved = drillId !== attempt.drillId || attempt.criteria.some(({ id }) => rename(id) !== id)
  if (!isMoved) return attempt
  const criteria = attempt.criteria.map((each) => ({ ...each, id: rename(each.id) }))
  const grades = renamed(attempt.grades, rename)
  const quotes = renamed(attempt.quotes, rename)
  const verdicts = attempt.verdicts.map((given) => ({
    ...given,
    verdicts: renamed(given.verdicts, rename),
  }))
  return { ...attempt, drillId, criteria, grades, quotes, verdicts }
}

function noticesOf({ attempts, cards }: Library, resolve: Resolve): UpgradeNotice[] {
  const titles = new Map<string, string | null>(cards.map(({ drillId }) => [drillId, null]))
  for (const { drillId, title } of attempts) titles.set(drillId, title)
  return [...titles].flatMap(([drillId, title]) => {
    const resolution = resolve(drillId)
    return resolution.status === 'active' ? [] : [{ drillId, title, resolution }]
  })
}

/** What is published, as far as settings name it. */
interface Published {
  readonly menu: readonly { readonly categories: readonly string[] }[]
  readonly tracks: readonly { readonly id: string }[]
}

/** Settings without subjects that no drill is about any more, and without tracks that are gone. */
function knownSettings(settings: Settings, { menu, tracks }: Published): Settings {
  const { plan, track } = settings
  const isKnown = (role: string): boolean => menu.some(({ categories }) => categories.includes(role))
  const known = (id: string | null): string | null => (tracks.some((each) => each.id === id) ? id : null)
  const roles = plan?.roles.filter(isKnown) ?? []
  const isPlanKnown =
    plan === null || (roles.length === plan.roles.length && plan.track === known(plan.track))
  if (isPlanKnown && track === known(track)) return settings
  return {
    ...settings,
    plan: isPlanKnown ? plan : { ...plan, roles, track: known(plan.track) },
    track: known(track),
  }
}

/**
 * Follows renamed drills and criteria in attempts, cards and reviews; run it after loading and on every import. Work on
 * drills that were split, retired or are unknown stays as it is and is reported. When two cards end up with the same id, the
 * later review wins. Settings lose the subjects that no drill is about any more, and the tracks that are gone.
 * @param published what subjects and tracks there are; without it all of them stay
 */
export function upgradeLibrary(
  library: Library,
  resolve: Resolve,
  renames: CriterionRenames,
  published?: Published,
): Upgrade {
  const followCriterion = criterionFollower(renames)
  const renamedCards = library.cards.map((card) => {
    const drillId = follow(resolve, card.drillId)
    const criterion =
      card.criterion === null ? null : followCriterion([drillId, card.drillId], card.criterion)
    const id = cardId(drillId, criterion)
    return id === card.id ? card : { ...card, drillId, criterion, id }
  })
  const attempts = library.attempts.map((attempt) =>
    moveAttempt(attempt, follow(resolve, attempt.drillId), followCriterion),
  )
  const reviews = library.reviews.map((review) => {
    const [drill = '', criterion] = review.cardId.split('/')
    const drillId = follow(resolve, drill)
    const id = cardId(drillId, criterion === undefined ? null : followCriterion([drillId, drill], criterion))
    return id === review.cardId ? review : { ...review, cardId: id }
  })
  const samples = library.samples.map((graded) => {
    const drillId = follow(resolve, graded.drillId)
    const rename = (id: string): string => followCriterion([drillId, graded.drillId], id)
    const ids = Object.keys({ ...graded.grades, ...graded.given })
    if (drillId === graded.drillId && ids.every((id) => rename(id) === id)) return graded
    return {
      ...graded,
      drillId,
      id: sampleGradingId({ ...graded, drillId }),
      grades: renamed(graded.grades, rename),
      given: renamed(graded.given, rename),
    }
  })
  const cards = mergeById(renamedCards, mergeCard)
  const fresh = <Item>(after: readonly Item[], before: readonly Item[]): readonly Item[] => {
    const known = new Set(before)
    return after.filter((item) => !known.has(item))
  }
  const present = new Set(cards.map(({ id }) => id))
  const kept = new Set(samples.map(({ id }) => id))
  return {
    library: {
      attempts,
      cards,
      reviews,
      samples,
      settings: published ? knownSettings(library.settings, published) : library.settings,
    },
    change: {
      attempts: fresh(attempts, library.attempts),
      cards: fresh(cards, library.cards),
      reviews: fresh(reviews, library.reviews),
      samples: fresh(samples, library.samples),
      removed: {
        cards: library.cards.flatMap(({ id }) => (present.has(id) ? [] : [id])),
        samples: library.samples.flatMap(({ id }) => (kept.has(id) ? [] : [id])),
      },
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
