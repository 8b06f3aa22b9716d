import { href } from '../../app/router.ts'
import { nextToTry, type Row } from '../../core/catalog/catalog.ts'
import { TrackOffer } from './track-offer.tsx'

/** What a new visitor begins with: one button, on the first screen of a phone too, and what it does. */
export function FirstDrill({ rows }: { readonly rows: readonly Row[] }) {
  const first = nextToTry(rows)
  if (first === undefined) return null
  const { id, title, kind, minutes } = first.entry
  const what = kind === 'question' ? 'a short question' : 'a drill'
  return (
    <section class="first-drill" aria-labelledby="first-title">
      <h2 id="first-title">{title}</h2>
      <a class="button primary" href={href('drill', id, 'write')}>
        Begin with this one
      </a>
      <p>
        You answer {what} in your own words; its {minutes} minutes begin with your first key, and nothing
        happens when they are over. Then you see a model answer beside yours, and say what yours has of it.
      </p>
      <TrackOffer />
    </section>
  )
}
