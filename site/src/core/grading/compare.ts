import { textOf } from '../model/attempt.ts'
import { spentText } from '../model/measured.ts'
import type { Attempt, Grade, Instant, Score, TickedFlag } from '../model/types.ts'
import { fieldsInOrder } from './answer-pairs.ts'
import { gradeOf, shareOf } from './score.ts'
import { type SecondRound, secondRoundOf } from './second-round.ts'

/** A value from each of two attempts; undefined where an attempt has none. */
export interface Pair<Value> {
  readonly id: string
  readonly title: string
  readonly first: Value | undefined
  readonly second: Value | undefined
}

export interface Comparison {
  /** Null where an attempt is not graded and finished. */
  readonly scores: { readonly first: Score; readonly second: Score } | null
  readonly texts: readonly Pair<string>[]
  /** The time spent in each phase, in words. */
  readonly time: readonly Pair<string>[]
  /** `change` is 1 for a higher grade, −1 for a lower one, 0 for the same or no comparison. */
  readonly grades: readonly (Pair<Grade> & { readonly change: -1 | 0 | 1 })[]
  /** Null where no follow-up is graded. */
  readonly secondRounds: { readonly first: SecondRound | null; readonly second: SecondRound | null }
  /** Red flags of the first only, of the second only, and of both. */
  readonly redFlags: {
    readonly gone: readonly TickedFlag[]
    readonly come: readonly TickedFlag[]
    readonly still: readonly TickedFlag[]
  }
}

interface Titled {
  readonly id: string
  readonly title: string
}

function pairs<Value>(
  first: readonly Titled[],
  second: readonly Titled[],
  firstValue: (id: string) => Value | undefined,
  secondValue: (id: string) => Value | undefined,
): Pair<Value>[] {
  const titled = new Map([...second, ...first].map((item) => [item.id, item.title]))
  const ids = new Set([...first, ...second].map(({ id }) => id))
  const has = (items: readonly Titled[], id: string): boolean => items.some((item) => item.id === id)
  return [...ids].map((id) => ({
    id,
    title: titled.get(id) ?? id,
    first: has(first, id) ? firstValue(id) : undefined,
    second: has(second, id) ? secondValue(id) : undefined,
  }))
}

const changeOf = ({ first, second }: Pair<Grade>): -1 | 0 | 1 => {
  if (first === undefined || second === undefined || first === second) return 0
  return shareOf[second] > shareOf[first] ? 1 : -1
}

/** What was written in a phase, whatever its fields are. */
const phaseText = (attempt: Attempt, phase: string): string =>
  fieldsInOrder(attempt)
    .filter((field) => field.phase === phase)
    .map(({ id }) => textOf(attempt, id))
    .filter((text) => text.trim() !== '')
    .join('\n\n')

/** The texts by field; by phase where one attempt has a field for each phase and the other one for each section. */
function textPairs(first: Attempt, second: Attempt): readonly Pair<string>[] {
  if (first.mode !== second.mode)
    return pairs(
      first.phases,
      second.phases,
      (id) => phaseText(first, id),
      (id) => phaseText(second, id),
    )
  return pairs(
    fieldsInOrder(first),
    fieldsInOrder(second),
    (id) => textOf(first, id),
    (id) => textOf(second, id),
  )
}

/** Compares two attempts by section, phase and criterion; they may differ in all of these. */
export function compareAttempts(first: Attempt, second: Attempt, now: Instant): Comparison {
  const key = ({ source, id }: TickedFlag): string => `${source}/${id}`
  const [before, after] = [new Set(first.redFlags.map(key)), new Set(second.redFlags.map(key))]
  return {
    scores: first.score && second.score ? { first: first.score, second: second.score } : null,
    texts: textPairs(first, second),
    time: pairs(
      first.phases,
      second.phases,
      (id) => spentText(first, id, now),
      (id) => spentText(second, id, now),
    ),
    grades: pairs(
      first.criteria,
      second.criteria,
      (id) => gradeOf(first, id),
      (id) => gradeOf(second, id),
    ).map((pair) => ({ ...pair, change: changeOf(pair) })),
    secondRounds: { first: secondRoundOf(first), second: secondRoundOf(second) },
    redFlags: {
      gone: first.redFlags.filter((flag) => !after.has(key(flag))),
      come: second.redFlags.filter((flag) => !before.has(key(flag))),
      still: second.redFlags.filter((flag) => before.has(key(flag))),
    },
  }
}
