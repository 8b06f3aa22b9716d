import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import wordListPath from 'word-list'
import { isEnglish } from '../../src/text/english-words.ts'

const listed = readFileSync(wordListPath, 'utf8')
  .split('\n')
  .filter((word) => /^[a-z]{1,18}$/.test(word))

test('every word of the list is found, the first and the last too', () => {
  expect(listed.length).toBeGreaterThan(250_000)
  const some = listed.filter((_, at) => at % 7 === 0 || at === listed.length - 1)
  expect(some.filter((word) => !isEnglish(word))).toEqual([])
})

test('nothing else is', () => {
  const known = new Set(listed)
  const others = listed
    .filter((_, at) => at % 31 === 0)
    .flatMap((word) => [`${word}q`, word.slice(0, -1), `q${word}`, word.split('').reverse().join('')])
    .filter((word) => !known.has(word))
  expect(others.length).toBeGreaterThan(10_000)
  expect(others.filter(isEnglish)).toEqual([])
  expect(['', 'a1', 'A', 'Latency', 'ünter', '~', 'zzzzzz', 'aaaaaa'].filter(isEnglish)).toEqual([])
})
