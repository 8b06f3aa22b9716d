import { gunzipSync } from 'node:zlib'
import { quote } from '../text/quote.ts'

/** A tarball that can't or must not be read. */
export class TarballError extends Error {}

/** Largest tarball in bytes, unpacked. */
const maxUnpackedBytes = 1 << 28

const blockSize = 512

const types: Readonly<Record<string, string>> = {
  '1': 'hard link',
  '2': 'symbolic link',
  '3': 'device',
  '4': 'device',
  '6': 'pipe',
}

interface Entry {
  readonly name: string
  readonly type: string
  readonly data: Buffer
}

const damaged = (): TarballError => new TarballError('it is not an npm tarball, or it is damaged')

/** Text of a field, up to the first NUL. */
const field = (bytes: Buffer, start: number, length: number): string =>
  bytes.toString('utf8', start, start + length).replace(/\0.*$/s, '')

function octal(bytes: Buffer, start: number, length: number): number {
  const digits = /^ *([0-7]+) *$/.exec(field(bytes, start, length))?.[1]
  if (digits === undefined) throw damaged()
  return Number.parseInt(digits, 8)
}

/** Sum of a header's bytes, with its own field as blanks. */
const checksum = (header: Buffer): number =>
  header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 0x20 : byte), 0)

/** The path that an extended header sets for the next entry. */
function extendedPath(data: Buffer): string | undefined {
  let found: string | undefined
  for (let at = 0; at < data.length; ) {
    const length = Number(/^\d{1,8}(?= )/.exec(data.toString('latin1', at, at + 9))?.[0] ?? 0)
    const [key, ...value] = data
      .toString('utf8', at, at + length)
      .replace(/^\d+ /, '')
      .split('=')
    // With a size here other readers would see a different entry.
    if (length < 5 || at + length > data.length || key === 'size') throw damaged()
    if (key === 'path') found = value.join('=').replace(/\n$/, '')
    at += length
  }
  return found
}

function* entriesOf(bytes: Buffer): Generator<Entry> {
  let path: string | undefined
  for (let at = 0; ; ) {
    const header = bytes.subarray(at, at + blockSize)
    if (header.length < blockSize) throw damaged()
    if (header.every((byte) => byte === 0)) return
    if (octal(header, 148, 8) !== checksum(header)) throw damaged()
    const size = octal(header, 124, 12)
    const start = at + blockSize
    if (start + size > bytes.length) throw damaged()
    const data = bytes.subarray(start, start + size)
    const type = header.toString('latin1', 156, 157).replace('\0', '0')
    at = start + Math.ceil(size / blockSize) * blockSize
    if (type === 'x') path = extendedPath(data)
    if (type === 'x' || type === 'g') continue
    const prefix = field(header, 257, 5) === 'ustar' ? field(header, 345, 155) : ''
    const name = prefix === '' ? field(header, 0, 100) : `${prefix}/${field(header, 0, 100)}`
    yield { name: path ?? name, type, data }
    path = undefined
  }
}

/** Whether a path stays below `package/`, on any system. */
const isInside = (name: string): boolean =>
  /^package\/[^\\\0-\x1f\x7f]+$/.test(name) &&
  name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')

function unpacked(bytes: Uint8Array): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxUnpackedBytes })
  } catch (error) {
    if (error instanceof RangeError)
      throw new TarballError(`it unpacks to more than ${maxUnpackedBytes >> 20} MiB`)
    throw damaged()
  }
}

/**
 * The files of an npm tarball by their path below `package/`, in memory only.
 * @throws TarballError for anything else, and for links and paths that lead out of it
 */
export function readTarball(bytes: Uint8Array): Map<string, string> {
  const files = new Map<string, string>()
  for (const { name, type, data } of entriesOf(unpacked(bytes))) {
    if (type !== '0' && type !== '5')
      throw new TarballError(
        `it holds a ${types[type] ?? 'file of an unknown type'} (${quote(name)}), expected only files`,
      )
    if (type === '5' && name === 'package/') continue
    if (!isInside(type === '5' ? name.replace(/\/$/, '') : name))
      throw new TarballError(`it holds the path ${quote(name)}, expected only paths below \`package/\``)
    if (type === '5') continue
    const path = name.slice('package/'.length)
    if (files.has(path)) throw new TarballError(`it holds the file ${quote(name)} twice`)
    files.set(path, data.toString('utf8'))
  }
  if (files.size === 0) throw new TarballError('it holds no files')
  return files
}
