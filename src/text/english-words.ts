import { inflateRawSync } from 'node:zlib'
import { english } from './generated/english.js'

/** Takes some tenths of a second, which only a text with something misspelt has to wait for. */
function unpack(): ReadonlySet<string> {
  const words = new Set<string>()
  const coded = inflateRawSync(Buffer.from(english, 'base64')).toString('latin1')
  let word = ''
  for (const [, shared = 'A', rest = ''] of coded.matchAll(/([A-Z])([a-z]*)/g)) {
    word = word.slice(0, shared.charCodeAt(0) - 65) + rest
    words.add(word)
  }
  return words
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const words = once(unpack)

/** Whether a word in lower case is one of English. */
export const isEnglish = (word: string): boolean => words().has(word)
