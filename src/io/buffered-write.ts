import { writeFileSync } from 'node:fs'

/** Size of the buffer in bytes: a smaller write costs as much. */
const bufferSize = 1 << 18

/** Writes to an open file, a full buffer at a time. */
export interface BufferedWriter {
  readonly append: (bytes: Uint8Array) => void
  /** Writes what is still in the buffer. */
  readonly flush: () => void
}

export function bufferedWriter(file: number): BufferedWriter {
  let waiting: Uint8Array[] = []
  let length = 0
  const flush = (): void => {
    if (length > 0) writeFileSync(file, Buffer.concat(waiting))
    waiting = []
    length = 0
  }
  return {
    append: (bytes) => {
      waiting.push(bytes)
      length += bytes.length
      if (length >= bufferSize) flush()
    },
    flush,
  }
}
