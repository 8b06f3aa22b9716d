import { createHash, type Hash } from 'node:crypto'
import { copyFileSync, linkSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FolderPlace } from './write-folder.ts'

function update(hash: Hash, name: string, content: string | Uint8Array): void {
  hash.update(`${name}\0${content.length}\0`).update(content)
}

/** A digest of files with their names. */
export function filesDigest(files: readonly { readonly path: string; readonly text: string }[]): string {
  const hash = createHash('sha256')
  for (const { path: name, text } of files) update(hash, name, Buffer.from(text))
  return hash.digest('base64url')
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    // A file system without hard links.
    copyFileSync(from, to)
  }
}

/**
 * Takes files of the earlier folder over into the new one, if they are what they were when the digest was made.
 * Linking a file takes a fraction of the time of writing it.
 * @returns whether they were
 */
export function reuseFiles(
  { earlier, ready }: FolderPlace,
  names: readonly string[],
  digest: string,
): boolean {
  const hash = createHash('sha256')
  try {
    for (const name of names) update(hash, name, readFileSync(path.join(earlier, name)))
  } catch {
    return false
  }
  if (hash.digest('base64url') !== digest) return false
  for (const name of names) {
    mkdirSync(path.dirname(path.join(ready, name)), { recursive: true })
    linkOrCopy(path.join(earlier, name), path.join(ready, name))
  }
  return true
}
