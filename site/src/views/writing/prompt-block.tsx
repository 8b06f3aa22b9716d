import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { PracticeProps } from '../shared/attempt-props.ts'
import { Html } from '../shared/html.tsx'
import { ModeSwitch } from './mode-switch.tsx'

/**
 * The prompt, and the choice of a mode beside its heading. Once the clock runs narrow screens show its first lines until
 * asked for all.
 */
export function PromptBlock(props: PracticeProps) {
  const hasBegun = props.attempt.startedAt !== null
  const [isUnfolded, setUnfolded] = useState(false)
  const isWhole = isUnfolded || !hasBegun
  const [isLong, setLong] = useState(false)
  const fold = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current: box } = fold
    if (!box || isWhole) return undefined
    const observer = new ResizeObserver(() => setLong(box.scrollHeight > box.clientHeight + 1))
    observer.observe(box)
    return () => observer.disconnect()
  }, [isWhole])
  useLayoutEffect(() => {
    // Where the browser does not hold its place, the text that is being written moves up.
    const { activeElement } = document
    if (hasBegun && activeElement instanceof HTMLTextAreaElement)
      activeElement.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  }, [hasBegun])
  return (
    <section class="prompt" aria-labelledby="prompt-title">
      <div class="prompt-head">
        <h2 id="prompt-title">Prompt</h2>
        <ModeSwitch {...props} />
      </div>
      <div class="prompt-fold" data-whole={isWhole} data-long={isLong} ref={fold}>
        <Html html={props.practice.prompt?.prompt.html ?? ''} class="prompt-text" />
      </div>
      {hasBegun && isLong && (
        <button
          type="button"
          class="text-button prompt-more"
          aria-expanded={isWhole}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {isWhole ? 'Show less' : 'Read it all'}
        </button>
      )}
    </section>
  )
}
