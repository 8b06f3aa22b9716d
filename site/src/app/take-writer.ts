import type { Take } from '../core/speaking/takes.ts'
import type { RecordingStore, SoundFailure } from '../core/storage/recording-store.ts'

/** Writes the pieces of a take in their order. */
export interface TakeWriter {
  readonly write: (piece: Blob) => void
  /** Resolves once everything is written, with what was. */
  readonly settled: () => Promise<Take>
}

/**
 * Starts to write a take.
 * @param wordsOf the words that are counted for the take by now: they come from elsewhere
 * @param tell called after every piece with what is stored so far, and with the failure that ends the writing
 */
export function writeTake(
  store: RecordingStore,
  take: Take,
  wordsOf: () => number,
  tell: (stored: Take, failure: SoundFailure | null) => void,
): TakeWriter {
  let stored = take
  let index = 0
  let hasFailed = false
  let queue: Promise<void> = Promise.resolve()
  const append = async (piece: Blob): Promise<void> => {
    if (hasFailed) return
    const bytes = await piece.arrayBuffer()
    const next = { ...stored, words: wordsOf(), bytes: stored.bytes + bytes.byteLength }
    const result = await store.append(next, index, bytes)
    if (result.ok) {
      stored = next
      index += 1
    } else hasFailed = true
    tell(stored, result.ok ? null : result.error)
  }
  return {
    write: (piece) => {
      queue = queue.then(() => append(piece))
    },
    settled: async () => {
      await queue
      return stored
    },
  }
}
