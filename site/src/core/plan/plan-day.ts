import { candidates } from './plan-candidates.ts'
import { after, type Course, isUntouched, nextOfTrack } from './plan-course.ts'
import type { Standing } from './plan-standing.ts'
import {
  cardTask,
  type DayTasks,
  drillTask,
  isFresh,
  mostQuestions,
  mostSecondRounds,
  secondRoundTask,
} from './plan-tasks.ts'
import { lengthOf, minutesOf, sampleGrading, type Task } from './plan-types.ts'

const isLongKind = ({ entry }: Standing): boolean => entry.kind !== 'question'

/** What fills a day by and by: what is fresh, then all else, then what is new beside a track. */
const passes = ['fresh', 'late'] as const
type Pass = (typeof passes)[number] | 'fill'

/** At most so many rounds and incidents in one day, so that a long day stays a mix. */
const mostRounds = 4

/**
 * The tasks of an ordinary day. A round or an incident has its place first, a round after a day without one, but before all
 * a drill on a subject of the interview that nothing was done for; cards get what it leaves, up to a third of the day; second
 * rounds, further rounds, questions and a sample fill the rest, what is long before what is short, and cards what they
 * leave. Where every round is longer than the day, every other day is one round.
 *
 * A track has the place of what is new: its drills come in its order, as many questions as fit, and other new drills only
 * where its next one has no room.
 */
export function planDay(course: Course, date: string): DayTasks {
  const { minutes } = course.plan
  const all = candidates(course, date)
  const options = all.some(isFresh) ? all.filter(isFresh) : all
  const isTooLong = ({ entry }: Standing): boolean => lengthOf(entry) > minutes
  const long = options.filter((each) => isLongKind(each) && !isTooLong(each))
  const begun = long.find(({ isOpen }) => isOpen)
  const untouched = begun ? [] : options.filter((each) => isUntouched(course, each.entry) && !isTooLong(each))
  /** The next of the track, when it is the turn of what is new. */
  const turn = begun || !course.last.again ? undefined : nextOfTrack(course)
  const turnAsked = turn && !isLongKind(turn) && !isTooLong(turn) ? turn : undefined
  /** A subject that only questions are left for has one before all, and so has a track whose next drill is one. */
  const asked = untouched.some(isLongKind) ? undefined : (untouched[0] ?? turnAsked)
  const waits = turn && isTooLong(turn) ? turn : undefined
  const longest = waits ?? options.find(isLongKind) ?? (options.every(isTooLong) ? options[0] : undefined)
  if (longest && (waits || long.length === 0) && !course.last.isLong && isTooLong(longest))
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
  const ofTrack = (): Task | undefined => {
    const next = nextOfTrack(after(course, tasks))
    if (!next || lengthOf(next.entry) > room()) return undefined
    const isFull = isLongKind(next) && count((task) => isOf(task, true)) >= mostRounds
    return isFull ? undefined : drillTask(next)
  }
  const drillOf = (long: boolean, most: number, pass: Pass): Task | undefined => {
    const fits = (each: Standing): boolean => isLongKind(each) === long && lengthOf(each.entry) <= room()
    // Most days are full before their best candidates have to be found.
    if (count((task) => isOf(task, long)) >= most || !course.standings.some(fits)) return undefined
    const next = candidates(after(course, tasks), date, pass === 'fill').find(
      (each) => fits(each) && isFree(each.entry.id) && (pass !== 'fresh' || isFresh(each)),
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
  for (const pass of course.track.length > 0 ? [...passes, 'fill' as const] : passes)
    for (;;) {
      const before = tasks.length
      for (const next of [
        waiting,
        ofTrack,
        () => drillOf(true, mostRounds, pass),
        () => drillOf(false, mostQuestions, pass),
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
