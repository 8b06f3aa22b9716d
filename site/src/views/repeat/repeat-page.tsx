import menu from 'virtual:menu'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { plural, titleOf } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { endOfDay } from '../../core/model/day.ts'
import { hidesEarlierAttempts } from '../../core/model/library.ts'
import type { Change } from '../../core/model/records.ts'
import { dueUntil } from '../../core/progress/progress.ts'
import { PageTitle } from '../shared/page-title.tsx'
import { DueDate, ScheduledCards } from '../shared/scheduled-cards.tsx'
import { ReviewCard } from './review-card.tsx'

/** Due criteria as cards, links to due drills, and everything scheduled. */
export function RepeatPage() {
  const { library, session } = useApp()
  const [rated, setRated] = useState(0)
  const [held, setHeld] = useState<string | null>(null)
  const rate = (change: Change): void => {
    session.commit(change)
    setHeld(null)
    setRated(rated + 1)
  }
  const now = session.now()
  const published = new Set(menu.map(({ id }) => id))
  const due = dueUntil(library, endOfDay(now, library.settings.dayStart), (id) => published.has(id))
  // Cards reveal parts of the model answer, so they wait while an attempt at their drill is open.
  const criteria = due.criteria.filter(({ drillId }) => !hidesEarlierAttempts(library, drillId))
  const waiting = due.criteria.length - criteria.length
  // The card on the screen stays there until it is rated, even if another tab makes a card that comes before it.
  const card = criteria.find(({ id }) => id === held) ?? criteria[0]
  useEffect(() => setHeld(card?.id ?? null), [card?.id, rated])
  const dueIds = new Set([...due.drills, ...due.criteria].map(({ id }) => id))
  const later = library.cards.filter(({ id, drillId }) => published.has(drillId) && !dueIds.has(id))
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
          left={criteria.length}
          takesFocus={rated > 0}
          onRated={rate}
        />
      )}
      {!card && library.cards.length > 0 && <p class="lead">No card is due today.</p>}
      {waiting > 0 && (
        <p class="quiet">
          {plural(waiting, 'card')} will wait until you have revealed the answers of the drills that you are
          working on.
        </p>
      )}
      {due.drills.length > 0 && (
        <section>
          <h2>Drills to run again</h2>
          {library.settings.plan && (
            <p class="quiet">
              <a href={href('plan')}>Your plan</a> says which of them to run, and when.
            </p>
          )}
          <ul class="due-list">
            {due.drills.map((drill) => (
              <li key={drill.id}>
                <a href={href('drill', drill.drillId)}>{titleOf(drill.drillId)}</a>
                <DueDate card={drill} label={titleOf(drill.drillId)} />
              </li>
            ))}
          </ul>
        </section>
      )}
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
