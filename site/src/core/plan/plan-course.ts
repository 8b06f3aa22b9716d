import type { MenuEntry } from '../catalog/catalog.ts'
import { trackOf } from '../catalog/track.ts'
import { dateAfter, dateOf } from '../model/day.ts'
import type { Card, Plan } from '../model/records.ts'
import type { Attempt } from '../model/types.ts'
import { type Gain, gainOf, levelsOf, type Standing, standingOf } from './plan-standing.ts'
import { lengthOf, type PlanInput, type Task } from './plan-types.ts'

/** The last round or incident, and what the day before was like. */
interface Last extends DayKind {
  readonly kind: string
  readonly again: boolean
}

/** What a day is like for the day after it. */
export interface DayKind {
  /** It was longer than it may be. */
  readonly isLong: boolean
  readonly hasRound: boolean
}

/** What is known before a day is planned: the learner's work so far, and what the days before it will do. */
export interface Course {
  readonly plan: Plan
  /** The drills of the plan's track, in its order; none without one. */
  readonly track: readonly string[]
  readonly standings: readonly Standing[]
  readonly gain: Gain
  /** Difficulties in the order in which they are tried. */
  readonly levels: readonly string[]
  /** Drills that were finished or have a place, for the coverage of the map. */
  readonly covered: readonly MenuEntry[]
  /** Drills that have a place. */
  readonly placed: readonly string[]
  /** Drills with a second round to do, longest waiting first. */
  readonly secondRounds: readonly string[]
  /** Cards by due day, soonest first. */
  readonly cards: readonly { readonly id: string; readonly due: string }[]
  /** Cards that have a place; the eve takes them again. */
  readonly placedCards: readonly string[]
  readonly sampled: readonly string[]
  readonly last: Last
  /** Absent while the plan is made for the first time. */
  readonly shown?: Shown
}

/** What a plan showed when it was made. What is still to do keeps its order, so that work done as planned moves nothing. */
export interface Shown {
  /** Drills, each once, in the order of their days. */
  readonly drills: readonly string[]
  /** Those of the eve. */
  readonly eve: readonly string[]
}

/** The last round or incident that was finished. Without it a weak one would be put off again every morning. */
function lastOf({ library, menu, now }: PlanInput, { minutes }: Plan): Last {
  const { dayStart } = library.settings
  const yesterday = dateAfter(dateOf(now, dayStart), -1)
  const finished = library.attempts.filter(({ finishedAt }) => finishedAt !== null)
  const ofYesterday = finished.filter(({ finishedAt }) => dateOf(finishedAt ?? 0, dayStart) === yesterday)
  const isLong = ({ drillId }: Attempt): boolean =>
    menu.some((entry) => entry.id === drillId && lengthOf(entry) > minutes)
  const [last, ...earlier] = finished
    .filter(({ kind }) => kind !== 'question')
    .sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
  return {
    kind: last?.kind ?? '',
    again: last === undefined || earlier.some(({ drillId }) => drillId === last.drillId),
    isLong: ofYesterday.some(isLong),
    hasRound: ofYesterday.some(({ kind }) => kind === 'round'),
  }
}

const byDue = (a: Card, b: Card): number => a.memory.due - b.memory.due || (a.id < b.id ? -1 : 1)

export function courseOf(input: PlanInput, plan: Plan, shown?: Shown): Course {
  const { library, menu, tracks, sampled } = input
  const standings = menu.map((entry) => standingOf(library, entry))
  const published = new Set(menu.map(({ id }) => id))
  return {
    plan,
    track: trackOf(tracks, plan.track)?.drills ?? [],
    standings,
    gain: gainOf(standings, plan.roles),
    levels: levelsOf(standings),
    covered: standings.flatMap(({ entry, doneOn }) => (doneOn === null ? [] : entry)),
    placed: [],
    secondRounds: standings
      .filter(({ hasSecondRound }) => hasSecondRound)
      .sort((a, b) => ((a.doneOn ?? '') < (b.doneOn ?? '') ? -1 : a.doneOn === b.doneOn ? 0 : 1))
      .map(({ entry }) => entry.id),
    cards: library.cards
      .filter(({ drillId, criterion }) => criterion !== null && published.has(drillId))
      .sort(byDue)
      .map(({ id, memory }) => ({ id, due: dateOf(memory.due, library.settings.dayStart) })),
    placedCards: [],
    sampled: sampled.filter(
      (id) => published.has(id) && !library.samples.some(({ drillId }) => drillId === id),
    ),
    last: lastOf(input, plan),
    ...(shown && { shown }),
  }
}

/** Whether a plan takes a drill: one on a subject of the interview, or of the track. */
export const isWanted = (
  { plan: { roles }, track }: Pick<Course, 'plan' | 'track'>,
  { id, status, categories }: MenuEntry,
): boolean =>
  status !== 'deprecated' &&
  (roles.length === 0 || track.includes(id) || categories.some((each) => roles.includes(each)))

/** The first drill of the track that was never finished and has no place; undefined when none is left. */
export function nextOfTrack({ track, standings, placed }: Course): Standing | undefined {
  for (const id of track) {
    const standing = placed.includes(id) ? undefined : standings.find(({ entry }) => entry.id === id)
    if (standing?.doneOn === null && standing.entry.status !== 'deprecated') return standing
  }
  return undefined
}

/** Whether a drill is on a subject of the interview of which nothing was done and nothing has a place. */
export const isUntouched = ({ plan, covered }: Course, { categories }: MenuEntry): boolean =>
  plan.roles.some((role) => {
    const isOn = (each: string): boolean => each === role
    return categories.some(isOn) && !covered.some((done) => done.categories.some(isOn))
  })

/** What the days after a task know. */
function afterTask(before: Course, task: Task): Course {
  switch (task.type) {
    case 'drill': {
      const entry = before.standings.find((each) => each.entry.id === task.drillId)?.entry
      if (entry === undefined) return before
      const placed = {
        ...before,
        covered: [...before.covered, entry],
        placed: [...before.placed, entry.id],
      }
      if (entry.kind === 'question') return placed
      return {
        ...placed,
        secondRounds: task.again ? before.secondRounds : [...before.secondRounds, entry.id],
        last: { ...before.last, kind: entry.kind, again: task.again },
      }
    }
    case 'second-round':
      return { ...before, secondRounds: before.secondRounds.filter((id) => id !== task.drillId) }
    case 'cards':
      return { ...before, placedCards: [...before.placedCards, ...task.cards] }
    case 'sample':
      return { ...before, sampled: before.sampled.filter((id) => id !== task.drillId) }
  }
}

/** What is known after some tasks, and after the whole day when its kind is given. */
export function after(course: Course, tasks: readonly Task[], day: DayKind = course.last): Course {
  const { isLong, hasRound } = day
  return tasks.reduce(afterTask, { ...course, last: { ...course.last, isLong, hasRound } })
}
