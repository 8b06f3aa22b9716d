import type { Drill } from 'audio-text-drills'
import { Html } from '../shared/html.tsx'

export function PromptAgain({ drill }: { readonly drill: Drill }) {
  return (
    <section class="prompt" aria-labelledby="prompt-title">
      <h2 id="prompt-title" class="visually-hidden">
        Prompt
      </h2>
      <Html html={drill.prompt.html} class="prompt-text" />
    </section>
  )
}
