import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'

/**
 * Makes a folder where there is none, and those above it; gives the highest that was made. Node's own way to do that
 * never ends on a file system that has no folders to give, such as `/proc`.
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
