import { hash } from './hash.ts'
import { words } from './words.ts'

/** Hashes of the three-word runs of a text, sorted, each once. */
export function shingles(text: string): Uint32Array {
  const runs: number[] = []
  let [one, two]: (number | undefined)[] = []
  for (const word of words(text)) {
    if (two !== undefined) runs.push(hash(word, two))
    two = one === undefined ? undefined : hash(' ', hash(word, one))
    one = hash(' ', hash(word))
  }
  const sorted = new Uint32Array(runs).sort()
  return sorted.filter((run, at) => run !== sorted[at - 1])
}

/** As base64: as JSON numbers they take twice the room in the cache and in memory, and longer to read. */
export const packShingles = ({ buffer, byteOffset, byteLength }: Uint32Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64')

export function unpackShingles(packed: string): Uint32Array {
  const size = Math.floor(Buffer.byteLength(packed, 'base64') / Uint32Array.BYTES_PER_ELEMENT)
  const runs = new Uint32Array(size)
  Buffer.from(runs.buffer).write(packed, 'base64')
  return runs
}
