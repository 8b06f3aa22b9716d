import type { RandomAccess } from '../../io/file-reader.ts'
import type { FileDraft } from '../../io/write-file.ts'
import { shortDigest } from './digest.ts'

/** Where the text of a name stands in a pack, and what it was made from. */
export interface Slot {
  readonly digest: string
  readonly start: number
  readonly length: number
  readonly sum: string
}

/** Texts by name in one file, of which only those are read that are asked for. */
export interface Pack {
  /** What the writer added about all of them together. */
  readonly note: unknown
  readonly slots: ReadonlyMap<string, Slot>
  /** The text of a slot; undefined when it is not what was written. */
  readonly text: (slot: Slot) => string | undefined
  /** The same as bytes, which nothing has compared with what was written. */
  readonly bytes: (slot: Slot) => Uint8Array
}

export interface PackWriter {
  /** @param made digest of what the text was made from */
  readonly add: (name: string, made: string, text: string) => void
  /** Takes over what stands in a slot of another pack. */
  readonly copy: (name: string, slot: Slot, bytes: Uint8Array) => void
  readonly finish: (note: unknown) => void
}

/** The index stands at the end, because it is known last; the last bytes say where it begins. */
const trailerLength = 128

interface Index {
  readonly scope: string
  readonly note: unknown
  readonly slots: readonly (readonly [name: string, ...slot: unknown[]])[]
}

function readIndex(access: RandomAccess): Index | undefined {
  const trailer = access.slice(access.size - trailerLength, trailerLength).toString('latin1')
  const [, start, length, sum] = /^drills-cache (\d+) (\d+) (\S+) *\n$/.exec(trailer) ?? []
  if (sum === undefined || Number(start) + Number(length) + trailerLength !== access.size) return undefined
  const index = access.slice(Number(start), Number(length))
  return shortDigest(index) === sum ? (JSON.parse(index.toString('utf8')) as Index) : undefined
}

/**
 * Opens a pack; undefined when it is of another scope, truncated, or no pack at all.
 * @param scope what all its texts depend on
 */
export function openPack(access: RandomAccess, scope: string): Pack | undefined {
  if (access.size < trailerLength) return undefined
  const index = readIndex(access)
  if (index?.scope !== scope) return undefined
  const slots = new Map<string, Slot>()
  for (const [name, made, start, length, sum] of index.slots)
    slots.set(name, { digest: String(made), start: Number(start), length: Number(length), sum: String(sum) })
  const bytesOf = ({ start, length }: Slot): Buffer => access.slice(start, length)
  return {
    note: index.note,
    slots,
    text: (slot) => {
      const bytes = bytesOf(slot)
      return shortDigest(bytes) === slot.sum ? bytes.toString('utf8') : undefined
    },
    bytes: bytesOf,
  }
}

/** Begins a pack. */
export function beginPack(draft: FileDraft, scope: string): PackWriter {
  const slots: Index['slots'][number][] = []
  let at = 0
  const append = (bytes: Uint8Array): void => {
    draft.append(bytes)
    at += bytes.length
  }
  const put = (name: string, made: string, sum: string, bytes: Uint8Array): void => {
    slots.push([name, made, at, bytes.length, sum])
    append(bytes)
  }
  return {
    add: (name, made, text) => {
      const bytes = Buffer.from(text)
      put(name, made, shortDigest(bytes), bytes)
    },
    copy: (name, { digest, sum }, bytes) => put(name, digest, sum, bytes),
    finish: (note) => {
      const start = at
      const bytes = Buffer.from(JSON.stringify({ scope, note, slots } satisfies Index))
      append(bytes)
      const trailer = `drills-cache ${start} ${bytes.length} ${shortDigest(bytes)}`
      append(Buffer.from(`${trailer.padEnd(trailerLength - 1)}\n`))
      draft.commit()
    },
  }
}
