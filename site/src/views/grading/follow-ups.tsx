import type { Drill } from 'audio-text-drills'
import { Html } from '../shared/html.tsx'

/** The interviewer's next questions; each opens its answer. */
export function FollowUps({ drill: { followUps } }: { readonly drill: Drill }) {
  if (followUps.length === 0) return null
  return (
    <section class="follow-ups" aria-labelledby="follow-ups-title">
      <h2 id="follow-ups-title">Follow-ups</h2>
      <ol>
        {followUps.map(({ id, question, answer }, index) => (
          <li key={id}>
            <Html html={question.html} />
            <details>
              <summary>
                Answer<span class="visually-hidden"> to follow-up {index + 1}</span>
              </summary>
              <Html html={answer.html} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}
