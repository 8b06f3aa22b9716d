import type { PracticeProps } from '../shared/attempt-props.ts'
import { Html } from '../shared/html.tsx'

/** What is printed to be filled in by hand: the prompt, and empty lines for each phase. It is never on the screen. */
export function Worksheet({ attempt, practice }: Omit<PracticeProps, 'act'>) {
  return (
    <div class="worksheet">
      {practice.prompt && <Html html={practice.prompt.prompt.html} class="prompt-text" />}
      {attempt.phases.map(({ id, title, planned }) => (
        <section key={id}>
          <h2>
            <span dir="auto">{title}</span> <small>{Math.round(planned / 60_000)} min</small>
          </h2>
          <div class="lines" />
        </section>
      ))}
    </div>
  )
}
