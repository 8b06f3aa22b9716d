import { plural } from '../model/plural.ts'
import { type Missed, minutesOf, type PlannedDay, type Task } from './plan-types.ts'

type TitleOf = (drillId: string) => string

/** What a task is, beside the title of its drill. */
export function taskFacts(task: Task): string {
  switch (task.type) {
    case 'drill':
      return task.again ? 'once more, with comparing and grading' : 'with comparing and grading'
    case 'cards':
      return 'a minute each'
    case 'second-round':
      return 'second round, the follow-up questions'
    case 'sample':
      return 'grade an answer that somebody else gave'
  }
}

/** The name of a task: the title of its drill, or the number of cards. */
export const taskName = (task: Task, titleOf: TitleOf): string =>
  task.type === 'cards' ? `${plural(task.cards.length, 'card')} to repeat` : titleOf(task.drillId)

/** A task in one line: `Title, 30 min: with comparing and grading`. */
export const taskLine = (task: Task, titleOf: TitleOf): string =>
  `${taskName(task, titleOf)}, ${task.minutes} min: ${taskFacts(task)}`

const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/**
 * What a plan is about: `for all subjects`, or `for Speech and Serving, new drills from “First week” where they fit`.
 * @param track the title of its track; undefined without one
 */
export function aimWords(track: string | undefined, subjects: readonly string[]): string {
  const words = `for ${subjects.length === 0 ? 'all subjects' : list(subjects)}`
  return track === undefined ? words : `${words}, new drills from “${track}” where they fit`
}

/** How many drills a sentence names. */
const mostNamed = 4

/** A drill by its title, and what of it has no place where that is not its first time. */
function goneName(task: Missed['gone'][number], titleOf: TitleOf): string {
  const title = `“${titleOf(task.drillId)}”`
  if (task.type === 'second-round') return `the second round of ${title}`
  return task.again ? `the repetition of ${title}` : title
}

function goneWords(gone: Missed['gone'], titleOf: TitleOf): string {
  const named = gone.length > mostNamed ? gone.slice(0, mostNamed - 1) : gone
  const others = gone.length - named.length
  return list([...named.map((task) => goneName(task, titleOf)), ...(others > 0 ? [`${others} more`] : [])])
}

/** What was missed, and what became of it. */
export function missedWords(
  { dates, minutes, gone }: Missed,
  nameOf: (date: string) => string,
  titleOf: TitleOf,
): string {
  const days = dates.length > 3 ? `The last ${dates.length} days` : list(dates.map(nameOf))
  const isAll = gone.reduce((sum, task) => sum + task.minutes, 0) >= minutes
  const rest =
    gone.length === 0
      ? 'All of it has been fitted into the days that are left.'
      : `What is left has no place for ${goneWords(gone, titleOf)}${isAll ? '' : '; the rest has been fitted in'}.`
  return `${days} had ${minutes} minutes planned; nothing was done. ${rest}`
}

/** Why drills that nobody has tried are left over: the eve has room that it is not meant to fill. */
export const leftReason = (days: readonly PlannedDay[]): string =>
  days.every(({ isEve }) => isEve)
    ? 'only the eve is left, and it stays light'
    : 'the days before the eve take no more, and the eve stays light'

/** The minutes of a day that are still to do. */
const minutesLeft = ({ tasks }: PlannedDay): number =>
  minutesOf(tasks.flatMap(({ task, isDone }) => (isDone ? [] : task)))

/** The minutes of what was done on a day, planned or not. */
export const minutesDone = ({ tasks, beside }: PlannedDay): number =>
  minutesOf([...tasks.flatMap(({ task, isDone }) => (isDone ? task : [])), ...beside])

/** How far today is: `24 min to go, 10 min done`. */
export function todayWords(day: PlannedDay): string {
  const left = minutesLeft(day)
  const done = minutesDone(day)
  if (left === 0) return 'All done for today.'
  return `${left} min to go${done > 0 ? `, ${done} min done` : ''}`
}
