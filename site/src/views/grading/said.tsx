import type { Attempt } from '../../core/model/types.ts'
import { lengthText } from '../../core/speaking/pace-text.ts'
import { Replay } from '../speaking/replay.tsx'

/** What was recorded, folded up so that it leaves the screen to the grading. */
export function Said({ attempt }: { readonly attempt: Attempt }) {
  const spoken = Object.values(attempt.spoken)
  if (spoken.length === 0) return null
  const length = spoken.reduce((sum, each) => sum + each.length, 0)
  return (
    <details class="said">
      <summary>What you said, {lengthText(length)}</summary>
      <Replay attempt={attempt} />
    </details>
  )
}
