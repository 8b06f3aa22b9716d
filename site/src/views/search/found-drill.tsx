import type { Found, Hit } from '../../core/catalog/search.ts'
import { more } from '../../core/model/plural.ts'

interface FoundDrillProps {
  readonly found: Found
  readonly title: string
}

/** How many places are shown before the rest is folded. */
const atFirst = 4

/** The places in a drill that match. */
export function FoundDrill({ found: { hits }, title }: FoundDrillProps) {
  const rest = hits.slice(atFirst)
  return (
    <section class="found">
      <h2 dir="auto">{title}</h2>
      <Hits hits={hits.slice(0, atFirst)} />
      {rest.length > 0 && (
        <details>
          <summary>{more(rest.length, 'place')}</summary>
          <Hits hits={rest} />
        </details>
      )}
    </section>
  )
}

function Hits({ hits }: { readonly hits: readonly Hit[] }) {
  return (
    <ul>
      {hits.map(({ label, href, excerpt }, index) => (
        <li key={`${label} ${index}`}>
          <a href={href} dir="auto">
            {label}
          </a>
          <p dir="auto">
            {excerpt.map(({ text, isMatch }, place) =>
              isMatch ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
