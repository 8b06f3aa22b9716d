import { useCallback, useEffect, useRef } from 'preact/hooks'
import { useEscape } from '../../app/use-escape.ts'
import { Html } from '../shared/html.tsx'
import { openUpwards } from './open-upwards.ts'

interface PromptPanelProps {
  readonly html: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Whether one lies over the other. */
function isOver(panel: HTMLElement, field: HTMLElement): boolean {
  const [above, below] = [panel.getBoundingClientRect(), field.getBoundingClientRect()]
  return (
    above.top < below.bottom &&
    above.bottom > below.top &&
    above.left < below.right &&
    above.right > below.left
  )
}

/** The prompt over what is being written, which keeps the focus. Whoever writes on below it sees the text again. */
export function PromptPanel({ html, isOpen, onClose }: PromptPanelProps) {
  const newest = useRef(onClose)
  newest.current = onClose
  useEscape(
    isOpen,
    useCallback(() => newest.current(), []),
  )
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isOpen) return undefined
    const write = ({ target }: Event): void => {
      const panel = box.current?.querySelector<HTMLElement>('.prompt-panel')
      if (panel && target instanceof HTMLTextAreaElement && isOver(panel, target)) newest.current()
    }
    document.addEventListener('input', write)
    return () => document.removeEventListener('input', write)
  }, [isOpen])
  // Read out once it is there.
  return (
    <div aria-live="polite" ref={box}>
      {isOpen && (
        <section
          class="prompt-panel"
          id="prompt-panel"
          aria-label="The prompt again"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long prompt is scrolled by keys
          tabIndex={0}
          ref={openUpwards}
        >
          <Html html={html} class="prompt-text" />
        </section>
      )}
    </div>
  )
}
