import type { Drill } from 'audio-text-drills'
import { titleOf } from '../../app/format.ts'
import { href } from '../../app/router.ts'

interface SeeAlsoProps {
  readonly drill: Drill
  readonly level: 'h2' | 'h3'
}

/** Drills that take up what this one leaves. What is said of them would hint at its answer, so it needs the reveal. */
export function SeeAlso({ drill: { seeAlso }, level: Heading }: SeeAlsoProps) {
  if (seeAlso.length === 0) return null
  return (
    <section class="see-also" aria-labelledby="see-also-title">
      <Heading id="see-also-title">See also</Heading>
      <ul>
        {seeAlso.map(({ id, note }) => (
          <li key={id}>
            <a href={href('drill', id)}>{titleOf(id)}</a>
            {note !== '' && `: ${note}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
