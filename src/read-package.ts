import { gunzipSync } from 'node:zlib'
import { parseTar } from 'nanotar'

/** A tarball that can't be read, or must not. */
export class TarballError extends Error {}

/** Largest unpacked tarball in bytes. */
const most = 1 << 29

/**
 * The files of an npm tarball by their path below `package/`. Nothing is unpacked to disk.
 * @throws TarballError for what is no tarball, and for links and paths that lead out of it
 */
export function readTarball(bytes: Uint8Array): Map<string, string> {
  const files = new Map<string, string>()
  for (const { name, type, text } of entriesOf(bytes)) {
    if (type === 'directory' || type === 'globalExtendedHeader' || type === 'extendedHeader') continue
    if (type !== 'file' && type !== undefined)
      throw new TarballError(`it holds a ${type} (\`${name}\`), expected only files`)
    if (!name.startsWith('package/') || name.split(/[/\\]/).includes('..'))
      throw new TarballError(`it holds the path \`${name}\`, expected only paths below \`package/\``)
    files.set(name.slice('package/'.length), text)
  }
  if (files.size === 0) throw new TarballError('it holds no files')
  return files
}

interface Entry {
  readonly name: string
  readonly type: string | undefined
  readonly text: string
}

function entriesOf(bytes: Uint8Array): Entry[] {
  try {
    const entries = parseTar(new Uint8Array(gunzipSync(bytes, { maxOutputLength: most })))
    return entries.map((entry) => ({
      name: entry.name,
      type: entry.type,
      text: 'text' in entry ? entry.text : '',
    }))
  } catch {
    throw new TarballError('it is no npm tarball, or a damaged one')
  }
}
