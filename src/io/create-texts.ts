import { constants, copyFileSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hasCode } from './file-errors.ts'
import { makeFolder, makeTempFolder, removeFolders, removeStaleBeside } from './temp-folder.ts'
import type { Artifact } from './write-folder.ts'

function copyNew(ready: string, file: string): void {
  try {
    copyFileSync(ready, file, constants.COPYFILE_EXCL)
  } catch (error) {
    // On a full disk a part would be left behind.
    if (!hasCode(error, 'EEXIST')) rmSync(file, { force: true })
    throw error
  }
}

/** Gives a file its name, unless something has it. A rename would replace what another program has just put there. */
function place(ready: string, file: string): void {
  try {
    linkSync(ready, file)
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw error
    // Not every file system has links.
    copyNew(ready, file)
  }
}

/**
 * Writes files that must not exist yet below a folder, all of them or none, and the folders that are missing. All are
 * written before the first is put in place; when one fails, those before it are removed again.
 */
export function createTexts(folder: string, files: readonly Artifact[]): void {
  const undo: (() => void)[] = []
  const make = (wanted: string): void => {
    const highest = makeFolder(wanted)
    if (highest !== undefined) undo.push(() => removeFolders(wanted, highest))
  }
  try {
    make(folder)
    const work = makeTempFolder(path.join(folder, 'new'))
    try {
      removeStaleBeside(work)
      for (const { path: name, text } of files) {
        mkdirSync(path.join(work, path.dirname(name)), { recursive: true })
        writeFileSync(path.join(work, name), text)
      }
      for (const { path: name } of files) {
        const file = path.join(folder, name)
        make(path.dirname(file))
        place(path.join(work, name), file)
        undo.push(() => rmSync(file))
      }
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  } catch (error) {
    for (const back of undo.reverse()) back()
    throw error
  }
}
