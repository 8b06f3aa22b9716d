import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { PracticeProps } from '../shared/attempt-props.ts'
import { Html } from '../shared/html.tsx'
import { ModeSwitch } from './mode-switch.tsx'

/** The prompt, and the choice of a mode beside its heading. Narrow screens show its first lines until asked for all. */
export function PromptBlock(props: PracticeProps) {
  const [isWhole, setWhole] = useState(false)
  const [isLong, setLong] = useState(false)
  const fold = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current: box } = fold
    if (!box || isWhole) return undefined
    const observer = new ResizeObserver(() => setLong(box.scrollHeight > box.clientHeight + 1))
    observer.observe(box)
    return () => observer.disconnect()
  }, [isWhole])
  return (
    <section class="prompt" aria-labelledby="prompt-title">
      <div class="prompt-head">
        <h2 id="prompt-title">Prompt</h2>
        <ModeSwitch {...props} />
      </div>
      <div class="prompt-fold" data-whole={isWhole} data-long={isLong} ref={fold}>
        <Html html={props.practice.prompt?.prompt.html ?? ''} class="prompt-text" />
      </div>
      {isLong && (
        <button
          type="button"
          class="text-button prompt-more"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? 'Show less' : 'Read it all'}
        </button>
      )}
    </section>
  )
}
