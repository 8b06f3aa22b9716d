import menu from 'virtual:menu'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { dueText, plural, titleOf } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { endOfDay } from '../../core/day.ts'
import { dueUntil, hidesEarlierAttempts } from '../../core/progress.ts'
import type { Change } from '../../core/records.ts'
import { PageTitle } from '../shared/page-title.tsx'
import { ScheduledCards } from '../shared/scheduled-cards.tsx'
import { ReviewCard } from './review-card.tsx'

/** Due criteria as cards, links to due drills, and everything scheduled. */
export function RepeatPage() {
  const { library, session } = useApp()
  const [rated, setRated] = useState(0)
  const rate = (change: Change): void => {
    session.commit(change)
    setRated(rated + 1)
  }
  const now = session.now()
  const published = new Set(menu.map(({ id }) => id))
  const due = dueUntil(library, endOfDay(now, library.settings.dayStart), (id) => published.has(id))
  // Cards reveal parts of the model answer, so they wait while an attempt at their drill is open.
  const criteria = due.criteria.filter(({ drillId }) => !hidesEarlierAttempts(library, drillId))
  const waiting = due.criteria.length - criteria.length
  const [card] = criteria
  const cards = library.cards.filter(({ drillId }) => published.has(drillId))
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
        <ReviewCard key={card.id} card={card} left={criteria.length} takesFocus={rated > 0} onRated={rate} />
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
          <ul class="due-list">
            {due.drills.map(({ id, drillId, memory }) => (
              <li key={id}>
                <a href={href('drill', drillId)}>{titleOf(drillId)}</a>
                <span class="due">{dueText(memory.due, now, library.settings.dayStart)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {cards.length > 0 && (
        <section>
          <h2>Scheduled</h2>
          <ScheduledCards cards={cards} withDrill={true} />
        </section>
      )}
    </>
  )
}
