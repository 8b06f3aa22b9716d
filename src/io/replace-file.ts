import { mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { takeAwayAbandoned } from './abandoned.ts'
import { makeFolder } from './make-folder.ts'

/** How the names of temp folders begin. */
const prefix = '.drills.tmp-'

/**
 * Puts a file in the place of whatever has its name, a link included, so that readers see the old one or the new one.
 * Makes its folder where there is none, and removes stale temp folders beside it.
 */
export function replaceFile(name: string, content: string | Uint8Array): void {
  const parent = path.dirname(name)
  makeFolder(parent)
  const folder = mkdtempSync(path.join(parent, prefix))
  try {
    takeAwayAbandoned(parent, prefix, statSync(folder).mtimeMs)
    const ready = path.join(folder, 'new')
    writeFileSync(ready, content)
    renameSync(ready, name)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
