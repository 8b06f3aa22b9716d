import { useCallback, useRef } from 'preact/hooks'
import { useEscape } from '../../app/use-escape.ts'
import { Html } from '../shared/html.tsx'
import { openUpwards } from './open-upwards.ts'

interface PromptPanelProps {
  readonly html: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The prompt over what is being written, which keeps the focus. */
export function PromptPanel({ html, isOpen, onClose }: PromptPanelProps) {
  const newest = useRef(onClose)
  newest.current = onClose
  useEscape(
    isOpen,
    useCallback(() => newest.current(), []),
  )
  // Read out once it is there.
  return (
    <div aria-live="polite">
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
