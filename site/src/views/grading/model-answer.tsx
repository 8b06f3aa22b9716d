import { useEffect, useRef } from 'preact/hooks'
import type { GradedCriterion } from '../../core/model/types.ts'
import { Html } from '../shared/html.tsx'
import { evidenceId } from './marked-phrases.ts'

interface ModelAnswerProps {
  readonly html: string
  /** What the attempt is graded by. */
  readonly criteria: readonly GradedCriterion[]
  readonly onOpenCriterion: (criterion: string) => void
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
export function ModelAnswer({ html, criteria, onOpenCriterion }: ModelAnswerProps) {
  const element = useRef<HTMLDivElement>(null)
  const open = useRef(onOpenCriterion)
  open.current = onOpenCriterion
  useEffect(() => {
    const marks = element.current?.querySelectorAll<HTMLElement>('mark[data-evidence]') ?? []
    const attached = [...marks].flatMap((mark) => {
      const { evidence = '', criterion = '' } = mark.dataset
      mark.id = evidenceId(evidence)
      const index = criteria.findIndex(({ id }) => id === criterion)
      const title = criteria[index]?.title
      // An attempt that was graded before the criterion existed has no place to go to.
      if (title === undefined) return []
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'evidence-link'
      button.textContent = String(index + 1)
      button.setAttribute('aria-label', `${index + 1}: earns “${title}”, go to the grade`)
      button.title = title
      button.addEventListener('click', () => open.current(criterion))
      return [attach(mark, button)]
    })
    return () => {
      for (const detach of attached) detach()
    }
  }, [html, criteria])
  return <Html html={html} class="model-text" elementRef={element} />
}
