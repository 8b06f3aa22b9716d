import { createHash, type Hash } from 'node:crypto'
import { constants, copyFileSync, linkSync, lstatSync, readFileSync, rmSync } from 'node:fs'

function update(hash: Hash, name: string, content: Uint8Array): void {
  hash.update(`${name}\0${content.length}\0`).update(content)
}

/** A digest of files with their names. */
export function filesDigest(files: readonly { readonly path: string; readonly text: string }[]): string {
  const hash = createHash('sha256')
  for (const { path, text } of files) update(hash, path, Buffer.from(text))
  return hash.digest('base64url')
}

/** Linking a file takes a fraction of the time of writing it. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    // A file system without hard links, or a file of that name, which may be a link to the earlier one itself.
    rmSync(to, { force: true })
    copyFileSync(from, to, constants.COPYFILE_EXCL)
  }
}

/** The bytes of a file of an earlier folder; undefined when it is gone, can't be read, or is a link. */
export function readEarlier(file: string): Uint8Array | undefined {
  try {
    return lstatSync(file).isFile() ? readFileSync(file) : undefined
  } catch {
    return undefined
  }
}

/**
 * Takes files over from an earlier folder, all of them or none.
 * @param digest what `filesDigest` gave of them
 * @returns whether they were what they had been then
 */
export function reuseFiles(
  names: readonly string[],
  digest: string,
  earlier: (name: string) => string,
  fresh: (name: string) => string,
): boolean {
  const hash = createHash('sha256')
  for (const name of names) {
    // A link to a link would lead out of the new folder.
    const bytes = readEarlier(earlier(name))
    if (!bytes) return false
    update(hash, name, bytes)
  }
  if (hash.digest('base64url') !== digest) return false
  for (const name of names) linkOrCopy(earlier(name), fresh(name))
  return true
}
