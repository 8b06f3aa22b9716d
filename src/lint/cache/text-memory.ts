import type { RandomAccess } from '../../io/file-reader.ts'
import type { FileDraft } from '../../io/write-file.ts'
import { beginPack, openPack, type Pack, type PackWriter, type Slot } from './pack.ts'

/** Texts that were made from files, as long as those are the same. */
export interface TextMemory {
  /** What was noted about all of them at the end of the run that wrote them. */
  readonly note: unknown
  /** How many there are. */
  readonly size: number
  readonly has: (file: string, digest: string) => boolean
  readonly recall: (file: string, digest: string) => string | undefined
  /** Keeps what was recalled of a file. */
  readonly hold: (file: string) => void
  readonly keep: (file: string, digest: string, text: string) => void
  /** Writes what was held and kept, if that or the note has changed. */
  readonly commit: (note: unknown) => void
  readonly discard: () => void
}

export interface Storage {
  /** Undefined when there is nothing to read. */
  readonly open: () => RandomAccess | undefined
  /** @throws when nothing can be written there */
  readonly begin: () => FileDraft
}

function readPack(access: RandomAccess | undefined, scope: string): Pack | undefined {
  try {
    return access && openPack(access, scope)
  } catch {
    // Whatever somebody else put there.
    return undefined
  }
}

/** A file that fails costs the memory, never the run. */
function quietly(act: () => void): boolean {
  try {
    act()
    return true
  } catch {
    return false
  }
}

/** @param scope what all texts depend on besides their files */
export function textMemory({ open, begin }: Storage, scope: string): TextMemory {
  const access = open()
  const pack = readPack(access, scope)
  /** Names in the pack that are still right, to be copied as soon as there is anything new. */
  const right: string[] = []
  let draft: FileDraft | undefined
  let writer: PackWriter | undefined
  let broken = false

  const textOf = (slot: Slot): string | undefined => {
    let text: string | undefined
    quietly(() => {
      text = pack?.text(slot)
    })
    return text
  }
  const copy = (name: string): void => {
    const slot = pack?.slots.get(name)
    const bytes = slot && pack?.bytes(slot)
    if (slot && bytes?.length === slot.length) writer?.copy(name, slot, bytes)
  }
  const write = (act: (writer: PackWriter) => void): void => {
    if (broken) return
    broken = !quietly(() => {
      if (!writer) {
        draft = begin()
        writer = beginPack(draft, scope)
        right.forEach(copy)
      }
      act(writer)
    })
  }
  const end = (): void => {
    quietly(() => access?.close())
    quietly(() => draft?.discard())
  }

  return {
    note: pack?.note,
    size: pack?.slots.size ?? 0,
    has: (file, digest) => pack?.slots.get(file)?.digest === digest,
    recall: (file, digest) => {
      const slot = pack?.slots.get(file)
      return slot?.digest === digest ? textOf(slot) : undefined
    },
    hold: (file) => {
      if (writer) write(() => copy(file))
      else right.push(file)
    },
    keep: (file, digest, text) => write((to) => to.add(file, digest, text)),
    commit: (note) => {
      const same = right.length === pack?.slots.size && JSON.stringify(pack.note) === JSON.stringify(note)
      if (writer || !same) write((to) => to.finish(note))
      end()
    },
    discard: end,
  }
}
