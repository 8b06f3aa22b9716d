import { writeFileSync } from 'node:fs'

/** Bytes that are collected before they are written, because a small write costs as much as one of this size. */
const chunkLength = 1 << 18

/** What is written to an open file, a chunk at a time. */
export interface Collected {
  readonly append: (bytes: Uint8Array) => void
  /** Writes what is still waiting. */
  readonly flush: () => void
}

/** Collects what is written to an open file. */
export function collectBytes(file: number): Collected {
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
      if (length >= chunkLength) flush()
    },
    flush,
  }
}
