import { candidates } from './plan-candidates.ts'
import { type Course, isWanted } from './plan-course.ts'
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
import { lengthOf, minutesOf, type Task } from './plan-types.ts'

/** The eve takes at most so many minutes. */
const eveMinutes = 40

/** The tasks of the eve: cards, second rounds, and questions of the easiest level; no round. */
export function planEve(course: Course, date: string): DayTasks {
  const minutes = Math.min(course.plan.minutes, eveMinutes)
  const { placed, standings, shown } = course
  const known = standings
    .filter(({ entry, doneOn }) => (doneOn !== null && doneOn < date) || placed.includes(entry.id))
    .filter(({ entry }) => isWanted(course, entry))
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
  const [easy, ...more] = [...new Set([...candidates(course, date, true), ...known].filter(isEasy))].sort(
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
