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
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { takeAwayAbandoned } from './abandoned.ts'
import { makeFolder } from './make-folder.ts'

/** A file to write: its path below the output folder, and its text. */
export interface Artifact {
  readonly path: string
  readonly text: string
}

/** A file to write that is the JSON list of JSON files that are already in the folder. */
export interface ListArtifact {
  readonly path: string
  readonly of: readonly string[]
}

/** A folder that is written beside the place that it will take. */
export interface FolderDraft {
  readonly add: (artifact: Artifact) => void
  readonly addList: (artifact: ListArtifact) => void
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

/** Begins a folder that is to be written whole, file by file, so that a large one is never in memory. */
export function openFolder(out: string): FolderDraft {
  const above = makeFolder(path.dirname(out))
  const work = mkdtempSync(path.join(path.dirname(out), prefix(out)))
  const ready = path.join(work, 'new')
  const made = new Set<string>()
  const place = (name: string): string => {
    const file = path.join(ready, name)
    const folder = path.dirname(file)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    return file
  }
  return {
    add: ({ path: name, text }) => writeFileSync(place(name), text),
    addList: ({ path: name, of }) => {
      const list = openSync(place(name), 'w')
      try {
        writeSync(list, '[')
        for (const [index, part] of of.entries())
          writeSync(
            list,
            `${index === 0 ? '' : ','}${readFileSync(path.join(ready, part), 'utf8').trimEnd()}`,
          )
        writeSync(list, ']\n')
      } finally {
        closeSync(list)
      }
    },
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
