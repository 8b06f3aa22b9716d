import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { hasCode } from './file-errors.ts'
import { readEarlier, reuseFiles } from './reuse-files.ts'
import { makeFolder, makeHiddenFolder, removeFolders, removeStaleTempFolders } from './temp-folder.ts'

/** A file to write: its path below the output folder, and its text. */
export interface Artifact {
  readonly path: string
  readonly text: string
}

/** A large file, which is never in memory all at once. */
export interface PartsArtifact {
  readonly path: string
  readonly parts: Iterable<string | Uint8Array>
}

export interface FolderDraft {
  readonly add: (artifact: Artifact) => void
  readonly addParts: (artifact: PartsArtifact) => void
  /** Takes files of the old folder over, if they still have this digest; returns whether they have. */
  readonly reuse: (paths: readonly string[], digest: string) => boolean
  /** The bytes of a file of the old folder; undefined for none. */
  readonly earlier: (path: string) => Uint8Array | undefined
  /** The bytes of a file that was added. */
  readonly read: (path: string) => Uint8Array
  /** Replaces the old folder, which stays whole until then, whatever fails. */
  readonly commit: () => void
  /** Removes what is not committed. */
  readonly discard: () => void
}

const prefix = (out: string): string => `.${path.basename(out)}.tmp-`

function replace(out: string, ready: string, old: string): void {
  if (existsSync(out)) renameSync(out, old)
  try {
    renameSync(ready, out)
  } catch (error) {
    if (existsSync(old) && !existsSync(out)) renameSync(old, out)
    throw error
  }
  // Not before: what a killed run moved away may have been the only package.
  removeStaleTempFolders(path.dirname(out), prefix(out), statSync(out).mtimeMs)
}

/** Writes a new file: an existing one may be a hard link into the old folder. */
function writeFresh(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' })
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
    rmSync(file, { force: true })
    writeFresh(file, text)
  }
}

/** Gives paths below a folder, and makes the folders on the way. */
function pathsIn(ready: string): (name: string) => string {
  const made = new Set<string>()
  return (name) => {
    const file = path.join(ready, name)
    const folder = path.dirname(file)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    return file
  }
}

/** Size of the buffer in bytes: a smaller write costs as much. */
const bufferSize = 1 << 18

/** Writes a file that must not exist yet, a full buffer at a time. */
function writeParts(file: string, parts: Iterable<string | Uint8Array>): void {
  const opened = openSync(file, 'wx')
  try {
    let waiting: Uint8Array[] = []
    let length = 0
    for (const part of parts) {
      const bytes = typeof part === 'string' ? Buffer.from(part) : part
      waiting.push(bytes)
      length += bytes.length
      if (length < bufferSize) continue
      writeFileSync(opened, Buffer.concat(waiting))
      waiting = []
      length = 0
    }
    writeFileSync(opened, Buffer.concat(waiting))
  } finally {
    closeSync(opened)
  }
}

/** Opens a folder that is written beside its place, file by file, so that a large one is never in memory. */
export function openFolder(out: string): FolderDraft {
  const above = makeFolder(path.dirname(out))
  const removeAbove = (): void => {
    if (above !== undefined) removeFolders(path.dirname(out), above)
  }
  let work: string
  try {
    work = makeHiddenFolder(path.join(path.dirname(out), prefix(out)))
  } catch (error) {
    removeAbove()
    throw error
  }
  const ready = path.join(work, 'new')
  const fileOf = pathsIn(ready)
  return {
    add: ({ path: name, text }) => writeFresh(fileOf(name), text),
    addParts: ({ path: name, parts }) => writeParts(fileOf(name), parts),
    reuse: (names, digest) => reuseFiles(names, digest, (name) => path.join(out, name), fileOf),
    earlier: (name) => readEarlier(path.join(out, name)),
    read: (name) => readFileSync(path.join(ready, name)),
    commit: () => {
      mkdirSync(ready, { recursive: true })
      replace(out, ready, path.join(work, 'old'))
    },
    discard: () => {
      rmSync(work, { recursive: true, force: true })
      removeAbove()
    },
  }
}
