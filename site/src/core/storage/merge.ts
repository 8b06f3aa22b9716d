import { canonicalJson, ownValue } from '../model/objects.ts'
import type { Card, Library, Review, SampleGrading, Settings } from '../model/records.ts'
import type { Attempt, FollowUpRun, GivenVerdicts, Instant, Text } from '../model/types.ts'

/**
 * Merges two states of a record. All merges are commutative, associative and idempotent, so importing files in any
 * order, or repeatedly, gives the same result.
 */
type Merge<Item> = (a: Item, b: Item) => Item

/** Compares numbers in order, then content, so that different records are never equal. */
function isLater(
  a: readonly number[],
  b: readonly number[],
  contentA: () => string,
  contentB: () => string,
): boolean {
  const index = a.findIndex((value, at) => value !== b[at])
  if (index >= 0) return (a[index] ?? 0) > (b[index] ?? 0)
  return contentA() > contentB()
}

const longestFirst = (a: string, b: string): number => b.length - a.length || (a < b ? -1 : a > b ? 1 : 0)

/**
 * The later text wins. Other versions are kept beside it, unless they are blank or contained in the winner or in
 * another kept version: no words are lost.
 */
export function mergeText(a: Text, b: Text): Text {
  const winner = isLater(
    [a.changedAt],
    [b.changedAt],
    () => a.value,
    () => b.value,
  )
    ? a
    : b
  const versions = [...new Set([a.value, ...a.kept, b.value, ...b.kept])].sort(longestFirst)
  const kept: string[] = []
  for (const version of versions) {
    const contained = winner.value.includes(version) || kept.some((each) => each.includes(version))
    if (version.trim() !== '' && !contained) kept.push(version)
  }
  return { value: winner.value, changedAt: winner.changedAt, kept }
}

/** The part of an attempt in which the later change wins; everything else is merged. */
function decided(attempt: Attempt): string {
  const { texts, note, verdicts, revealedAt, readAt, revealedBeforeWriting, editedAfterReveal, ...rest } =
    attempt
  return canonicalJson(rest)
}

const earliest = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null ? b : b === null ? a : Math.min(a, b)

const latest = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null ? b : b === null ? a : Math.max(a, b)

/** The later state of each follow-up, with no words lost. */
function mergeFollowUps(winner: readonly FollowUpRun[], other: readonly FollowUpRun[]): FollowUpRun[] {
  const ids = [...new Set([...winner, ...other].map(({ id }) => id))]
  return ids.flatMap((id) => {
    const [left, right] = [winner, other].map((runs) => runs.find((run) => run.id === id))
    const run = left ?? right
    return run ? [{ ...run, text: mergeText(run.text, right?.text ?? run.text) }] : []
  })
}

/** Verdicts of both, oldest first. */
function mergeVerdicts(a: readonly GivenVerdicts[], b: readonly GivenVerdicts[]): readonly GivenVerdicts[] {
  const all = new Map([...a, ...b].map((given) => [canonicalJson(given), given]))
  return [...all]
    .sort(([left, { at: first }], [right, { at: second }]) => first - second || (left < right ? -1 : 1))
    .map(([, given]) => given)
}

/**
 * Merges two states of one attempt: the later change wins, texts are merged with `mergeText`, and a reveal is never
 * undone.
 */
export function mergeAttempt(a: Attempt, b: Attempt): Attempt {
  if (canonicalJson(a) === canonicalJson(b)) return a
  const order = (attempt: Attempt) => [attempt.updatedAt, attempt.revision]
  const winner = isLater(
    order(a),
    order(b),
    () => decided(a),
    () => decided(b),
  )
    ? a
    : b
  const fields = [...new Set([...Object.keys(a.texts), ...Object.keys(b.texts)])].sort()
  const texts = fields.flatMap((field): [string, Text][] => {
    const [left, right] = [ownValue(a.texts, field), ownValue(b.texts, field)]
    const text = left ?? right
    return text ? [[field, mergeText(text, right ?? text)]] : []
  })
  return {
    ...winner,
    texts: Object.fromEntries(texts),
    note: mergeText(a.note, b.note),
    verdicts: mergeVerdicts(a.verdicts, b.verdicts),
    followUps: mergeFollowUps(winner.followUps, (winner === a ? b : a).followUps),
    revealedAt: earliest(a.revealedAt, b.revealedAt),
    readAt: latest(a.readAt, b.readAt),
    revealedBeforeWriting: a.revealedBeforeWriting || b.revealedBeforeWriting,
    editedAfterReveal: a.editedAfterReveal || b.editedAfterReveal,
  }
}

/** The card with the later review wins; after equal reviews, the one whose due date was changed later. */
export function mergeCard(a: Card, b: Card): Card {
  const order = ({ memory, updatedAt }: Card) => [memory.lastReview ?? -1, memory.reps, updatedAt]
  return isLater(
    order(a),
    order(b),
    () => canonicalJson(a),
    () => canonicalJson(b),
  )
    ? a
    : b
}

/** Reviews with the same id differ when an attempt was regraded; the later one wins. */
export const mergeReview: Merge<Review> = (a, b) =>
  isLater(
    [a.at],
    [b.at],
    () => canonicalJson(a),
    () => canonicalJson(b),
  )
    ? a
    : b

const mergeSample: Merge<SampleGrading> = (a, b) =>
  isLater(
    [a.at],
    [b.at],
    () => canonicalJson(a),
    () => canonicalJson(b),
  )
    ? a
    : b

export const mergeSettings: Merge<Settings> = (a, b) =>
  isLater(
    [a.updatedAt],
    [b.updatedAt],
    () => canonicalJson(a),
    () => canonicalJson(b),
  )
    ? a
    : b

/** Merges records by id, in order of first appearance. */
export function mergeById<Item extends { readonly id: string }>(
  items: readonly Item[],
  merge: Merge<Item>,
): readonly Item[] {
  const merged = new Map<string, Item>()
  for (const item of items) {
    const before = merged.get(item.id)
    merged.set(item.id, before ? merge(before, item) : item)
  }
  return [...merged.values()]
}

export const mergeLibraries = (a: Library, b: Library): Library => ({
  attempts: mergeById([...a.attempts, ...b.attempts], mergeAttempt),
  cards: mergeById([...a.cards, ...b.cards], mergeCard),
  reviews: mergeById([...a.reviews, ...b.reviews], mergeReview),
  samples: mergeById([...a.samples, ...b.samples], mergeSample),
  settings: mergeSettings(a.settings, b.settings),
})
