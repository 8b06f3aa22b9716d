// Packs a list of English words into a module. It is part of every build, not of the repository.
import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import wordListPath from 'word-list'
import { root } from './schema-sets.mjs'

/** A longer word is near no name. */
const mostLetters = 18

/** Words from one that is written whole to the next: enough to share letters, few enough to search one by one. */
const block = 32

/** Each word as a capital, which says how many letters it shares with the one before it (A none, B one), and the rest. */
function frontCoded(words) {
  let previous = ''
  return words
    .map((word, index) => {
      let shared = 0
      while (index % block > 0 && shared < previous.length && previous[shared] === word[shared]) shared += 1
      previous = word
      return String.fromCharCode(65 + shared) + word.slice(shared)
    })
    .join('')
}

/** Writes `english.js` where it differs. */
export async function writeWords() {
  const file = path.join(root, 'src/text/generated/english.js')
  const all = (await readFile(wordListPath, 'utf8')).split('\n')
  const words = all.filter((word) => /^[a-z]+$/.test(word) && word.length <= mostLetters).sort()
  const text = `export const english = '${frontCoded(words)}'\n`
  if ((await readFile(file, 'utf8').catch(() => undefined)) === text) return
  // Another build may be reading it.
  const fresh = `${file}.${process.pid}`
  await writeFile(fresh, text)
  await rename(fresh, file)
}
