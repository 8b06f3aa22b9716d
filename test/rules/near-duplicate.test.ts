import { expect, test } from 'vitest'
import { edit, findings, paths, valid } from '../support/corpus.ts'
import { report } from '../support/found.ts'

const second = 'drills/rounds/zebra-counting.md'
const prompt = 'A note-taking app wants people to find what they once said. Design it.'
const other = (words: string, order = 'order: 2'): string =>
  edit(
    edit(
      edit(
        edit(valid.round, 'id: voice-note-search', 'id: zebra-counting'),
        '# Voice note search',
        '# Zebra counting',
      ),
      'order: 1',
      order,
    ),
    prompt,
    words,
  )
const both = (text: string, loop = valid.loop): string[] =>
  report({ [second]: text, [paths.round]: valid.round, [paths.loop]: loop }, 'near-duplicate')

test('two prompts that say nearly the same: the later file is blamed', () => {
  expect(both(other(prompt))).toEqual([
    '12:1-12:10 «## Prompt» Unexpected prompt that shares 100 % of its three-word runs with `voice-note-search`, expected less than 50 %; make it a follow-up there, or another situation',
  ])
  expect(both(other('A note-taking app wants people to find what they once wrote. Design it.'))).toEqual([
    '12:1-12:10 «## Prompt» Unexpected prompt that shares 57 % of its three-word runs with `voice-note-search`, expected less than 50 %; make it a follow-up there, or another situation',
  ])
  const [found] = findings({ [second]: other(prompt), [paths.round]: valid.round }, 'near-duplicate')
  expect(found?.related).toEqual([
    {
      line: 12,
      column: 1,
      endLine: 12,
      endColumn: 10,
      file: 'drills/rounds/voice-note-search.md',
      message: 'the other prompt',
    },
  ])
})

test('case, punctuation and marks do not hide it', () => {
  expect(
    both(other('a **note-taking** app wants people, to find what they `once` said – design it!')),
  ).toEqual([
    '12:1-12:10 «## Prompt» Unexpected prompt that shares 100 % of its three-word runs with `voice-note-search`, expected less than 50 %; make it a follow-up there, or another situation',
  ])
})

test('the threshold is data, and reaching it is too much', () => {
  const words = 'A note-taking app wants people to find a phrase. Count it.'
  expect(both(other(words))).toEqual([])
  const share = (value: number): string => edit(valid.loop, 'duplicateShare: 0.5', `duplicateShare: ${value}`)
  expect(both(other(words), share(0.25))).toEqual([
    '12:1-12:10 «## Prompt» Unexpected prompt that shares 33 % of its three-word runs with `voice-note-search`, expected less than 25 %; make it a follow-up there, or another situation',
  ])
  expect(both(other(words), share(0.34))).toEqual([])
})

test('short and empty prompts have nothing to compare', () => {
  expect(
    report(
      { [second]: other('Design it.'), [paths.round]: edit(valid.round, prompt, 'Design it.') },
      'near-duplicate',
    ),
  ).toEqual([])
})

test('an exception of the blamed drill silences it', () => {
  expect(
    both(other(prompt, 'exceptions: [{ rule: near-duplicate, reason: another kind of animal }]')),
  ).toEqual([])
})
