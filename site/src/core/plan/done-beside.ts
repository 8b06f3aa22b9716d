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
 * A day of which so much gives way as was done beside it, the longest task first, and of equals the last:
 * what takes no longer than that. Cards stay, and so does a drill that was begun.
 */
export function makingWay(course: Course, day: DayTasks, beside: readonly Task[], isDone: IsDone): DayTasks {
  let gained = minutesOf(beside)
  if (gained === 0) return day
  const isOpen = (id: string): boolean =>
    course.standings.some((standing) => standing.entry.id === id && standing.isOpen)
  const gone = [...day.tasks]
    .reverse()
    .sort((a, b) => b.minutes - a.minutes)
    .filter((task) => {
      if (isDone(task) || task.type === 'cards' || task.minutes > gained || isOpen(task.drillId)) return false
      gained -= task.minutes
      return true
    })
  const tasks = day.tasks.filter((task) => !gone.includes(task))
  const isRound = (task: Task): boolean =>
    task.type === 'drill' &&
    course.standings.some(({ entry }) => entry.id === task.drillId && entry.kind === 'round')
  return { tasks, isLong: day.isLong && tasks.length > 0, hasRound: [...tasks, ...beside].some(isRound) }
}
