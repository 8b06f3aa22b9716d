import type { MenuEntry } from '../catalog/catalog.ts'
import { dateOf } from '../model/day.ts'
import { attemptsAt } from '../model/library.ts'
import type { Library } from '../model/records.ts'
import type { Attempt } from '../model/types.ts'

/** What is known of a drill when days are planned. */
export interface Standing {
  readonly entry: MenuEntry
  /** The last score that says something; null without one. Below `weakScore` when the answer was read before writing. */
  readonly score: number | null
  /** The day of the last finished attempt. */
  readonly doneOn: string | null
  /** The day from which its own card asks for it. */
  readonly dueOn: string | null
  readonly isOpen: boolean
  /** Its newest finished attempt has follow-ups that are not graded. */
  readonly hasSecondRound: boolean
  /** How many they are, once one of them is graded. */
  readonly followUpsLeft?: number
}

/** A drill below this score comes again. */
export const weakScore = 65
/** From this score on there is more to learn elsewhere. */
export const strongScore = 80

function scoreOf(attempt: Attempt | undefined): number | null {
  if (!attempt?.score || attempt.mark !== null) return null
  return attempt.revealedBeforeWriting ? Math.min(attempt.score.total, weakScore - 1) : attempt.score.total
}

/** Whether every follow-up is graded, as far as they are known. */
export const isSecondRoundDone = (followUps: Attempt['followUps']): boolean =>
  followUps.length > 0 && followUps.every(({ grade }) => grade !== null)

/** Whether the follow-ups of a finished attempt are still to be done. */
export const lacksSecondRound = ({ kind, revealedAt, finishedAt, followUps }: Attempt): boolean =>
  kind !== 'question' && revealedAt !== null && finishedAt !== null && !isSecondRoundDone(followUps)

export function standingOf(library: Library, entry: MenuEntry): Standing {
  const { dayStart } = library.settings
  const attempts = attemptsAt(library, entry.id)
  const finished = attempts.filter(({ finishedAt }) => finishedAt !== null)
  const [last] = [...finished].sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
  const card = library.cards.find(({ id }) => id === entry.id)
  const graded = finished.filter((attempt) => scoreOf(attempt) !== null)
  return {
    entry,
    score: scoreOf(graded[0]),
    doneOn: last?.finishedAt ? dateOf(last.finishedAt, dayStart) : null,
    dueOn: card ? dateOf(card.memory.due, dayStart) : null,
    isOpen: attempts.some(({ revision, finishedAt }) => revision > 0 && finishedAt === null),
    hasSecondRound: last !== undefined && lacksSecondRound(last),
    ...(last?.followUps.some(({ grade }) => grade !== null) && {
      followUpsLeft: last.followUps.filter(({ grade }) => grade === null).length,
    }),
  }
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** How weak somebody is, from 0 to 1; what was never tried counts as rather weak. */
const weaknessOf = (scores: readonly number[]): number => 1 - (mean(scores) ?? 40) / 100

/** A cell of the map of categories and components. Questions without a component have a cell of their category. */
const cellsOf = ({ categories, modelPath }: MenuEntry): readonly (readonly [string, string])[] =>
  categories.flatMap((category) =>
    (modelPath.length > 0 ? modelPath : ['']).map((component) => [category, component] as const),
  )

/** Given what was done and planned before, how much a drill would teach. */
export type Gain = (done: readonly MenuEntry[]) => (entry: MenuEntry) => number

/** Weights each cell of the map by the weakness in its category and component, and by how often it was practised. */
export function gainOf(standings: readonly Standing[], roles: readonly string[]): Gain {
  const scores = new Map<string, number[]>()
  for (const { entry, score } of standings)
    for (const key of [
      ...entry.categories.map((each) => `category ${each}`),
      ...entry.modelPath.map((each) => `component ${each}`),
    ])
      if (score !== null) scores.set(key, [...(scores.get(key) ?? []), score])
  const weakness = (key: string): number => weaknessOf(scores.get(key) ?? [])
  return (done) => {
    const visits = new Map<string, number>()
    for (const cell of done.flatMap(cellsOf)) visits.set(cell.join(), (visits.get(cell.join()) ?? 0) + 1)
    return (entry) => {
      const values = cellsOf(entry).map(([category, component]) => {
        const isWanted = roles.length === 0 || roles.includes(category)
        const weight = weakness(`category ${category}`) * weakness(`component ${component}`)
        return (isWanted ? weight : weight / 4) / (1 + (visits.get(`${category},${component}`) ?? 0))
      })
      return mean(values) ?? 0
    }
  }
}

const levels = ['core', 'advanced', 'expert'] as const

/**
 * The order in which difficulties are tried: core, advanced, expert. A level comes after the others once two rounds or
 * incidents of it, or more, have last scores that average 80.
 */
export function levelsOf(standings: readonly Standing[]): readonly string[] {
  const isStrong = (level: string): boolean => {
    const scores = standings.flatMap(({ entry, score }) =>
      entry.kind !== 'question' && entry.difficulty === level && score !== null ? score : [],
    )
    return scores.length >= 2 && (mean(scores) ?? 0) >= strongScore
  }
  return [...levels.filter((level) => !isStrong(level)), ...levels.filter(isStrong)]
}
