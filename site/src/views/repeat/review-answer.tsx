import type { Drill } from 'audio-text-drills'
import { useApp } from '../../app/app-context.ts'
import { focusStep } from '../../app/focus.ts'
import { dueText } from '../../app/format.ts'
import { loadAnswer, type Practice, sectionsOf } from '../../app/practice.ts'
import { useResource } from '../../app/use-resource.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import type { Change } from '../../core/model/change.ts'
import type { Card, Rating } from '../../core/model/records.ts'
import type { Instant } from '../../core/model/types.ts'
import { Html } from '../shared/html.tsx'
import { ResourceState } from '../shared/resource-state.tsx'

const ratings = [1, 2, 3, 4] as const satisfies readonly Rating[]
const ratingLabels = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' } as const satisfies Record<Rating, string>

interface ReviewAnswerProps {
  readonly card: Card
  readonly practice: Practice
  readonly onRated: (change: Change) => void
}

/** The back of the card: the phrases that earn the criterion, what the learner wrote last time, and the rating buttons. */
export function ReviewAnswer({ card, practice, onRated }: ReviewAnswerProps) {
  const { session, library } = useApp()
  const resource = useResource(card.drillId, async () => {
    const [drill, schedule, { LastWords }] = await Promise.all([
      loadAnswer(card.drillId),
      import('../../core/schedule/schedule.ts'),
      import('./last-words.tsx'),
    ])
    return { drill, schedule, LastWords }
  })
  const rate = (rating: Rating): void => {
    if (resource.state !== 'ready') return
    const { drillId, criterion } = card
    const input = { drillId, criterion, rating, at: session.now(), attemptId: null }
    onRated(resource.value.schedule.reviewCard(library, input))
  }
  useShortcuts({ 1: () => rate(1), 2: () => rate(2), 3: () => rate(3), 4: () => rate(4) })
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="The model answer" />
  const { drill, schedule, LastWords } = resource.value
  const now = session.now()
  const preview = schedule.previewDue(card, now, library.settings)
  const held = heldBack(preview, schedule.previewDue(card, now, { ...library.settings, plan: null }))
  return (
    <div class="review-answer" data-step>
      <div class="phrase-pair">
        <div>
          <h3 tabIndex={-1} ref={focusStep}>
            The model answer says
          </h3>
          {drill && <Phrases drill={drill} criterion={card.criterion} />}
        </div>
        {drill && <LastWords card={card} drill={drill} practice={practice} />}
      </div>
      {drill && <Met drill={drill} criterion={card.criterion} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div class="ratings" role="group" aria-label="How well did you know it?">
        {ratings.map((rating) => (
          <button key={rating} type="button" onClick={() => rate(rating)}>
            {ratingLabels[rating]}{' '}
            <small>
              {rating === 1
                ? 'later in this visit'
                : dueText(preview[rating], now, library.settings.dayStart)}
            </small>
          </button>
        ))}
      </div>
      {held !== '' && (
        <p class="quiet">{held} would be later: your plan repeats every card before the interview.</p>
      )}
    </div>
  )
}

/** The ratings whose dates a plan brings forward: `Good and Easy`. */
function heldBack(
  planned: Readonly<Record<Rating, Instant>>,
  without: Readonly<Record<Rating, Instant>>,
): string {
  const names = ratings
    .filter((rating) => planned[rating] < without[rating])
    .map((each) => ratingLabels[each])
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' and ')
}

interface CriterionProps {
  readonly drill: Drill
  readonly criterion: string | null
}

function Phrases({ drill, criterion }: CriterionProps) {
  const phrases = drill.evidence.filter((evidence) => evidence.criterion === criterion)
  const sections = sectionsOf(drill)
  if (phrases.length === 0) return <p>The model answer no longer has a phrase for this criterion.</p>
  return (
    <ul class="phrases">
      {phrases.map(({ id, section, point, text }) => {
        const place = sections.find((each) => each.id === section)
        const label = place?.points.find((each) => each.id === point)?.label
        return (
          <li key={id}>
            {place && (
              <small>
                {place.title}
                {label && `, ${label}`}
              </small>
            )}
            <mark>{text}</mark>
          </li>
        )
      })}
    </ul>
  )
}

/** What meets a criterion of the drill; general criteria are explained on the front. */
function Met({ drill, criterion }: CriterionProps) {
  const met = drill.criteria.find(({ id }) => id === criterion)?.met
  if (!met) return null
  return (
    <>
      <h3>Met:</h3>
      <Html html={met.html} />
    </>
  )
}
