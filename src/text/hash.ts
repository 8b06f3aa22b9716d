/** Where a hash begins. */
const offset = 0x811c9dc5

/** FNV-1a of 32 bits: one step. Spreads words over numbers, needs no secrecy. */
const mix = (value: number, code: number): number => Math.imul(value ^ code, 0x01000193)

/** The hash of a text, signed. `before` is that of what stands in front of it. */
export function hash(text: string, before: number = offset): number {
  let value = before
  for (let at = 0; at < text.length; at += 1) value = mix(value, text.charCodeAt(at))
  return value
}

/** The hash of a word of a text in lower case, without making a string of it where it is ASCII. */
export function hashWord(text: string, start: number, end: number): number {
  let value = offset
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 127) return hash(text.slice(start, end).toLowerCase())
    // Sets the bit that tells `a` from `A`; digits and the marks inside words have it.
    value = mix(value, code | 0x20)
  }
  return value
}
