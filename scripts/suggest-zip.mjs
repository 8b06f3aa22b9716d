// Reads an untrusted zip file in memory: nothing is written, so no name in it can lead anywhere.
import { inflateRawSync } from 'node:zlib'

const endSize = 22
const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const dataSignature = 0x04034b50

/** @throws Error when the bytes are no zip file; one with a comment at its end counts as none */
function directory(bytes) {
  const end = bytes.length - endSize
  if (end < 0 || bytes.readUInt32LE(end) !== endSignature) throw new Error('no zip file')
  return { entries: bytes.readUInt16LE(end + 10), at: bytes.readUInt32LE(end + 16) }
}

function dataAt(bytes, at, length) {
  if (bytes.readUInt32LE(at) !== dataSignature) throw new Error('an entry without data')
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (from + length > bytes.length) throw new Error('an entry longer than the file')
  return bytes.subarray(from, from + length)
}

/** What is stored needs no bound of its own: it is no longer than the file. */
function contentOf(data, method, most) {
  if (method === 8) return inflateRawSync(data, { maxOutputLength: most })
  if (method === 0 && data.length <= most) return data
  throw new Error('an entry that is too large, or packed in an unknown way')
}

function entries(bytes, most) {
  const { entries: amount, at: first } = directory(bytes)
  const found = new Map()
  let at = first
  for (let index = 0; index < amount; index += 1) {
    if (bytes.readUInt32LE(at) !== entrySignature) throw new Error('no list of entries')
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28))
    if (!Object.hasOwn(most, name)) throw new Error('an entry that is not expected')
    if (found.has(name)) throw new Error('an entry that is there twice')
    const data = dataAt(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20))
    const content = contentOf(data, bytes.readUInt16LE(at + 10), most[name])
    found.set(name, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content))
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return found
}

/**
 * The texts of a zip file by name.
 * @param most the names that it may have, each with the bytes that its text may have
 * @throws Error when anything in it is otherwise; the message holds nothing of the file
 */
export function textsOfZip(bytes, most) {
  try {
    return entries(bytes, most)
  } catch (error) {
    // Node's own messages may show what was read.
    if (error.code === undefined) throw error
    throw new Error('a zip file that is damaged, or holds too much')
  }
}
