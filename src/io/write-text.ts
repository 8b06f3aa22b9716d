import {
  appendFileSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { hasCode } from './file-errors.ts'
import { makeTempFolder, removeStaleBeside } from './temp-folder.ts'

/**
 * Writes a file so that readers see the old text or the new one, never a part. A link stays a link to the new text;
 * what is no regular file (`/dev/null`, a pipe) is written to, not replaced.
 */
export function writeText(name: string, text: string): void {
  const found = statSync(name, { throwIfNoEntry: false })
  if (found && !found.isFile() && !found.isDirectory()) {
    writeFileSync(name, text)
    return
  }
  const file = found ? realpathSync(name) : name
  const folder = makeTempFolder(file)
  try {
    removeStaleBeside(folder)
    const ready = path.join(folder, 'new')
    writeFileSync(ready, text, found ? { mode: found.mode } : {})
    renameSync(ready, file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Writes a file that does not exist yet, and its folder where that is missing. Opened for creation only: it must fail
 * when another program was quicker.
 */
export function createText(file: string, text: string): void {
  const folder = path.dirname(file)
  // Git keeps no empty folders.
  if (!existsSync(folder)) mkdirSync(folder)
  try {
    writeFileSync(file, text, { flag: 'wx' })
  } catch (error) {
    // On a full disk an empty file would be left behind.
    if (hasCode(error, 'ENOSPC', 'EDQUOT')) rmSync(file, { force: true })
    throw error
  }
}

/** Adds to the end of a file, which is created when it is missing. */
export function appendText(name: string, text: string): void {
  appendFileSync(name, text)
}
