import about from 'virtual:about'
import { exportName } from '../core/storage/export.ts'
import { downloadBlob } from '../platform/download.ts'
import { recordingsFile } from './recordings-transfer.ts'
import type { Session } from './session.ts'

/** Downloads all recordings as one file. Gives what to tell the learner. */
export async function exportRecordings(session: Session): Promise<string> {
  const now = session.now()
  const { recordings } = await session.speech()
  const stored = await recordings.refresh()
  if (!stored.ok) return stored.error.message
  const file = await recordingsFile(recordings, about.name, now)
  if (!file.ok) return file.error.message
  const name = exportName(about.name, now, 'recordings')
  downloadBlob(name, file.value)
  return `${name} was passed to the browser too.`
}
