import { failure, type Result, success } from '../core/model/result.ts'
import type { Attempt, Instant } from '../core/model/types.ts'
import type { Take } from '../core/speaking/takes.ts'
import {
  type FiledTake,
  headerText,
  mostHeaderBytes,
  planRecordings,
  type RecordingsFailure,
  type RecordingsHeader,
  type RecordingsPlan,
  readHeader,
  refuseDamaged,
} from '../core/storage/recordings-file.ts'
import { sha256 } from '../platform/sha256.ts'
import type { Recordings } from './speech.ts'

/** A plan with the places of the sounds in the file. */
export interface RecordingsImport extends RecordingsPlan {
  readonly soundOf: (take: FiledTake) => Promise<ArrayBuffer>
}

/** Puts takes that have ended into one file. */
export async function recordingsFile(
  recordings: Recordings,
  site: string,
  at: Instant,
): Promise<Result<Blob, { readonly message: string }>> {
  const takes: FiledTake[] = []
  const sounds: Blob[] = []
  for (const take of recordings.takes()) {
    if (take.endedAt === null) continue
    const sound = await recordings.sound(take)
    if (!sound.ok) return failure({ message: 'The recordings could not be read, so they were not exported.' })
    takes.push({ ...take, bytes: sound.value.size, digest: await sha256(await sound.value.arrayBuffer()) })
    sounds.push(sound.value)
  }
  return success(new Blob([headerText({ site, takes }, at), ...sounds]))
}

async function header(
  file: Blob,
  site: string,
): Promise<Result<RecordingsHeader & { readonly start: number }, RecordingsFailure>> {
  const bytes = new Uint8Array(await file.slice(0, mostHeaderBytes).arrayBuffer())
  const end = bytes.indexOf(10)
  const text = end < 0 ? undefined : new TextDecoder().decode(bytes.subarray(0, end))
  const start = end + 1
  const result = readHeader(text, file.size - start, site)
  return result.ok ? success({ ...result.value, start }) : result
}

/** Reads a file and checks all of it, without changing anything yet. */
export async function readRecordings(
  file: Blob,
  site: string,
  recordings: Recordings,
  attempts: readonly Attempt[],
  space: number,
): Promise<Result<RecordingsImport, RecordingsFailure>> {
  const read = await header(file, site)
  if (!read.ok) return read
  const places = new Map<string, number>()
  let at = read.value.start
  for (const { id, bytes } of read.value.takes) {
    places.set(id, at)
    at += bytes
  }
  const soundOf = ({ id, bytes }: FiledTake): Promise<ArrayBuffer> => {
    const from = places.get(id) ?? 0
    return file.slice(from, from + bytes).arrayBuffer()
  }
  const plan = planRecordings(read.value, recordings.takes(), attempts, space)
  if (!plan.ok) return plan
  for (const take of plan.value.added)
    if ((await sha256(await soundOf(take))) !== take.digest) return refuseDamaged()
  return success({ ...plan.value, soundOf })
}

/** Stores what an import adds. When the storage fails half-way, what it has added is taken back. */
export async function applyRecordings(
  { added, soundOf }: RecordingsImport,
  recordings: Recordings,
): Promise<Result<null, { readonly message: string }>> {
  const stored: Take[] = []
  for (const filed of added) {
    const { digest: _, ...take } = filed
    const result = await recordings.store.append(take, 0, await soundOf(filed))
    if (!result.ok) {
      await recordings.store.remove([...stored.map(({ id }) => id), take.id])
      return failure({ message: 'There is no room for the recordings in this browser. Nothing was changed.' })
    }
    stored.push(take)
  }
  recordings.adopt(stored)
  return success(null)
}
