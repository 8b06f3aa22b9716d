import { secondRoundMinutes } from '../model/follow-ups.ts'
import { candidates } from './plan-candidates.ts'
import { after, type Course, type DayKind, isUntouched, isWanted } from './plan-course.ts'
import { type Standing, weakScore } from './plan-standing.ts'
import { cardMinutes, lengthOf, sampleGrading, type Task } from './plan-types.ts'

const drillTask = ({ entry, doneOn }: Standing, isPlaced = false): Task => ({
  type: 'drill',
  drillId: entry.id,
  again: isPlaced || doneOn !== null,
  minutes: lengthOf(entry),
})

/** How many follow-ups a drill has that nothing is known of. */
const usualFollowUps = 4

function secondRoundTask({ standings }: Course, drillId: string): Task {
  const standing = standings.find(({ entry }) => entry.id === drillId)
  const followUps = standing?.followUpsLeft ?? standing?.entry.followUps ?? usualFollowUps
  return { type: 'second-round', drillId, minutes: secondRoundMinutes(followUps) }
}

/** Whether a drill is open, new or was weak. What is due or was good has what such ones leave. */
const isFresh = ({ isOpen, doneOn, score }: Standing): boolean =>
  isOpen || doneOn === null || (score ?? 0) < weakScore

const isLongKind = ({ entry }: Standing): boolean => entry.kind !== 'question'

/** The next cards for some minutes; none when nothing is due or there is no time. */
function cardTask(
  { cards, placedCards }: Course,
  until: string,
  most: number,
  again: boolean,
): readonly Task[] {
  const fresh = cards.filter(({ id, due }) => due <= until && !placedCards.includes(id))
  const more = again ? cards.filter(({ id }) => placedCards.includes(id)) : []
  const chosen = [...fresh, ...more].slice(0, Math.max(0, Math.floor(most / cardMinutes)))
  if (chosen.length === 0) return []
  return [{ type: 'cards', cards: chosen.map(({ id }) => id), minutes: chosen.length * cardMinutes }]
}

const minutesOf = (tasks: readonly Task[]): number => tasks.reduce((sum, { minutes }) => sum + minutes, 0)

export interface DayTasks extends DayKind {
  readonly tasks: readonly Task[]
}

/** At most so many of a sort in one day, so that a long day stays a mix. */
const mostRounds = 4
const mostQuestions = 3
const mostSecondRounds = 2

/**
 * The tasks of an ordinary day. A round or an incident has its place first, a round after a day without one, but before all
 * a drill on a subject of the interview that nothing was done for; cards get what it leaves, up to a third of the day; second
 * rounds, further rounds, questions and a sample fill the rest, what is long before what is short, and cards what they
 * leave. Where every round is longer than the day, every other day is one round.
 */
export function planDay(course: Course, date: string): DayTasks {
  const { minutes } = course.plan
  const all = candidates(course, date)
  const options = all.some(isFresh) ? all.filter(isFresh) : all
  const isTooLong = ({ entry }: Standing): boolean => lengthOf(entry) > minutes
  const longest = options.find(isLongKind) ?? (options.every(isTooLong) ? options[0] : undefined)
  const long = options.filter((each) => isLongKind(each) && !isTooLong(each))
  const begun = long.find(({ isOpen }) => isOpen)
  const untouched = begun ? [] : options.filter((each) => isUntouched(course, each.entry) && !isTooLong(each))
  /** A subject that only questions are left for has one before all. */
  const asked = untouched.some(isLongKind) ? undefined : untouched[0]
  if (longest && long.length === 0 && !course.last.isLong && isTooLong(longest))
    if (!asked || isUntouched(course, longest.entry))
      return { tasks: [drillTask(longest)], isLong: true, hasRound: longest.entry.kind === 'round' }
  const left = minutes - (asked ? lengthOf(asked.entry) : 0)
  const pool = untouched.filter(isLongKind)
  const choice = (pool.length > 0 ? pool : long).filter(({ entry }) => lengthOf(entry) <= left)
  const round = course.last.hasRound ? undefined : choice.find(({ entry }) => entry.kind === 'round')
  const first = begun ?? round ?? choice[0]
  let tasks: readonly Task[] = [first, asked].flatMap((each) => (each ? [drillTask(each)] : []))
  const room = (): number => minutes - minutesOf(tasks)
  tasks = [...cardTask(course, date, Math.min(room(), Math.ceil(minutes / 3)), false), ...tasks]
  const count = (fits: (task: Task) => boolean): number => tasks.filter(fits).length
  const isOf = (task: Task, long: boolean): boolean =>
    task.type === 'drill' &&
    course.standings.some((each) => each.entry.id === task.drillId && isLongKind(each) === long)
  /** Whether a drill has no place on this day yet. */
  const isFree = (id: string): boolean => !tasks.some((task) => task.type !== 'cards' && task.drillId === id)
  const drillOf = (long: boolean, most: number, late: boolean): Task | undefined => {
    const fits = (each: Standing): boolean => isLongKind(each) === long && lengthOf(each.entry) <= room()
    // Most days are full before their best candidates have to be found.
    if (count((task) => isOf(task, long)) >= most || !course.standings.some(fits)) return undefined
    const next = candidates(after(course, tasks), date).find(
      (each) => fits(each) && isFree(each.entry.id) && (late || isFresh(each)),
    )
    return next && drillTask(next)
  }
  const waiting = (): Task | undefined => {
    if (count(({ type }) => type === 'second-round') >= mostSecondRounds) return undefined
    return course.secondRounds
      .filter(isFree)
      .map((drillId) => secondRoundTask(course, drillId))
      .find((task) => task.minutes <= room())
  }
  const sample = (): Task | undefined => {
    const drillId = course.sampled.find(isFree)
    return drillId !== undefined && room() >= sampleGrading && count(({ type }) => type === 'sample') === 0
      ? { type: 'sample', drillId, minutes: sampleGrading }
      : undefined
  }
  for (const late of [false, true])
    for (;;) {
      const before = tasks.length
      for (const next of [
        waiting,
        () => drillOf(true, mostRounds, late),
        () => drillOf(false, mostQuestions, late),
        sample,
      ]) {
        const task = next()
        if (task) tasks = [...tasks, task]
      }
      if (tasks.length === before) break
    }
  const others = tasks.filter(({ type }) => type !== 'cards')
  return {
    tasks: [...cardTask(course, date, minutes - minutesOf(others), false), ...others],
    isLong: false,
    hasRound: others.some(
      (task) =>
        task.type === 'drill' &&
        course.standings.some(({ entry }) => entry.id === task.drillId && entry.kind === 'round'),
    ),
  }
}

/** The eve takes at most so many minutes. */
const eveMinutes = 40

/** The tasks of the eve: cards, second rounds, and questions of the easiest level; no round. */
export function planEve(course: Course, date: string): DayTasks {
  const minutes = Math.min(course.plan.minutes, eveMinutes)
  const { plan, placed, standings, shown } = course
  const known = standings
    .filter(({ entry, doneOn }) => (doneOn !== null && doneOn < date) || placed.includes(entry.id))
    .filter(({ entry }) => isWanted(plan, entry))
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
  const isEasy = ({ entry }: Standing): boolean =>
    entry.kind === 'question' && entry.difficulty === 'core' && lengthOf(entry) <= minutes
  const ofEve = shown?.eve ?? []
  /** New ones and weak ones come first, then those that the plan has shown for this day. */
  const rank = (standing: Standing): number => {
    const { id } = standing.entry
    if (!placed.includes(id) && isFresh(standing)) return -1
    return ofEve.includes(id) ? ofEve.indexOf(id) : ofEve.length
  }
  const [easy, ...more] = [...new Set([...candidates(course, date), ...known].filter(isEasy))].sort(
    (a, b) => rank(a) - rank(b),
  )
  const question = (standing: Standing): Task => drillTask(standing, placed.includes(standing.entry.id))
  let tasks: readonly Task[] = easy ? [question(easy)] : []
  const room = (): number => minutes - minutesOf(tasks)
  const cards = cardTask(course, date, Math.min(room(), minutes / 2), true)
  tasks = [...cards, ...tasks]
  for (const task of course.secondRounds.slice(0, mostSecondRounds).map((id) => secondRoundTask(course, id)))
    if (room() >= task.minutes) tasks = [...tasks, task]
  for (const each of more.slice(0, mostQuestions - 1))
    if (room() >= lengthOf(each.entry)) tasks = [...tasks, question(each)]
  return { tasks, isLong: false, hasRound: false }
}
