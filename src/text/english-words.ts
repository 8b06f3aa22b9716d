import { english } from './generated/english.js'

/** Stands before a word that is written whole; other capitals say how many letters are those of the word before. */
const whole = 'A'

/** The block of a packed list that a word is in, if it is in any: a word that is written whole, and those up to the next. */
function blockAround(list: string, word: string): string {
  let [low, high] = [0, list.length]
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    const start = list.indexOf(whole, middle)
    const first = start === -1 ? '' : (/[a-z]*/y.exec(list.slice(start + 1, start + 32))?.[0] ?? '')
    if (start === -1 || start >= high || first > word) high = middle
    else low = start
  }
  const end = list.indexOf(whole, low + 1)
  return list.slice(low, end === -1 ? undefined : end)
}

function isListed(list: string, word: string): boolean {
  let each = ''
  for (const [, shared = whole, rest = ''] of blockAround(list, word).matchAll(/([A-Z])([a-z]*)/g)) {
    each = each.slice(0, shared.charCodeAt(0) - whole.charCodeAt(0)) + rest
    if (each === word) return true
  }
  return false
}

/**
 * Whether a word in lower case is one of English. The list is searched as it is packed: nothing is read before, nothing
 * kept. It is named only here, since a bundler repeats a constant wherever it is named.
 */
export const isEnglish = (word: string): boolean => isListed(english, word)
