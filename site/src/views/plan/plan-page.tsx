import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { focusTitle } from '../../app/focus.ts'
import { dayText } from '../../app/format.ts'
import { useResource } from '../../app/use-resource.ts'
import { dateOf } from '../../core/model/day.ts'
import type { Plan } from '../../core/model/records.ts'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { ContinueAttempt } from '../shared/continue-attempt.tsx'
import { PageTitle } from '../shared/page-title.tsx'
import { ResourceState } from '../shared/resource-state.tsx'
import { PlanDays } from './plan-days.tsx'
import { PlanForm } from './plan-form.tsx'

/** The plan up to the day of an interview, or the form that makes one. */
export function PlanPage() {
  const { plan } = useApp().library.settings
  const [isChanging, setChanging] = useState(false)
  const saved = (): void => {
    setChanging(false)
    focusTitle()
  }
  if (plan === null) {
    return (
      <>
        <PageTitle title="Plan" />
        <p class="lead">
          Say when your interview is and how many minutes you have each day. The plan chooses drills for each
          day up to the eve, brings back what was weak, and moves what you miss to the days that are left.
        </p>
        <PlanForm key="new" plan={null} onSaved={saved} />
      </>
    )
  }
  return (
    <>
      <PageTitle title="Plan" />
      <ContinueAttempt />
      <PlanState plan={plan} />
      <div class="buttons plan-actions">
        <button type="button" aria-expanded={isChanging} onClick={() => setChanging(!isChanging)}>
          Change the plan
        </button>
        <EndPlan onEnded={saved} />
      </div>
      {isChanging && <PlanForm key={JSON.stringify(plan)} plan={plan} onSaved={saved} />}
    </>
  )
}

function PlanState({ plan }: { readonly plan: Plan }) {
  const { library, session } = useApp()
  const today = dateOf(session.now(), library.settings.dayStart)
  if (today === plan.date) return <LazyInterviewDay plan={plan} />
  if (today > plan.date)
    return (
      <>
        <h2>How did it go?</h2>
        <p>
          Your interview was on {dayText(plan.date)}. If you were asked something that you could not answer,
          write it down while you remember it, and run the drill that comes closest once more. If another
          interview follows, change the date. Otherwise end the plan: your attempts and cards stay.
        </p>
      </>
    )
  return <PlanDays plan={plan} />
}

/** The day of the interview, whose model answers are loaded when it has come. */
function LazyInterviewDay({ plan }: { readonly plan: Plan }) {
  const resource = useResource('morning', () => import('./interview-day.tsx'))
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="This morning" />
  const { InterviewDay } = resource.value
  return <InterviewDay plan={plan} />
}

function EndPlan({ onEnded }: { readonly onEnded: () => void }) {
  const { session } = useApp()
  return (
    <ConfirmButton
      label="End the plan"
      question="End the plan? Your attempts, cards and their dates stay as they are."
      confirm="End the plan"
      cancel="Keep the plan"
      onConfirm={() => {
        session.set({ plan: null })
        onEnded()
      }}
    />
  )
}
