import type { CorpusFinding } from '../../model/diagnostic.ts'
import type { DrillFacts } from '../../model/facts.ts'
import { quote } from '../../text/quote.ts'
import type { TrackFile } from './track-file.ts'

/** The first expert drill that comes after core ones without an advanced one in between. */
export function* jumps(
  { file, track: { matter, places } }: TrackFile,
  drills: ReadonlyMap<string, DrillFacts>,
): Generator<CorpusFinding> {
  let hasCore = false
  for (const [index, id] of (matter?.drills ?? []).entries()) {
    const difficulty = drills.get(id)?.difficulty
    // One that is not known may be the step that is missed.
    if (difficulty === undefined || difficulty === 'advanced') return
    if (difficulty === 'core') hasCore = true
    else if (hasCore) {
      const place = places.drills[index] ?? places.id
      const message = `Unexpected jump from core to the expert drill ${quote(id)}, expected an advanced one before it`
      yield { file, place, severity: 'warning', message }
      return
    }
  }
}
