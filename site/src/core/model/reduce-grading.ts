import type { Action } from './actions.ts'
import { mostKept } from './limits.ts'
import { canonicalJson, omit, ownValue } from './objects.ts'
import type { Attempt, GradedCriterion, TickedFlag } from './types.ts'

function setCriteria(attempt: Attempt, criteria: readonly GradedCriterion[]): Attempt {
  if (canonicalJson(attempt.criteria) === canonicalJson(criteria)) return attempt
  const digestIn = (list: readonly GradedCriterion[], criterion: string): string | undefined =>
    list.find(({ id }) => id === criterion)?.digest
  const kept = Object.entries(attempt.grades).filter(
    ([id]) =>
      digestIn(criteria, id) !== undefined && digestIn(criteria, id) === digestIn(attempt.criteria, id),
  )
  const quotes = Object.entries(attempt.quotes).filter(([id]) => digestIn(criteria, id) !== undefined)
  return { ...attempt, criteria, grades: Object.fromEntries(kept), quotes: Object.fromEntries(quotes) }
}

const isFlag =
  ({ source, id }: TickedFlag) =>
  (other: TickedFlag): boolean =>
    other.source === source && other.id === id

function flag(attempt: Attempt, ticked: TickedFlag, on: boolean): Attempt {
  if (attempt.redFlags.some(isFlag(ticked)) === on) return attempt
  const others = attempt.redFlags.filter((each) => !isFlag(ticked)(each))
  return { ...attempt, redFlags: on ? [...others, ticked] : others }
}

type GradingAction = Extract<Action, { readonly type: 'criteria' | 'grade' | 'quote' | 'verdicts' | 'flag' }>

/** Applies an action on criteria and their grades; returns the same attempt when nothing changes. */
export function reduceGrading(attempt: Attempt, action: GradingAction): Attempt {
  switch (action.type) {
    case 'criteria':
      return setCriteria(attempt, action.criteria)
    case 'grade': {
      const { criterion, grade } = action
      if (!attempt.criteria.some(({ id }) => id === criterion)) return attempt
      if ((ownValue(attempt.grades, criterion) ?? null) === grade) return attempt
      const others = omit(attempt.grades, criterion)
      return { ...attempt, grades: grade === null ? others : { ...others, [criterion]: grade } }
    }
    case 'quote': {
      const { criterion, text } = action
      if (!attempt.criteria.some(({ id }) => id === criterion)) return attempt
      if ((ownValue(attempt.quotes, criterion) ?? null) === text) return attempt
      const others = omit(attempt.quotes, criterion)
      return { ...attempt, quotes: text === null ? others : { ...others, [criterion]: text } }
    }
    case 'verdicts':
      return canonicalJson(attempt.verdicts) === canonicalJson(action.verdicts)
        ? attempt
        : { ...attempt, verdicts: action.verdicts.slice(-mostKept) }
    case 'flag':
      return flag(attempt, action.flag, action.on)
  }
}
