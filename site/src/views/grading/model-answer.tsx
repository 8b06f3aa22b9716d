import type { Rubric } from 'audio-text-drills'
import { useEffect, useRef } from 'preact/hooks'
import { wholeAnswer } from '../../core/attempt.ts'
import { Html } from '../shared/html.tsx'

/** The element id of a marked phrase. */
export const evidenceId = (evidence: string): string => `evidence-${evidence}`
/** The element id of a criterion's grade. */
export const criterionId = (criterion: string): string => `criterion-${criterion}`

/** Scrolls to an element, focuses it and highlights it briefly. */
export function focusAndHighlight(id: string): void {
  const element = document.getElementById(id)
  if (!element) return
  // Marked phrases become focusable only once a link leads to them.
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
 * Adds a button after a phrase, kept on one line with the last word.
 * @returns a function that removes it
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

/** Part of the model answer. A button after each marked phrase leads to the grade of its criterion. */
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
        // Questions have a single grade, so all evidence leads to it.
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
