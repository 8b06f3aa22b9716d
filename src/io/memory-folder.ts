import type { FolderDraft } from './write-folder.ts'

/** A folder that never reaches a disk. */
export interface MemoryFolder extends FolderDraft {
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Opens a new folder in memory: it has no earlier files. */
export function memoryFolder(): MemoryFolder {
  const files = new Map<string, Uint8Array>()
  return {
    files,
    add: ({ path, text }) => void files.set(path, Buffer.from(text)),
    addParts: ({ path, parts }) =>
      void files.set(path, Buffer.concat(Array.from(parts, (part) => Buffer.from(part)))),
    reuse: () => false,
    earlier: () => undefined,
    read: (path) => {
      const found = files.get(path)
      if (found === undefined) throw new Error(`the folder has no file ${path}`)
      return found
    },
    commit: () => undefined,
    discard: () => undefined,
  }
}
