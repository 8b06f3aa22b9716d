import { useState } from 'preact/hooks'
import { excerptOf, type Found } from '../../core/catalog/search.ts'
import { more } from '../../core/model/plural.ts'

interface FoundDrillProps {
  readonly found: Found
  readonly query: string
  readonly title: string
}

/** How many places are shown before the rest is folded. */
const atFirst = 4

/** The places in a drill that match. What is folded is made when it is opened: there may be hundreds of them. */
export function FoundDrill({ found: { hits }, query, title }: FoundDrillProps) {
  const [isOpen, setOpen] = useState(false)
  const rest = hits.slice(atFirst)
  return (
    <section class="found">
      <h2 dir="auto">{title}</h2>
      <Hits hits={hits.slice(0, atFirst)} query={query} />
      {rest.length > 0 && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{more(rest.length, 'place')}</summary>
          {isOpen && <Hits hits={rest} query={query} />}
        </details>
      )}
    </section>
  )
}

function Hits({ hits, query }: Pick<Found, 'hits'> & Pick<FoundDrillProps, 'query'>) {
  return (
    <ul>
      {hits.map(({ label, href, text }, index) => (
        <li key={`${label} ${index}`}>
          <a href={href} dir="auto">
            {label}
          </a>
          <p dir="auto">
            {excerptOf(text, query).map((piece, place) =>
              piece.isMatch ? <mark key={place}>{piece.text}</mark> : <span key={place}>{piece.text}</span>,
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
