import type { Course } from './plan-course.ts'
import { type DayTasks, drillTask, secondRoundTask } from './plan-tasks.ts'
import { minutesOf, sampleGrading, type Task } from './plan-types.ts'

type IsDone = (task: Task) => boolean

const isSame = (a: Task, b: Task): boolean =>
  a.type === b.type && (a.type === 'cards' || b.type === 'cards' || a.drillId === b.drillId)

/**
 * Drills, second rounds and samples that were done today without being planned for it.
 * @param course what was known in the morning
 */
export const doneBeside = (course: Course, { tasks }: DayTasks, isDone: IsDone): readonly Task[] =>
  course.standings
    .flatMap((standing): readonly Task[] => [
      drillTask(standing),
      secondRoundTask(course, standing.entry.id),
      { type: 'sample', drillId: standing.entry.id, minutes: sampleGrading },
    ])
    .filter((task) => !tasks.some((each) => isSame(each, task)) && isDone(task))

/**
 * A day of which so much gives way as was done beside it, the longest task first, and of equals the last: what takes no
 * longer than that. Cards stay, and so do a drill that was begun, and a new one of the track while one that follows it stays.
 */
export function makingWay(course: Course, day: DayTasks, beside: readonly Task[], isDone: IsDone): DayTasks {
  const { standings, track } = course
  const isOpen = (id: string): boolean => standings.some(({ entry, isOpen }) => entry.id === id && isOpen)
  const placeOf = (task: Task): number =>
    task.type === 'drill' && !task.again ? track.indexOf(task.drillId) : -1
  let gained = minutesOf(beside)
  let { tasks } = day
  for (;;) {
    const last = Math.max(...tasks.map((task) => (isDone(task) ? -1 : placeOf(task))))
    const mayGo = (task: Task): boolean =>
      task.type !== 'cards' &&
      task.minutes <= gained &&
      !isDone(task) &&
      !isOpen(task.drillId) &&
      (placeOf(task) < 0 || placeOf(task) === last)
    const [gone] = tasks
      .filter(mayGo)
      .reverse()
      .sort((a, b) => b.minutes - a.minutes)
    if (gone === undefined) break
    gained -= gone.minutes
    tasks = tasks.filter((task) => task !== gone)
  }
  const isRound = (task: Task): boolean =>
    task.type === 'drill' &&
    standings.some(({ entry }) => entry.id === task.drillId && entry.kind === 'round')
  if (tasks.length === day.tasks.length) return day
  return { tasks, isLong: day.isLong && tasks.length > 0, hasRound: [...tasks, ...beside].some(isRound) }
}
