import path from 'node:path'
import type { Reader } from './file-reader.ts'
import { UsageError } from './usage-error.ts'

/**
 * The data of a JSON file that a release wrote; not validated.
 * @param missing the result when the file does not exist
 * @throws UsageError for a file that is not valid JSON
 */
export function readJson<T>(reader: Reader, root: string, file: string, missing: T): T {
  const text = reader.readText(path.join(root, file))
  if (text === undefined) return missing
  try {
    return JSON.parse(text) as T
  } catch {
    throw new UsageError(`\`${file}\` is not valid JSON; restore it from the last release`)
  }
}
