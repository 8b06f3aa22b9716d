/** Where a hash begins. */
const offset = 0x811c9dc5

/** One step of FNV-1a with 32 bits. */
const mix = (value: number, code: number): number => Math.imul(value ^ code, 0x01000193)

/**
 * The hash of a text, signed.
 * @param before the hash of the text in front of it
 */
export function hash(text: string, before: number = offset): number {
  let value = before
  for (let at = 0; at < text.length; at += 1) value = mix(value, text.charCodeAt(at))
  return value
}

/** The hash of a word in lower case; of an ASCII word without making a string of it. */
export function hashWord(text: string, start: number, end: number): number {
  let value = offset
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 127) return hash(text.slice(start, end).toLowerCase())
    // Sets the bit that tells `a` from `A`; digits and the marks inside words have it anyway.
    value = mix(value, code | 0x20)
  }
  return value
}
