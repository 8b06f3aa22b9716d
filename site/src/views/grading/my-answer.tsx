import { useEffect, useRef, useState } from 'preact/hooks'
import { fieldsInOrder } from '../../core/grading/answer-pairs.ts'
import { placeOf } from '../../core/grading/own-words.ts'
import { isBlank, textOf } from '../../core/model/attempt.ts'
import { mostRead } from '../../core/model/limits.ts'
import type { Attempt, Field } from '../../core/model/types.ts'
import { isOnlySaid, lengthOnlySaid } from '../../core/speaking/said.ts'
import type { Act } from '../shared/attempt-props.ts'
import { SaidPart } from '../speaking/said-part.tsx'
import { Sentences } from './sentences.tsx'

interface MyAnswerProps {
  readonly attempt: Attempt
  /** The words that are held against the criterion on the screen. */
  readonly quote: string | null
  /** Null when read-only. */
  readonly onQuote: ((text: string) => void) | null
  /** Null when read-only. */
  readonly act: Act | null
}

const fieldAround = (node: Node | null): Element | null =>
  (node instanceof Element ? node : (node?.parentElement ?? null))?.closest('[data-field]') ?? null

/** The words that are selected within one field of the answer; empty for any other selection. */
function selectedWords(within: HTMLElement | null): string {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || !within) return ''
  const [start, end] = [fieldAround(selection.anchorNode), fieldAround(selection.focusNode)]
  return start !== null && start === end && within.contains(start) ? selection.toString().trim() : ''
}

/** The learner's whole answer to pick from: a sentence at a time, or whatever is selected. */
export function MyAnswer({ attempt, quote, onQuote, act }: MyAnswerProps) {
  const box = useRef<HTMLElement>(null)
  const [selected, setSelected] = useState('')
  useEffect(() => {
    const look = (): void => setSelected(selectedWords(box.current))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  useEffect(() => {
    const mark = box.current?.querySelector<HTMLElement>('mark')
    // Only the box is scrolled: the page stays where it is.
    if (mark && box.current) box.current.scrollTop = mark.offsetTop - box.current.clientHeight / 3
  }, [quote])
  // It stays where one chooses, also after the choice.
  const isNear = useRef(false)
  isNear.current ||= quote === null && onQuote !== null
  const place = quote === null ? null : placeOf(attempt, quote)
  const isWithoutText = lengthOnlySaid(attempt) > 0
  const hasChoice = onQuote !== null && !isBlank(attempt) && !isWithoutText
  const written = isWithoutText ? [] : fieldsInOrder(attempt).filter((field) => !isOnlySaid(attempt, field))
  const isIn = ({ id }: Field): boolean => place?.field === id
  return (
    <div class="my-answer no-print" data-near={isNear.current}>
      <div class="my-answer-head">
        <h4>Your whole answer</h4>
        {hasChoice && (
          <button
            type="button"
            disabled={selected === ''}
            // The press must not take the selection away.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onQuote?.(selected)}
          >
            Use the selection
          </button>
        )}
      </div>
      {hasChoice && <p class="quiet">Choose the sentence that says it, or select the words.</p>}
      {written.reduce((sum, { id }) => sum + textOf(attempt, id).length, 0) > mostRead && (
        <p class="quiet">
          It is very long: sentences are looked for in its first {mostRead.toLocaleString('en-GB')}{' '}
          characters.
        </p>
      )}
      {written.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <section class="my-answer-text" ref={box} tabIndex={0} aria-label="Your whole answer">
          {written.map((field) => (
            <div key={field.id}>
              {attempt.fields.length > 1 && <h5>{field.title}</h5>}
              <Sentences
                field={field}
                text={textOf(attempt, field.id)}
                marked={isIn(field) ? place : null}
                onPick={onQuote}
              />
            </div>
          ))}
        </section>
      )}
      {attempt.phases.map(({ id, title }) => (
        <SaidPart key={id} {...{ attempt, act, title }} part={id} isNamed={attempt.phases.length > 1} />
      ))}
    </div>
  )
}
