import type { Drill } from 'audio-text-drills'

/** What stands behind the model answer: its arithmetic, and the sources of its figures. */
export function Sources({ drill: { workedFigures, references } }: { readonly drill: Drill }) {
  return (
    <>
      {workedFigures.length > 0 && (
        <section class="worked-figures" aria-labelledby="worked-figures-title">
          <h3 id="worked-figures-title">Worked figures</h3>
          <dl class="terms">
            {workedFigures.map(({ id, label, text }) => (
              <div key={id}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {references.length > 0 && (
        <section class="references" aria-labelledby="references-title">
          <h3 id="references-title">References</h3>
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
