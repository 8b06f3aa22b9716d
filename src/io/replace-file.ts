import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeFolder, makeTempFolder, removeStaleBeside } from './temp-folder.ts'

/**
 * Puts a file in the place of whatever has its name, a link included, so that readers see the old one or the new one.
 * Makes its folder where that is missing.
 */
export function replaceFile(file: string, content: string | Uint8Array): void {
  makeFolder(path.dirname(file))
  const folder = makeTempFolder(file)
  try {
    removeStaleBeside(folder)
    const ready = path.join(folder, 'new')
    writeFileSync(ready, content)
    renameSync(ready, file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
