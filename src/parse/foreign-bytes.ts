import { isUtf8 } from 'node:buffer'

/** Bytes at the front of a file that name its encoding. UTF-32 comes first: its mark begins like that of UTF-16. */
const marks: readonly (readonly [name: string, mark: readonly number[]])[] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-32', [0, 0, 0xfe, 0xff]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
]

/** Share of NUL among the bytes of a text in UTF-16 from which it is taken for one: in English text it is a half. */
const wideShare = 0.3

/** What a file is that holds no text in UTF-8 at all; undefined for one that does, be it with mistakes. */
export function foreignBytes(bytes: Uint8Array): string | undefined {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (marked) return `text in ${marked[0]}`
  const nul = bytes.indexOf(0)
  if (nul < 0) return undefined
  let nuls = 0
  let odd = 0
  for (let at = nul; at < bytes.length; at += 1)
    if (bytes[at] === 0) {
      nuls += 1
      odd += at % 2
    }
  if (nuls > bytes.length * wideShare) return odd === 0 || odd === nuls ? 'text in UTF-16' : 'binary data'
  return isUtf8(bytes) ? undefined : 'binary data'
}
