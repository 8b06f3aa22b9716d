import { useState } from 'preact/hooks'
import { focusIfLost } from '../../app/focus.ts'
import { loadPractice } from '../../app/practice.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { useResource } from '../../app/use-resource.ts'
import { plural, titleOf } from '../../app/words.ts'
import { wholeAnswer } from '../../core/attempt.ts'
import type { Card, Change } from '../../core/records.ts'
import { Html } from '../shared/html.tsx'
import { ResourceState } from '../shared/resource-state.tsx'
import { ReviewAnswer } from './review-answer.tsx'

interface ReviewCardProps {
  readonly card: Card
  /** How many cards are due, this one included. */
  readonly left: number
  /** It follows a card that was rated just now. */
  readonly takesFocus: boolean
  readonly onRated: (change: Change) => void
}

/** A criterion that was missed: recall what would earn it in this drill, then look. */
export function ReviewCard({ card, left, takesFocus, onRated }: ReviewCardProps) {
  const [isShown, setShown] = useState(false)
  const [words, setWords] = useState('')
  const resource = useResource(card.drillId, () => loadPractice(card.drillId))
  useShortcuts({ m: () => setShown(true) })
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="The card" />
  const { rubric, prompt } = resource.value
  const criterion = rubric.criteria.find(({ id }) => id === card.criterion)
  const title =
    criterion?.title ?? (card.criterion === wholeAnswer ? 'The answer as a whole' : (card.criterion ?? ''))
  return (
    <section class="review" aria-labelledby="review-title">
      <p class="quiet" role="status">
        {plural(left, 'card')} to go
      </p>
      <h2 id="review-title" tabIndex={-1} {...(takesFocus ? { ref: focusIfLost } : {})}>
        {title}
      </h2>
      {criterion && <Html html={criterion.text.html} class="quiet" />}
      <h3>{titleOf(card.drillId)}</h3>
      <Html html={prompt?.prompt.html ?? ''} class="prompt-text" />
      <label class="note">
        <span>What would you say here to earn it? Say it aloud, or write; it is not kept.</span>
        <textarea rows={3} value={words} onInput={({ currentTarget }) => setWords(currentTarget.value)} />
      </label>
      {isShown ? (
        <ReviewAnswer card={card} onRated={onRated} />
      ) : (
        <button type="button" class="primary" onClick={() => setShown(true)}>
          Show the model answer
        </button>
      )}
    </section>
  )
}
