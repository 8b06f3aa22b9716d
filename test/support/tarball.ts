import { gzipSync } from 'node:zlib'

/** An entry of a tarball; whatever is left out is as `npm pack` writes it. */
export interface TarEntry {
  readonly name: string
  readonly text?: string
  /** The type flag: `0` a file, `1` a hard link, `2` a symbolic link, … */
  readonly type?: string
  readonly link?: string
  /** The size that the header claims. */
  readonly size?: string
  readonly prefix?: string
  readonly checksum?: number
}

function header({ name, text = '', type = '0', link = '', size, prefix = '', checksum }: TarEntry): Buffer {
  const bytes = Buffer.alloc(512)
  const length = Buffer.byteLength(text).toString(8).padStart(11, '0')
  const fields: readonly (readonly [number, string])[] = [
    [0, name],
    [100, '000644 \0'],
    [108, '000000 \0'],
    [116, '000000 \0'],
    [124, `${size ?? length} `],
    [136, '00000000000 '],
    [148, '        '],
    [156, type],
    [157, link],
    [257, 'ustar\x0000'],
    [345, prefix],
  ]
  for (const [at, value] of fields) bytes.write(value, at)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(`${(checksum ?? sum).toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}

/** The bytes of a tarball, with nothing checked. */
export function tar(entries: readonly TarEntry[], end: number = 1024): Buffer {
  return Buffer.concat([
    ...entries.flatMap((entry) => {
      const data = Buffer.from(entry.text ?? '')
      return [header(entry), data, Buffer.alloc((512 - (data.length % 512)) % 512)]
    }),
    Buffer.alloc(end),
  ])
}

export const tgz = (entries: readonly TarEntry[]): Buffer => gzipSync(tar(entries))

/** A record of an extended header. */
export function pax(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`)
  let length = rest
  while (String(length).length + rest !== length) length = String(length).length + rest
  return `${length} ${key}=${value}\n`
}
