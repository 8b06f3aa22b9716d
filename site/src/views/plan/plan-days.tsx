import about from 'virtual:about'
import tracks from 'virtual:tracks'
import { useApp } from '../../app/app-context.ts'
import { dateWords, dayText, idLabel, titleOf, weekdayOf } from '../../app/format.ts'
import { addressOf, href } from '../../app/router.ts'
import { useSchedule } from '../../app/use-schedule.ts'
import { trackOf, trackStanding } from '../../core/catalog/track.ts'
import { dateAfter, dateOf, daysBetween } from '../../core/model/day.ts'
import { plural } from '../../core/model/plural.ts'
import type { Plan } from '../../core/model/records.ts'
import { calendarOf } from '../../core/plan/calendar.ts'
import type { PlannedDay } from '../../core/plan/plan-types.ts'
import { aimWords, leftReason, minutesDone, missedWords, todayWords } from '../../core/plan/plan-words.ts'
import { download } from '../../platform/download.ts'
import { TaskList } from './task-list.tsx'

/** Each day of a plan up to the eve, what was missed, and what has no place. */
export function PlanDays({ plan }: { readonly plan: Plan }) {
  const { library, session } = useApp()
  const schedule = useSchedule(plan)
  const today = dateOf(session.now(), library.settings.dayStart)
  if (schedule === null) return <p class="quiet loading">Loading …</p>
  const { days, left, missed } = schedule
  const count = daysBetween(today, plan.date)
  const track = trackOf(tracks, plan.track)
  const isDone = track === undefined || trackStanding(track, library).next === undefined
  const aim = aimWords(isDone ? undefined : track.title, plan.roles.map(idLabel))
  const save = (): void => {
    const { date } = plan
    const text = calendarOf({
      days,
      date,
      name: about.name,
      address: addressOf('plan'),
      titleOf,
      now: session.now(),
    })
    download(`plan-${date}.ics`, 'text/calendar', text)
  }
  return (
    <>
      <p class="lead">
        Your interview is {count === 1 ? 'tomorrow' : `in ${count} days`}, on {dayText(plan.date)}.{' '}
        {plan.minutes} minutes a day {aim}; lengths include comparing and grading.
      </p>
      {missed && <p class="banner">{missedWords(missed, weekdayOf, titleOf)}</p>}
      <ol class="plan-days">
        {days.map((day) => (
          <Day key={day.date} day={day} name={nameOf(day.date, today)} most={plan.minutes} />
        ))}
      </ol>
      {left.length > 0 && (
        <details class="plan-left">
          <summary>
            {plural(left.length, 'drill')} that you have not tried will not fit: {leftReason(days)}
          </summary>
          <ul>
            {left.map((id) => (
              <li key={id}>
                <a href={href('drill', id)}>{titleOf(id)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>
        <button type="button" onClick={save}>
          Download as a calendar file
        </button>
      </p>
      <p class="quiet">
        The file holds an all-day entry for each day. When the plan has changed, import it again: entries of
        the same day are replaced.
      </p>
    </>
  )
}

const nameOf = (date: string, today: string): string => {
  if (date === today) return 'Today'
  return date === dateAfter(today, 1) ? 'Tomorrow' : weekdayOf(date)
}

interface DayProps {
  readonly day: PlannedDay
  readonly name: string
  /** The minutes that a day has. */
  readonly most: number
}

function Day({ day, name, most }: DayProps) {
  const { date, tasks, minutes, beside, isEve, isLong } = day
  return (
    <li>
      <h2>
        {name} <small>{name === weekdayOf(date) ? dateWords(date) : dayText(date)}</small>
      </h2>
      <p class="quiet">
        {minutesDone(day) > 0 ? todayWords(day) : `${minutes} min`}
        {isEve && ' · The eve is light: nothing new that takes long, and an early night.'}
        {isLong && ` · Longer than your ${most} minutes, because no round or incident is shorter.`}
      </p>
      {tasks.length + beside.length > 0 ? (
        <TaskList day={day} />
      ) : (
        <p>Nothing is left to plan. Rest, or pick any drill.</p>
      )}
    </li>
  )
}
