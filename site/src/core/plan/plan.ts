import { trackOf } from '../catalog/track.ts'
import { dateAfter, dateOf, daysBetween, noonOf, startOfDay } from '../model/day.ts'
import type { Library, Plan } from '../model/records.ts'
import type { Instant } from '../model/types.ts'
import { isBack } from '../schedule/cards.ts'
import { libraryAsOf } from './as-of.ts'
import { doneBeside, makingWay } from './done-beside.ts'
import { after, courseOf, isWanted, type Shown } from './plan-course.ts'
import { planDay } from './plan-day.ts'
import { planEve } from './plan-eve.ts'
import { isSecondRoundDone } from './plan-standing.ts'
import type { DayTasks } from './plan-tasks.ts'
import {
  type Missed,
  minutesOf,
  type PlanInput,
  type PlannedDay,
  type Schedule,
  type Task,
} from './plan-types.ts'

/** A plan looks no further ahead than a year. */
const mostDays = 366

/** Whether a task was done at or after a time. */
export function isTaskDone(
  { attempts, reviews, cards, samples }: Library,
  task: Task,
  since: Instant,
): boolean {
  switch (task.type) {
    case 'drill':
      return attempts.some(
        // One that was marked has moved no schedule either.
        ({ drillId, finishedAt, mark }) =>
          drillId === task.drillId && (finishedAt ?? -1) >= since && mark === null,
      )
    case 'second-round':
      return attempts.some(
        ({ drillId, followUps }) =>
          drillId === task.drillId &&
          isSecondRoundDone(followUps) &&
          followUps.some(({ revealedAt }) => (revealedAt ?? -1) >= since),
      )
    case 'cards':
      return task.cards.every((id) => {
        const card = cards.find((each) => each.id === id)
        if (card === undefined) return true
        // A card that was forgotten comes back on the same day.
        return !isBack(card) && reviews.some(({ cardId, at }) => cardId === id && at >= since)
      })
    case 'sample':
      return samples.some(({ drillId, at }) => drillId === task.drillId && at >= since)
  }
}

const dayOf = (
  date: string,
  { tasks, isLong }: DayTasks,
  isEve: boolean,
  isDone: (task: Task) => boolean = () => false,
  beside: readonly Task[] = [],
): PlannedDay => ({
  date,
  minutes: minutesOf(tasks),
  tasks: tasks.map((task) => ({ task, isDone: isDone(task) })),
  beside,
  isEve,
  isLong,
})

/** The days from today to the eve. */
function daysFrom(input: PlanInput, plan: Plan, shown?: Shown): readonly PlannedDay[] {
  const { library, now } = input
  const { dayStart } = library.settings
  const today = dateOf(now, dayStart)
  const eve = dateAfter(plan.date, -1)
  const count = Math.min(mostDays, daysBetween(today, plan.date))
  if (!(count > 0)) return []
  // Today's tasks are those of the morning, so that they can be ticked; the days to come know what was done since.
  const morning = Math.max(startOfDay(now, dayStart), plan.since)
  const tasksOf = (date: string): typeof planDay => (date === eve ? planEve : planDay)
  const then = { ...input, library: libraryAsOf(library, morning) }
  const atFirst = courseOf(then, plan, shown)
  const ofToday = tasksOf(today)(atFirst, today)
  const course = courseOf(input, plan, shown)
  const isDone = (task: Task): boolean => isTaskDone(library, task, morning)
  const beside = doneBeside(atFirst, ofToday, isDone)
  const day = makingWay(course, ofToday, beside, isDone)
  const days = [dayOf(today, day, today === eve, isDone, beside)]
  let next = after(
    course,
    day.tasks.filter((task) => !isDone(task)),
    day,
  )
  for (let index = 1; index < count; index += 1) {
    const date = dateAfter(today, index)
    const planned = tasksOf(date)(next, date)
    days.push(dayOf(date, planned, date === eve))
    next = after(next, planned.tasks, planned)
  }
  return days
}

const drillsOf = (days: readonly PlannedDay[]): readonly string[] =>
  days.flatMap(({ tasks }) => tasks.flatMap(({ task }) => (task.type === 'drill' ? task.drillId : [])))

/** What the plan showed when it was made. */
function shownAtFirst(input: PlanInput, plan: Plan): Shown {
  const { since } = plan
  const days = daysFrom({ ...input, library: libraryAsOf(input.library, since), now: since }, plan)
  return { drills: [...new Set(drillsOf(days))], eve: drillsOf(days.filter(({ isEve }) => isEve)) }
}

/**
 * The days before today on which nothing was finished, reviewed or graded, back to the last one with any work. The day on
 * which the plan was made is none of them: it may have been late.
 */
function idleDates({ library, now }: PlanInput, plan: Plan): readonly string[] {
  const { dayStart } = library.settings
  const worked = new Set(
    [
      ...library.attempts.flatMap(({ finishedAt }) => finishedAt ?? []),
      ...[...library.reviews, ...library.samples].map(({ at }) => at),
    ].map((at) => dateOf(at, dayStart)),
  )
  const made = dateOf(plan.since, dayStart)
  const dates: string[] = []
  let date = dateAfter(dateOf(now, dayStart), -1)
  while (date > made && !worked.has(date) && dates.length < mostDays) {
    dates.unshift(date)
    date = dateAfter(date, -1)
  }
  return dates
}

function missedOf(input: PlanInput, plan: Plan, shown: Shown, days: readonly PlannedDay[]): Missed | null {
  const { library } = input
  const dates = idleDates(input, plan)
  const noon = noonOf(dates[0] ?? '')
  if (noon === null) return null
  const then = startOfDay(noon, library.settings.dayStart)
  const before = daysFrom({ ...input, library: libraryAsOf(library, then), now: then }, plan, shown)
  const idle = before.filter(({ date }) => dates.includes(date))
  const minutes = idle.reduce((sum, day) => sum + day.minutes, 0)
  const hasPlace = (task: Missed['gone'][number]): boolean =>
    days.some(({ tasks }) =>
      tasks.some((each) => each.task.type === task.type && each.task.drillId === task.drillId),
    )
  const gone = idle
    .flatMap(({ tasks }) =>
      tasks.flatMap(({ task }) => (task.type === 'drill' || task.type === 'second-round' ? task : [])),
    )
    .filter((task) => !hasPlace(task) && !isTaskDone(library, task, then))
  return minutes > 0 ? { dates, minutes, gone: gone.filter(isFirstOfDrill) } : null
}

/** Whether no task before it in a list has its drill: without the drill there is no second round to miss. */
const isFirstOfDrill = ({ drillId }: Missed['gone'][number], index: number, all: Missed['gone']): boolean =>
  all.findIndex((each) => each.drillId === drillId) === index

/**
 * What to do on each day up to the interview. A function of what was done, so a missed day is planned anew by itself; the
 * same input always gives the same plan.
 */
export function scheduleOf(input: PlanInput, plan: Plan): Schedule {
  const shown = shownAtFirst(input, plan)
  const days = daysFrom(input, plan, shown)
  const placed = new Set(drillsOf(days))
  const started = new Set(
    input.library.attempts.flatMap(({ drillId, finishedAt }) => (finishedAt === null ? [] : drillId)),
  )
  const track = trackOf(input.tracks, plan.track)?.drills ?? []
  const left = input.menu
    .filter((entry) => isWanted({ plan, track }, entry) && !placed.has(entry.id) && !started.has(entry.id))
    .map(({ id }) => id)
  return { days, left, missed: days.length === 0 ? null : missedOf(input, plan, shown, days) }
}

/**
 * Drills that were finished last before today and had no graded sample then: those to grade samples of, if they have any.
 * Finding that out takes a request for each, so they are few.
 */
export function toSample(library: Library, now: Instant): readonly string[] {
  const { attempts, samples } = libraryAsOf(library, startOfDay(now, library.settings.dayStart))
  const graded = new Set(samples.map(({ drillId }) => drillId))
  const finished = attempts
    .filter(({ finishedAt, revealedAt }) => finishedAt !== null && revealedAt !== null)
    .sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
    .map(({ drillId }) => drillId)
  return [...new Set(finished)].filter((id) => !graded.has(id)).slice(0, 3)
}
