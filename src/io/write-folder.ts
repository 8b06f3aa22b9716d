import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { takeAwayAbandoned } from './abandoned.ts'
import { collectBytes } from './collect-bytes.ts'
import { makeFolder } from './make-folder.ts'
import { sharing } from './sharing.ts'

/** A file to write: its path below the output folder, and its text. */
export interface Artifact {
  readonly path: string
  readonly text: string
}

/** A file to write that is never in memory all at once. */
export interface PartsArtifact {
  readonly path: string
  readonly parts: Iterable<string | Uint8Array>
}

/** Where a folder is written, and where the one stands that it will replace. */
export interface FolderPlace {
  readonly ready: string
  readonly earlier: string
}

/** A folder that is written beside the place that it will take. */
export interface FolderDraft {
  readonly place: FolderPlace
  readonly add: (artifact: Artifact) => void
  readonly addParts: (artifact: PartsArtifact) => void
  /** What a file holds that was added. */
  readonly read: (path: string) => Uint8Array
  /** Takes the place of the old folder. Until then that stays as it was, and whatever fails leaves it so. */
  readonly commit: () => void
  /** Takes away what is not committed. */
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
  takeAwayAbandoned(path.dirname(out), prefix(out), statSync(out).mtimeMs)
}

/** Takes away folders that were made for nothing, from the lowest to the highest. */
function takeBack(lowest: string, highest: string): void {
  try {
    for (let folder = lowest; folder.startsWith(highest); folder = path.dirname(folder)) rmdirSync(folder)
  } catch {
    // Something is in it: what was to be written, or what somebody else has put there.
  }
}

/** Writes a file that is new under its name: one that is there already may be the old folder's too. */
function writeAnew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    rmSync(file, { force: true })
    writeAnew(file, text)
  }
}

/** Gives the path of a file below a folder that is made when the first one is asked for. */
function placeIn(ready: string): (name: string) => string {
  const made = new Set<string>()
  return (name) => {
    const file = path.join(ready, name)
    const folder = path.dirname(file)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    return file
  }
}

/** Adds files to a folder that is being written, maybe by several threads. */
export function addTo({ ready, earlier }: FolderPlace): FolderDraft['add'] {
  const fileOf = placeIn(ready)
  const share = sharing()
  return ({ path: name, text }) => {
    const file = fileOf(name)
    if (!share(path.join(earlier, name), file, text)) writeAnew(file, text)
  }
}

/** Begins a folder that is to be written whole, file by file, so that a large one is never in memory. */
export function openFolder(out: string): FolderDraft {
  const above = makeFolder(path.dirname(out))
  const work = mkdtempSync(path.join(path.dirname(out), prefix(out)))
  const place = { ready: path.join(work, 'new'), earlier: out }
  const { ready } = place
  const fileOf = placeIn(ready)
  return {
    place,
    add: addTo(place),
    addParts: ({ path: name, parts }) => {
      const file = openSync(fileOf(name), 'wx')
      try {
        const { append, flush } = collectBytes(file)
        for (const part of parts) append(typeof part === 'string' ? Buffer.from(part) : part)
        flush()
      } finally {
        closeSync(file)
      }
    },
    read: (name) => readFileSync(path.join(ready, name)),
    commit: () => {
      mkdirSync(ready, { recursive: true })
      replace(out, ready, path.join(work, 'old'))
    },
    discard: () => {
      rmSync(work, { recursive: true, force: true })
      if (above !== undefined) takeBack(path.dirname(out), above)
    },
  }
}
