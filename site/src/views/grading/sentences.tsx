import { useMemo, useRef, useState } from 'preact/hooks'
import { mostRead } from '../../core/model/limits.ts'
import { type Span, sentencesOf } from '../../core/model/sentences.ts'
import type { Field } from '../../core/model/types.ts'
import { LearnerText } from '../shared/learner-text.tsx'

/** Of a longer text the words can only be selected: thousands of choices are none. */
const most = 400

interface SentencesProps {
  readonly field: Field
  readonly text: string
  /** What is held against the criterion on the screen. */
  readonly marked: Span | null
  /** Null when read-only. */
  readonly onPick: ((text: string) => void) | null
}

/** A text as a list of its sentences, one of which can be picked by a click or by keys. */
export function Sentences({ field, text, marked, onPick }: SentencesProps) {
  const spans = useMemo(() => (text.length > mostRead ? [] : sentencesOf(text)), [text])
  const list = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  if (spans.length === 0 || spans.length > most)
    return (
      <div data-field={field.id}>
        <LearnerText text={text} />
      </div>
    )
  const isMarked = ({ start, end }: Span): boolean =>
    marked !== null && start < marked.end && end > marked.start
  const go = (index: number): void => {
    const next = Math.max(0, Math.min(spans.length - 1, index))
    setActive(next)
    list.current?.querySelectorAll<HTMLElement>('[role=option]')[next]?.focus()
  }
  const pick = ({ start, end }: Span): void => {
    // Whoever drags over words wants those and not the sentence.
    if (document.getSelection()?.isCollapsed !== false) onPick?.(text.slice(start, end))
  }
  const press = (event: KeyboardEvent, index: number): void => {
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(index + 1),
      ArrowUp: () => go(index - 1),
      Home: () => go(0),
      End: () => go(spans.length - 1),
      Enter: () => onPick?.(text.slice(spans[index]?.start, spans[index]?.end)),
      ' ': () => onPick?.(text.slice(spans[index]?.start, spans[index]?.end)),
    }
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  }
  const between = (index: number): string => text.slice(spans[index - 1]?.end ?? 0, spans[index]?.start)
  if (onPick === null)
    return (
      <div class="own-text" dir="auto">
        {spans.map((span, index) => [
          between(index),
          isMarked(span) ? (
            <mark key={span.start}>{text.slice(span.start, span.end)}</mark>
          ) : (
            text.slice(span.start, span.end)
          ),
        ])}
      </div>
    )
  return (
    <div
      ref={list}
      class="own-text sentences"
      dir="auto"
      role="listbox"
      data-field={field.id}
      aria-label={`Sentences of ${field.title}`}
    >
      {spans.map((span, index) => {
        const words = text.slice(span.start, span.end)
        return [
          between(index),
          <span
            key={span.start}
            role="option"
            tabIndex={index === Math.min(active, spans.length - 1) ? 0 : -1}
            aria-selected={isMarked(span)}
            onFocus={() => setActive(index)}
            onClick={() => pick(span)}
            onKeyDown={(event) => press(event, index)}
          >
            {isMarked(span) ? <mark>{words}</mark> : words}
          </span>,
        ]
      })}
    </div>
  )
}
