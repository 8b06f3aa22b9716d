import type { Change } from '../core/model/change.ts'
import type { Library } from '../core/model/records.ts'
import type { Session } from './session.ts'

/**
 * Notes again in attempts what was recorded in them here: a state that an import brought may know nothing of it.
 * @param before the library before the import
 */
export async function tellSpoken(session: Session, before: Library, { attempts }: Change): Promise<void> {
  const changed = new Set(attempts?.map(({ id }) => id))
  const spoken = new Set(
    before.attempts
      .filter((each) => changed.has(each.id) && Object.keys(each.spoken).length > 0)
      .map(({ id }) => id),
  )
  if (spoken.size === 0) return
  try {
    const { recordings } = await session.speech()
    recordings.adopt(recordings.takes().filter((take) => take.endedAt !== null && spoken.has(take.attemptId)))
  } catch {
    // Without the code of the recordings the attempt is as the import has left it.
  }
}
