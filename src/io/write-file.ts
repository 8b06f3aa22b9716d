import { closeSync, openSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { bufferedWriter } from './buffered-write.ts'
import { makeFolder, makeTempFolder, removeStaleBeside } from './temp-folder.ts'

/** A file that is written beside the place that it will take. */
export interface FileDraft {
  readonly append: (bytes: Uint8Array) => void
  readonly commit: () => void
  /** Takes away what is not committed. */
  readonly discard: () => void
}

/**
 * Begins a file that is to be written whole, part by part. Its folder is made where there is none, and what killed runs
 * left there is taken away.
 */
export function openFile(name: string): FileDraft {
  makeFolder(path.dirname(name))
  const folder = makeTempFolder(name)
  removeStaleBeside(folder)
  const ready = path.join(folder, 'new')
  const file = openSync(ready, 'w')
  let open = true
  const { append, flush } = bufferedWriter(file)
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
