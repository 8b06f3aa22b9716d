import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/** Age in ms after which a temp folder is stale: its run was killed. */
const staleAfter = 3_600_000

/** How temp folders beside a single file begin. */
const besideFile = '.drills.tmp-'

/**
 * Removes temp folders of killed runs, but none that another run may be writing to.
 * @param now by the clock of the file system they are on
 */
export function removeStaleTempFolders(parent: string, prefix: string, now: number): void {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue
    const folder = path.join(parent, name)
    try {
      if (now - statSync(folder).mtimeMs > staleAfter) rmSync(folder, { recursive: true, force: true })
    } catch {
      // Another run removed it first, or it belongs to somebody else.
    }
  }
}

/** Makes a temp folder that git does not see, should the run be killed. */
export function makeHiddenFolder(prefix: string): string {
  const folder = mkdtempSync(prefix)
  try {
    writeFileSync(path.join(folder, '.gitignore'), '*\n')
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  return folder
}

/** Makes a temp folder beside a file: on the same file system, so that a rename puts the file in place. */
export const makeTempFolder = (file: string): string =>
  makeHiddenFolder(path.join(path.dirname(file), besideFile))

/** Removes what killed runs left beside a temp folder that was just made. */
export const removeStaleBeside = (folder: string): void =>
  removeStaleTempFolders(path.dirname(folder), besideFile, statSync(folder).mtimeMs)

/**
 * Makes a folder and those above it where they are missing; returns the highest that it made. Not by `mkdir` with
 * `recursive`, which never returns on a file system without room for folders, such as `/proc`.
 */
export function makeFolder(folder: string): string | undefined {
  if (existsSync(folder)) return undefined
  const parent = path.dirname(folder)
  const above = parent === folder ? undefined : makeFolder(parent)
  try {
    mkdirSync(folder)
    return above ?? folder
  } catch (error) {
    // Another run was quicker.
    if (existsSync(folder)) return above
    throw error
  }
}

/** Removes folders again that `makeFolder` made, from the lowest to the highest, as long as they are empty. */
export function removeFolders(lowest: string, highest: string): void {
  try {
    for (let folder = lowest; folder.startsWith(highest); folder = path.dirname(folder)) rmdirSync(folder)
  } catch {
    // Something is in it: what was to be written, or what somebody else has put there.
  }
}
