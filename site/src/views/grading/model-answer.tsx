import type { Rubric } from 'audio-text-drills'
import { useEffect, useRef } from 'preact/hooks'
import { wholeAnswer } from '../../core/attempt.ts'
import { Html } from '../shared/html.tsx'

/** The id of a marked phrase of the model answer. */
export const evidenceId = (evidence: string): string => `evidence-${evidence}`
/** The id of a criterion's grade. */
export const criterionId = (criterion: string): string => `criterion-${criterion}`

/** Goes to a place of the page and lights it up for a moment. */
export function focusAndHighlight(id: string): void {
  const element = document.getElementById(id)
  if (!element) return
  // Marked words take no focus of their own until someone is led to them.
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'center' })
  element.classList.add('lit')
  setTimeout(() => element.classList.remove('lit'), 2000)
}

interface ModelAnswerProps {
  readonly html: string
  readonly rubric: Rubric
}

/**
 * Puts a button at the end of a phrase, on one line with its last word.
 * @returns a function that takes it away
 */
function attach(mark: HTMLElement, button: HTMLElement): () => void {
  const end = mark.lastChild
  const word = end instanceof Text ? /\S+$/.exec(end.data) : null
  if (!(end instanceof Text) || !word) {
    mark.append(button)
    return () => button.remove()
  }
  const last = end.splitText(word.index)
  const line = document.createElement('span')
  line.className = 'one-line'
  line.append(last, button)
  mark.append(line)
  return () => {
    line.replaceWith(last)
    mark.normalize()
  }
}

/** A part of the model answer. Behind each marked phrase stands a button that leads to its criterion's grade. */
export function ModelAnswer({ html, rubric }: ModelAnswerProps) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const attached = [...(element.current?.querySelectorAll<HTMLElement>('mark[data-evidence]') ?? [])].map(
      (mark) => {
        const { evidence = '', criterion = '' } = mark.dataset
        const index = rubric.criteria.findIndex(({ id }) => id === criterion)
        const button = document.createElement('button')
        button.type = 'button'
        button.className = 'evidence-link'
        button.textContent = String(index + 1)
        button.setAttribute(
          'aria-label',
          `${index + 1}: earns “${rubric.criteria[index]?.title ?? criterion}”, go to the grade`,
        )
        button.title = rubric.criteria[index]?.title ?? criterion
        // A question is graded as a whole: all its evidence leads to that one grade.
        const target = (): string =>
          document.getElementById(criterionId(criterion)) ? criterion : wholeAnswer
        button.addEventListener('click', () => focusAndHighlight(criterionId(target())))
        mark.id = evidenceId(evidence)
        return attach(mark, button)
      },
    )
    return () => {
      for (const detach of attached) detach()
    }
  }, [html, rubric])
  return <Html html={html} class="model-text" elementRef={element} />
}
