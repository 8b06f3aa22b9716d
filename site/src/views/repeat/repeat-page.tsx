import menu from 'virtual:menu'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { focusStep } from '../../app/focus.ts'
import { useSchedule } from '../../app/use-schedule.ts'
import type { Change } from '../../core/model/change.ts'
import { endOfDay } from '../../core/model/day.ts'
import { hidesEarlierAttempts } from '../../core/model/library.ts'
import { plural } from '../../core/model/plural.ts'
import { dueUntil } from '../../core/progress/progress.ts'
import { NextTask } from '../shared/next-task.tsx'
import { PageTitle } from '../shared/page-title.tsx'
import { ScheduledCards } from '../shared/scheduled-cards.tsx'
import { DueDrills } from './due-drills.tsx'
import { ReviewCard } from './review-card.tsx'

/** Due criteria as cards, links to due drills, and everything scheduled. */
export function RepeatPage() {
  const { library, session } = useApp()
  const [rated, setRated] = useState(0)
  const [held, setHeld] = useState<string | null>(null)
  const [goesOn, setGoesOn] = useState(false)
  /** Drills whose prompts were read in this visit. */
  const [read, setRead] = useState<readonly string[]>([])
  const schedule = useSchedule(library.settings.plan)
  const rate = (change: Change): void => {
    session.commit(change)
    setHeld(null)
    setRated(rated + 1)
    if (card) setRead([...read, card.drillId])
  }
  const now = session.now()
  const published = new Set(menu.map(({ id }) => id))
  const due = dueUntil(library, endOfDay(now, library.settings.dayStart), (id) => published.has(id))
  // Cards reveal parts of the model answer, so they wait while an attempt at their drill is open.
  const criteria = due.criteria.filter(({ drillId }) => !hidesEarlierAttempts(library, drillId))
  const waiting = due.criteria.length - criteria.length
  const planned = schedule?.days[0]?.tasks.flatMap(({ task }) => (task.type === 'cards' ? task.cards : []))
  const ofPlan = criteria.filter(({ id }) => planned?.includes(id))
  // What the plan leaves for another day comes when one asks for it.
  const isPlanDone = planned !== undefined && planned.length > 0 && ofPlan.length === 0 && criteria.length > 0
  const choice = isPlanDone && !goesOn ? [] : ofPlan.length > 0 ? ofPlan : criteria
  // The card on the screen stays there until it is rated, even if another tab makes a card that comes before it.
  const card = choice.find(({ id }) => id === held) ?? choice[0]
  useEffect(() => setHeld(card?.id ?? null), [card?.id, rated])
  const dueIds = new Set([...due.drills, ...due.criteria].map(({ id }) => id))
  const current = schedule && schedule.days.length > 0 ? schedule : null
  // Whole drills have no dates of their own while a plan says when they are run.
  const later = library.cards.filter(
    ({ id, drillId, criterion }) =>
      published.has(drillId) && !dueIds.has(id) && (criterion !== null || current === null),
  )
  const waitingToday = due.criteria.filter(({ id }) => id !== card?.id)
  return (
    <>
      <PageTitle title="Repeat" />
      {library.cards.length === 0 && (
        <p class="lead">
          Nothing is scheduled yet. Finish a drill with a grade: it comes back when you are about to forget
          it, and every criterion you missed comes back as a short card.
        </p>
      )}
      {card && (
        <ReviewCard
          key={`${card.id} ${rated}`}
          card={card}
          left={leftText(criteria.length, ofPlan.length)}
          foldsPrompt={read.includes(card.drillId)}
          takesFocus={rated > 0 || goesOn}
          onRated={rate}
        />
      )}
      {!card && isPlanDone && (
        <>
          <p class="lead" ref={focusStep} tabIndex={-1}>
            Today’s part of the plan is done. {plural(criteria.length, 'more card is', 'more cards are')} due,
            which can wait for another day.
          </p>
          <button type="button" onClick={() => setGoesOn(true)}>
            Repeat them now
          </button>
        </>
      )}
      {!card && !isPlanDone && library.cards.length > 0 && <p class="lead">No card is due today.</p>}
      {!card && library.cards.length > 0 && <NextTask />}
      {waiting > 0 && (
        <p class="quiet">
          {plural(waiting, 'card')} will wait until you have revealed the answers of the drills that you are
          working on.
        </p>
      )}
      <DueDrills drills={due.drills} schedule={current} />
      {waitingToday.length > 0 && (
        <details class="waiting">
          <summary>
            {plural(waitingToday.length, 'more card')} due today, with dates that you can change
          </summary>
          <ScheduledCards cards={waitingToday} withDrill={true} />
        </details>
      )}
      {later.length > 0 && (
        <section>
          <h2>Later</h2>
          <ScheduledCards cards={later} withDrill={true} />
        </section>
      )}
    </>
  )
}

/** How many cards are left, and how many of them are those of the plan for today. */
function leftText(due: number, ofPlan: number): string {
  if (ofPlan === 0 || ofPlan === due) return `${plural(due, 'card')} to go`
  return `${plural(ofPlan, 'card')} to go in today’s part of the plan; ${due} are due`
}
