import type { Drill } from 'audio-text-drills'
import { Html } from '../shared/html.tsx'

/** The interviewer's next questions, and the sources of the figures. */
export function FollowUps({ drill }: { readonly drill: Drill }) {
  const { followUps, references } = drill
  return (
    <>
      {followUps.length > 0 && (
        <section class="follow-ups" aria-labelledby="follow-ups-title">
          <h2 id="follow-ups-title">Follow-ups</h2>
          <ol>
            {followUps.map(({ id, html }) => (
              <li key={id}>
                <Html html={html} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {references.length > 0 && (
        <section class="references" aria-labelledby="references-title">
          <h2 id="references-title">References</h2>
          <ul>
            {references.map(({ url, title, note }) => (
              <li key={url}>
                <a href={url} rel="noreferrer" target="_blank">
                  {title}
                </a>
                {note !== '' && `: ${note}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
