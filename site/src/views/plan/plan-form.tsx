import menu from 'virtual:menu'
import tracks from 'virtual:tracks'
import { useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { idLabel } from '../../app/format.ts'
import { facetsOf } from '../../core/catalog/facets.ts'
import { trackOf } from '../../core/catalog/track.ts'
import { dateAfter, dateOf, noonOf } from '../../core/model/day.ts'
import { plural } from '../../core/model/plural.ts'
import type { Plan } from '../../core/model/records.ts'
import { isRefused, type PlanProblem, readPlan } from '../../core/plan/plan-input.ts'
import { broughtForward } from '../../core/schedule/cards.ts'
import { TrackField } from './track-field.tsx'

interface PlanFormProps {
  /** The plan to change; null for a new one. */
  readonly plan: Plan | null
  readonly onSaved: () => void
}

/** Sets the date, the minutes of a day, and the subjects of a plan. */
export function PlanForm({ plan, onSaved }: PlanFormProps) {
  const { library, session } = useApp()
  const { dayStart } = library.settings
  const [date, setDate] = useState(plan?.date ?? '')
  const [minutes, setMinutes] = useState(String(plan?.minutes ?? 60))
  const { categories } = facetsOf(menu)
  // What can't be ticked here can't be taken back either.
  const [roles, setRoles] = useState((plan?.roles ?? []).filter((role) => categories.has(role)))
  const chosen = plan ? plan.track : library.settings.track
  const [track, setTrack] = useState(trackOf(tracks, chosen)?.id ?? '')
  const [problems, setProblems] = useState<readonly PlanProblem[]>([])
  const fields = { date: useRef<HTMLInputElement>(null), minutes: useRef<HTMLInputElement>(null) }
  const save = (event: Event): void => {
    event.preventDefault()
    const now = session.now()
    const read = readPlan({ date, minutes, roles, track }, { now, dayStart, since: plan?.since ?? now })
    setProblems(isRefused(read) ? read : [])
    if (isRefused(read)) {
      const [first] = read
      if (first) fields[first.field].current?.focus()
      return
    }
    const eve = noonOf(dateAfter(read.date, -1)) ?? now
    session.commit({ cards: broughtForward(library.cards, eve, now, dayStart) })
    // It is still followed when the plan has ended.
    session.set({ plan: read, ...(read.track !== null && { track: read.track }) })
    onSaved()
  }
  const described = (field: PlanProblem['field']) =>
    problems.some((each) => each.field === field)
      ? { 'aria-invalid': true, 'aria-describedby': `plan-problem-${field}` }
      : {}
  const toggle = (role: string, isOn: boolean): void =>
    setRoles(isOn ? [...roles, role] : roles.filter((each) => each !== role))
  return (
    <form class="plan-form" noValidate onSubmit={save}>
      <div class="plan-fields">
        <label>
          <span>Day of your interview</span>
          <input
            ref={fields.date}
            type="date"
            name="date"
            min={dateAfter(dateOf(session.now(), dayStart), 1)}
            value={date}
            {...described('date')}
            onInput={({ currentTarget }) => setDate(currentTarget.value)}
          />
        </label>
        <label>
          <span>Minutes a day</span>
          <input
            ref={fields.minutes}
            type="number"
            name="minutes"
            inputMode="numeric"
            min={5}
            max={720}
            step={5}
            value={minutes}
            {...described('minutes')}
            onInput={({ currentTarget }) => setMinutes(currentTarget.value)}
          />
        </label>
      </div>
      {problems.length > 0 && (
        <div class="problem" role="alert">
          {problems.map(({ field, words }) => (
            <p key={field} id={`plan-problem-${field}`}>
              {words}
            </p>
          ))}
          <p>Nothing was changed.</p>
        </div>
      )}
      <fieldset>
        <legend>What is it about?</legend>
        <p class="quiet">Tick what the job is about. Without a tick the plan takes everything.</p>
        <div class="roles">
          {[...categories].map(([category, count]) => (
            <label key={category} class="check">
              <input
                type="checkbox"
                checked={roles.includes(category)}
                onChange={({ currentTarget }) => toggle(category, currentTarget.checked)}
              />
              <span>
                {idLabel(category)} <small>{plural(count, 'drill')}</small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {tracks.length > 0 && <TrackField track={track} onChange={setTrack} />}
      <button type="submit" class="primary">
        {plan ? 'Save the changes' : 'Make the plan'}
      </button>
    </form>
  )
}
