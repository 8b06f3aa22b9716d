import { closeSync, mkdtempSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { takeAwayAbandoned } from './abandoned.ts'
import { collectBytes } from './collect-bytes.ts'
import { makeFolder } from './make-folder.ts'

/** A file that is written beside the place that it will take. */
export interface FileDraft {
  readonly append: (bytes: Uint8Array) => void
  readonly commit: () => void
  /** Takes away what is not committed. */
  readonly discard: () => void
}

/** How folders begin that stand beside a file while it is written. */
const prefix = '.drills.tmp-'

/**
 * Begins a file that is to be written whole, part by part. Its folder is made where there is none, and what killed runs
 * left there is taken away.
 */
export function openFile(name: string): FileDraft {
  const parent = path.dirname(name)
  makeFolder(parent)
  const folder = mkdtempSync(path.join(parent, prefix))
  takeAwayAbandoned(parent, prefix, statSync(folder).mtimeMs)
  const ready = path.join(folder, 'new')
  const file = openSync(ready, 'w')
  let open = true
  const { append, flush } = collectBytes(file)
  const close = (): void => {
    if (open) closeSync(file)
    open = false
  }
  return {
    append,
    commit: () => {
      flush()
      close()
      renameSync(ready, name)
    },
    discard: () => {
      close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
