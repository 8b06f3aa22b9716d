import { expect, test } from 'vitest'
import { paths, valid } from '../support/corpus.ts'
import { report } from '../support/found.ts'

test('a file that can’t be read is a finding about that file, and the others go on', () => {
  expect(
    report({
      [paths.round]: { failure: 'no permission to read it' },
      [paths.question]: valid.question.replace('core', 'hard'),
    }),
  ).toEqual([
    'drills/questions/what-is-recall.md 4:13-4:17 «hard» schema: Unexpected value `hard` of `difficulty`, expected `core`, `advanced` or `expert`',
    '1:1-1:1 read: Unexpected no permission to read it, expected a regular file that can be read',
  ])
  expect(report({ [paths.round]: { failure: 'a folder' } })).toEqual([
    '1:1-1:1 read: Unexpected a folder, expected a regular file that can be read',
  ])
})

test('an unreadable definition document stops what depends on it', () => {
  expect(
    report({
      [paths.rubric]: { failure: 'no permission to read it' },
      [paths.round]: valid.round.replace('core', 'hard'),
    }),
  ).toEqual([
    'drills/practice-loop.md 94:213-94:232 «[rubric](rubric.md)» link-targets: Unexpected link target `drills/rubric.md`, expected a file that exists',
    'drills/rounds/voice-note-search.md 5:13-5:17 «hard» schema: Unexpected value `hard` of `difficulty`, expected `core`, `advanced` or `expert`',
    'drills/rounds/voice-note-search.md 21:26-21:115 «[70 % of all notes are in English and l…» link-targets: Unexpected link target `drills/rubric.md`, expected a file that exists',
    'drills/rounds/voice-note-search.md 36:20-36:114 «[recall at 10 above 85 % on every slice…» link-targets: Unexpected link target `drills/rubric.md`, expected a file that exists',
    'drills/rounds/voice-note-search.md 44:19-44:132 «[we log latency and result counts with …» link-targets: Unexpected link target `drills/rubric.md`, expected a file that exists',
    'drills/rounds/voice-note-search.md 46:17-46:130 «[when empty results exceed 9 % for 15 m…» link-targets: Unexpected link target `drills/rubric.md`, expected a file that exists',
    'drills/rounds/voice-note-search.md 49:17-49:123 «[every confirmed missed note becomes a …» link-targets: Unexpected link target `drills/rubric.md`, expected a file that exists',
    'drills/rounds/voice-note-search.md 53:52-53:152 «[streaming costs 3 times the GPU time a…» link-targets: Unexpected link target `drills/rubric.md`, expected a file that exists',
    '1:1-1:1 definitions: Unexpected missing rubric, expected a readable file `drills/rubric.md` with criteria',
    '1:1-1:1 read: Unexpected no permission to read it, expected a regular file that can be read',
  ])
  expect(
    report({ [paths.loop]: { failure: 'no permission to read it' }, [paths.round]: valid.round }),
  ).toEqual(['1:1-1:1 read: Unexpected no permission to read it, expected a regular file that can be read'])
  expect(report({ [paths.redirects]: { failure: 'a symbolic link' }, [paths.round]: valid.round })).toEqual([
    '1:1-1:1 read: Unexpected a symbolic link, expected a regular file that can be read',
  ])
})
