import type { Spoken } from '../../core/model/types.ts'
import { paceText } from '../../core/speaking/pace-text.ts'

/** How the learner spoke, in a line. */
export function PaceLine({ spoken }: { readonly spoken: Spoken }) {
  return (
    <p class="pace">
      {paceText(spoken)}{' '}
      {spoken.pauses > 0 && (
        <span class="quiet">
          Pauses to think are usual; when one grows long, say what you are thinking about.
        </span>
      )}
    </p>
  )
}
