/** What a character is in a word: 1 for a part of it, 2 for a mark that may stand inside it, 3 for what only Unicode knows. */
const roles = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  return /[\p{L}\p{N}]/u.test(character) ? 1 : /['.,-]/.test(character) ? 2 : 0
})

function roleAt(text: string, at: number): number {
  if (at >= text.length) return 0
  const code = text.charCodeAt(at)
  return code < 128 ? (roles[code] ?? 0) : 3
}

/**
 * Where the words of a text begin and end, by turns. Words are runs of letters, digits and the marks inside them;
 * punctuation separates. The expression says what a word is, but every word of a drill is looked at four times, and those
 * of ASCII are read by a table in a third of the time that the expression takes.
 */
export function wordBounds(text: string): number[] {
  const word = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/uy
  const bounds: number[] = []
  let at = 0
  while (at < text.length) {
    const start = at
    let role = roleAt(text, at)
    while (role === 1) {
      at += 1
      role = roleAt(text, at)
      if (role === 2) {
        role = roleAt(text, at + 1)
        if (role === 1) at += 1
      }
    }
    if (role === 3) {
      word.lastIndex = start
      at = word.test(text) ? word.lastIndex : start
    }
    if (at > start) bounds.push(start, at)
    else at += 1
  }
  return bounds
}

/** The words of a text in lower case. */
export function words(text: string): string[] {
  const lower = text.toLowerCase()
  const bounds = wordBounds(lower)
  const found: string[] = []
  for (let at = 0; at < bounds.length; at += 2) found.push(lower.slice(bounds[at], bounds[at + 1]))
  return found
}

/** How many words a text has. In lower case, `İ` is the one letter that becomes a letter and a mark. */
export function countWords(text: string): number {
  return wordBounds(text.includes('İ') ? text.toLowerCase() : text).length / 2
}
