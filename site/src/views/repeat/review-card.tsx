import type { Drill } from 'audio-text-drills'
import { useMemo, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { focusStep, leaveOnEscape } from '../../app/focus.ts'
import { dateText, dueText, idLabel, titleOf } from '../../app/format.ts'
import { loadAnswer, loadPractice, type Practice, sectionsOf } from '../../app/practice.ts'
import { useResource } from '../../app/use-resource.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { foundFor } from '../../core/grading/found.ts'
import { answerRead } from '../../core/model/attempt.ts'
import type { Card, Change, Rating } from '../../core/model/records.ts'
import { criterionTitle } from '../../core/progress/progress.ts'
import { lastWords } from '../../core/schedule/last-words.ts'
import { Html } from '../shared/html.tsx'
import { LearnerText } from '../shared/learner-text.tsx'
import { ResourceState } from '../shared/resource-state.tsx'

interface ReviewCardProps {
  readonly card: Card
  /** How many cards are left, in words. */
  readonly left: string
  /** Whether the prompt was read before, and only its beginning is shown. */
  readonly foldsPrompt: boolean
  /** True right after another card was rated. */
  readonly takesFocus: boolean
  readonly onRated: (change: Change) => void
}

/** A card for a missed criterion: recall first, then look at the answer. */
export function ReviewCard({ card, left, foldsPrompt, takesFocus, onRated }: ReviewCardProps) {
  const { library } = useApp()
  const [isShown, setShown] = useState(false)
  const [words, setWords] = useState('')
  const [isFolded, setFolded] = useState(foldsPrompt)
  const resource = useResource(card.drillId, () => loadPractice(card.drillId))
  useShortcuts({ m: () => setShown(true) })
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="The card" />
  const { rubric, prompt } = resource.value
  const criterion = rubric.criteria.find(({ id }) => id === card.criterion)
  const title = criterion?.title ?? criterionTitle(library, card) ?? idLabel(card.criterion ?? '')
  return (
    <section class="review" data-step aria-labelledby="review-title">
      <p class="quiet" role="status">
        {left}
      </p>
      <h2 id="review-title" tabIndex={-1} {...(takesFocus ? { ref: focusStep } : {})}>
        {title}
      </h2>
      {criterion && <Html html={criterion.text.html} class="quiet" />}
      <h3>{titleOf(card.drillId)}</h3>
      <Html html={prompt?.prompt.html ?? ''} class={`prompt-text${isFolded ? ' folded' : ''}`} />
      {foldsPrompt && (
        <button
          type="button"
          class="text-button"
          aria-expanded={!isFolded}
          onClick={() => setFolded(!isFolded)}
        >
          Read it all
        </button>
      )}
      <label class="note">
        <span>What would you say here to earn it? Say it aloud or type it; it is not saved.</span>
        <textarea
          dir="auto"
          rows={3}
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
          onKeyDown={leaveOnEscape}
        />
      </label>
      {isShown ? (
        <ReviewAnswer card={card} practice={resource.value} onRated={onRated} />
      ) : (
        <button type="button" class="primary" onClick={() => setShown(true)}>
          Show the model answer
        </button>
      )}
    </section>
  )
}

const ratings = [1, 2, 3, 4] as const satisfies readonly Rating[]
const ratingLabels = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' } as const satisfies Record<Rating, string>

interface ReviewAnswerProps {
  readonly card: Card
  readonly practice: Practice
  readonly onRated: (change: Change) => void
}

/** The back of the card: the phrases that earn the criterion, what the learner wrote last time, and the rating buttons. */
function ReviewAnswer({ card, practice, onRated }: ReviewAnswerProps) {
  const { session, library } = useApp()
  const resource = useResource(card.drillId, async () => {
    const [drill, schedule] = await Promise.all([
      loadAnswer(card.drillId),
      import('../../core/schedule/schedule.ts'),
    ])
    return { drill, schedule }
  })
  const rate = (rating: Rating): void => {
    if (resource.state !== 'ready') return
    const { drillId, criterion } = card
    const input = { drillId, criterion, rating, at: session.now(), attemptId: null }
    onRated(resource.value.schedule.reviewCard(library, input))
  }
  useShortcuts({ 1: () => rate(1), 2: () => rate(2), 3: () => rate(3), 4: () => rate(4) })
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="The model answer" />
  const { drill, schedule } = resource.value
  const now = session.now()
  const preview = schedule.previewDue(card, now, library.settings)
  return (
    <div class="review-answer" data-step>
      <div class="phrase-pair">
        <div>
          <h3 tabIndex={-1} ref={focusStep}>
            The model answer says
          </h3>
          {drill && <Phrases drill={drill} criterion={card.criterion} />}
        </div>
        {drill && <LastWords card={card} drill={drill} assess={practice.assess} />}
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
    </div>
  )
}

interface LastWordsProps extends Pick<Practice, 'assess'> {
  readonly card: Card
  readonly drill: Drill
}

/** What the learner wrote for the criterion in the newest attempt. */
function LastWords({ card, drill, assess }: LastWordsProps) {
  const { library } = useApp()
  const last = useMemo(
    () =>
      lastWords(library, card, (attempt) =>
        foundFor(assess(answerRead(attempt), { drill }), card.criterion ?? ''),
      ),
    [library.attempts, card, drill, assess],
  )
  if (last === null) return null
  return (
    <div>
      <h3>You wrote on {dateText(last.at)}</h3>
      {last.words === null ? (
        <p class="quiet">No sentence of your answer was recognised for this.</p>
      ) : (
        <LearnerText text={last.words} />
      )}
    </div>
  )
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
      <h3>It is met when</h3>
      <Html html={met.html} />
    </>
  )
}
