import { focusPlace } from '../../app/focus.ts'

interface JumpsProps {
  /** The ids of headings with their short names, in the order of the page. */
  readonly places: readonly (readonly [string, string])[]
}

/** Ways to the parts of a long page. Buttons, because the address is the route. */
export function Jumps({ places }: JumpsProps) {
  return (
    <nav class="jumps buttons" aria-label="Parts of this page">
      {places.map(([id, text]) => (
        <button key={id} type="button" class="text-button" onClick={() => focusPlace(id)}>
          {text}
        </button>
      ))}
    </nav>
  )
}
