import { lengthText } from '../core/speaking/pace-text.ts'
import type { Session } from './session.ts'
import type { Recordings } from './speech.ts'
import { tryLock } from './try-lock.ts'

/**
 * Closes takes whose tab was closed in mid-recording, and says so. While any tab records, none is touched: it may be
 * that of the other tab.
 * @param lock the name of the lock that recorders hold
 */
export async function recoverTakes(recordings: Recordings, session: Session, lock: string): Promise<void> {
  const release = await tryLock(lock)
  if (release === null) return
  const interrupted = recordings.takes().filter(({ endedAt }) => endedAt === null)
  for (const take of interrupted) {
    const sound = await recordings.sound(take)
    if (sound.ok && sound.value.size === 0) {
      await recordings.remove([take])
      continue
    }
    const closed = await recordings.close(take)
    if (closed === null) continue
    const { attempts } = session.snapshot().library
    const title = attempts.find(({ id }) => id === take.attemptId)?.title
    session.notify({
      id: `recording-${take.id}`,
      text: `A recording${title === undefined ? '' : ` of “${title}”`} was interrupted. What was recorded until then, ${lengthText(closed.length)}, is kept.`,
    })
  }
  release()
}
