import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { focusStep, leaveOnEscape } from '../../app/focus.ts'
import { idLabel, titleOf } from '../../app/format.ts'
import { loadPractice } from '../../app/practice.ts'
import { useResource } from '../../app/use-resource.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import type { Change } from '../../core/model/change.ts'
import type { Card } from '../../core/model/records.ts'
import { criterionTitle } from '../../core/progress/progress.ts'
import { Html } from '../shared/html.tsx'
import { ResourceState } from '../shared/resource-state.tsx'
import { ReviewAnswer } from './review-answer.tsx'

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
