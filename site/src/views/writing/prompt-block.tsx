import { useState } from 'preact/hooks'
import type { PracticeProps } from '../shared/attempt-props.ts'
import { Html } from '../shared/html.tsx'
import { ModeSwitch } from './mode-switch.tsx'

/** The prompt, and the choice of a mode beside its heading. Narrow screens show its first lines until asked for all. */
export function PromptBlock(props: PracticeProps) {
  const [isWhole, setWhole] = useState(false)
  return (
    <section class="prompt" aria-labelledby="prompt-title">
      <div class="prompt-head">
        <h2 id="prompt-title">Prompt</h2>
        <ModeSwitch {...props} />
      </div>
      <div class="prompt-fold" data-whole={isWhole}>
        <Html html={props.practice.prompt?.prompt.html ?? ''} class="prompt-text" />
      </div>
      <button
        type="button"
        class="text-button prompt-more"
        aria-expanded={isWhole}
        onClick={() => setWhole(!isWhole)}
      >
        {isWhole ? 'Show less' : 'Read it all'}
      </button>
    </section>
  )
}
