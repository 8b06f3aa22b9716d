import type { CriterionAssessment } from 'audio-text-drills'
import type { ComponentChildren } from 'preact'
import { type OwnWords, placeOf } from '../../core/grading/own-words.ts'
import { isBlank } from '../../core/model/attempt.ts'
import type { Attempt } from '../../core/model/types.ts'
import { lengthText } from '../../core/speaking/pace-text.ts'
import { lengthOnlySaid } from '../../core/speaking/said.ts'

interface MyWordsProps {
  readonly attempt: Attempt
  readonly words: OwnWords
  readonly found: CriterionAssessment | undefined
  /** Null when read-only. */
  readonly onQuote: ((text: string | null) => void) | null
}

const leads = {
  learner: 'You picked:',
  search: 'Found in your answer:',
  denial: 'This seems to say the opposite:',
  figures: 'This has the same figures:',
} as const

function nothing({ attempt, words: { by }, found, onQuote }: MyWordsProps): ComponentChildren {
  if (by === 'learner') return 'You said that nothing of yours speaks of it.'
  if (found?.status === 'unread') return 'Not read, because your answer is in another language.'
  if (isBlank(attempt)) return 'You have written nothing.'
  const said = lengthOnlySaid(attempt)
  if (said > 0)
    return `You said this (${lengthText(said)}). Only text can be searched: add a transcript below.`
  return (
    <>
      No sentence was recognised for this one.
      {onQuote && <span class="no-print"> Choose yours below.</span>}
    </>
  )
}

/** The learner's sentence for a criterion: found, picked, or none. Never a grade. */
export function MyWords(props: MyWordsProps) {
  const { attempt, words, found, onQuote } = props
  const isLost = words.text !== null && placeOf(attempt, words.text) === null
  return (
    <div class="mine">
      <h4>You</h4>
      {words.text === null ? (
        <p class="quiet nothing">{nothing(props)}</p>
      ) : (
        <>
          <p class="quiet">{leads[words.by]}</p>
          <blockquote dir="auto">{words.text}</blockquote>
          {isLost && <p class="quiet">These words are no longer in your answer as they stand here.</p>}
        </>
      )}
      {onQuote && (
        <div class="pick-buttons">
          {words.text !== null && (
            <button type="button" class="text-button" onClick={() => onQuote('')}>
              Nothing of mine says it
            </button>
          )}
          {words.by === 'learner' && (
            <button type="button" class="text-button" onClick={() => onQuote(null)}>
              Back to what was found
            </button>
          )}
        </div>
      )}
      {words.text === null && words.by === 'search' && found && <Lacks found={found} onQuote={onQuote} />}
    </div>
  )
}

interface LacksProps extends Pick<MyWordsProps, 'onQuote'> {
  readonly found: CriterionAssessment
}

/** What was looked for in vain, and the sentence that came nearest. */
function Lacks({ found: { sentence, lacks = [] }, onQuote }: LacksProps) {
  if (lacks.length === 0) return null
  return (
    <details class="suggestion">
      <summary>What was looked for</summary>
      {sentence !== undefined && (
        <>
          <p>Nearest to it:</p>
          <blockquote dir="auto">{sentence}</blockquote>
          {onQuote && (
            <button type="button" class="text-button" onClick={() => onQuote(sentence)}>
              Use this sentence
            </button>
          )}
          <p>It lacks:</p>
        </>
      )}
      <ul>
        {lacks.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </details>
  )
}
