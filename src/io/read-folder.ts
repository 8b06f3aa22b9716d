import path from 'node:path'
import type { Reader } from './file-reader.ts'

/** All files below a folder, by their path in it; none when there is no such folder. */
export function readFolder(
  folder: string,
  reader: Pick<Reader, 'exists' | 'list' | 'readBytes'>,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const read = (name: string): void => {
    const file = path.join(folder, name)
    if (reader.exists(file) === 'folder') {
      for (const each of reader.list(file)) read(path.posix.join(name, each))
      return
    }
    const bytes = reader.readBytes(file)
    if (bytes) files.set(name, bytes)
  }
  read('')
  return files
}
