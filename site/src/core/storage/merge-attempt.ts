import { mostKept, mostParts } from '../model/limits.ts'
import { canonicalJson, ownValue } from '../model/objects.ts'
import type { Attempt, Field, FollowUpRun, GivenVerdicts, Hint, Instant, Text } from '../model/types.ts'
import { isLater } from './is-later.ts'
import { mergeById } from './merge-by-id.ts'

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
  return { value: winner.value, changedAt: winner.changedAt, kept: kept.slice(0, mostKept) }
}

/** The part of an attempt in which the later change wins; everything else is merged. */
function decided(attempt: Attempt): string {
  const { fields, texts, hints, note, verdicts, followUps, readAt, revealedAt, ...rest } = attempt
  const { revealedBeforeWriting, editedAfterReveal, ...others } = rest
  return canonicalJson(others)
}

const earliest = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null ? b : b === null ? a : Math.min(a, b)

const latest = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null ? b : b === null ? a : Math.max(a, b)

/** The later state of each follow-up, with no words lost. */
function mergeFollowUps(a: readonly FollowUpRun[], b: readonly FollowUpRun[]): readonly FollowUpRun[] {
  const content = ({ text, ...rest }: FollowUpRun): string => canonicalJson(rest)
  const merged = mergeById([...a, ...b], (left, right) => {
    const isLeft = isLater(
      [left.changedAt],
      [right.changedAt],
      () => content(left),
      () => content(right),
    )
    return { ...(isLeft ? left : right), text: mergeText(left.text, right.text) }
  })
  return merged
    .map((run) => ({ ...run, text: mergeText(run.text, run.text) }))
    .sort((left, right) => (left.id < right.id ? -1 : 1))
    .slice(0, mostParts)
}

/** What was shown in either state: it can't be unseen. */
function mergeHints(a: Attempt['hints'], b: Attempt['hints']): Attempt['hints'] {
  const sections = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort().slice(0, mostParts)
  return Object.fromEntries(
    sections.map((section): [string, Hint] => {
      const isWhole = [a, b].some((hints) => ownValue(hints, section) === 'instructions')
      return [section, isWhole ? 'instructions' : 'labels']
    }),
  )
}

/** Whether a field is one of those that its mode begins with: one for each phase, or one for each section. */
const isOfMode = ({ kind, mode }: Attempt, { id, phase }: Field): boolean =>
  kind === 'question' || (mode === 'interview') === (id === phase)

/**
 * The fields of the mode that was decided on. A state in the other mode may have words in fields of its own: these come
 * after them, so that no text is without a field.
 */
function mergeFields(winner: Attempt, other: Attempt): readonly Field[] {
  const own = winner.fields.filter((field) => isOfMode(winner, field))
  const all = [...winner.fields, ...other.fields]
  const needed = Object.keys({ ...winner.texts, ...other.texts })
    .filter((id) => !own.some((field) => field.id === id))
    .sort()
  return [...own, ...needed.flatMap((id) => all.find((field) => field.id === id) ?? [])]
}

/** Verdicts of both, oldest first. */
function mergeVerdicts(a: readonly GivenVerdicts[], b: readonly GivenVerdicts[]): readonly GivenVerdicts[] {
  const all = new Map([...a, ...b].map((given) => [canonicalJson(given), given]))
  return [...all]
    .sort(([left, { at: first }], [right, { at: second }]) => first - second || (left < right ? -1 : 1))
    .map(([, given]) => given)
    .slice(-mostKept)
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
  const other = winner === a ? b : a
  const written = [...new Set([...Object.keys(a.texts), ...Object.keys(b.texts)])].sort()
  const texts = written.flatMap((field): [string, Text][] => {
    const [left, right] = [ownValue(a.texts, field), ownValue(b.texts, field)]
    const text = left ?? right
    return text ? [[field, mergeText(text, right ?? text)]] : []
  })
  return {
    ...winner,
    fields: mergeFields(winner, other),
    texts: Object.fromEntries(texts),
    hints: mergeHints(a.hints, b.hints),
    note: mergeText(a.note, b.note),
    verdicts: mergeVerdicts(a.verdicts, b.verdicts),
    followUps: mergeFollowUps(a.followUps, b.followUps),
    revealedAt: earliest(a.revealedAt, b.revealedAt),
    readAt: latest(a.readAt, b.readAt),
    revealedBeforeWriting: a.revealedBeforeWriting || b.revealedBeforeWriting,
    editedAfterReveal: a.editedAfterReveal || b.editedAfterReveal,
  }
}
