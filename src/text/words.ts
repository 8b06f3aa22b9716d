const separator = 0
const part = 1
const inner = 2
const beyondAscii = 3

/** What each ASCII character is to a word: a part of it, a mark that may stand inside it, or a separator. */
const ascii = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  return /[\p{L}\p{N}]/u.test(character) ? part : /['.,-]/.test(character) ? inner : separator
})

function kindAt(text: string, at: number): number {
  if (at >= text.length) return separator
  const code = text.charCodeAt(at)
  // To read beyond the table would be slow.
  return code < 128 ? (ascii[code] ?? separator) : beyondAscii
}

/**
 * Where the words of a text start and end, by turns. Words are runs of letters, digits and the marks inside them;
 * punctuation separates. The expression says what a word is; ASCII, which is nearly all of a drill, is read from a
 * table in a third of the time.
 */
export function wordBounds(text: string): number[] {
  const word = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/uy
  const bounds: number[] = []
  let at = 0
  while (at < text.length) {
    const start = at
    let kind = kindAt(text, at)
    while (kind === part) {
      at += 1
      kind = kindAt(text, at)
      if (kind === inner) {
        kind = kindAt(text, at + 1)
        if (kind === part) at += 1
      }
    }
    if (kind === beyondAscii) {
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
