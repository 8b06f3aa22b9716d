import { expect, test } from 'vitest'
import { edit, findings, paths, valid } from '../support/corpus.ts'
import { report } from '../support/found.ts'

const second = 'drills/rounds/zebra-counting.md'
const other = (id: string, title: string, order: number): string =>
  edit(
    edit(edit(valid.round, 'id: voice-note-search', `id: ${id}`), '# Voice note search', `# ${title}`),
    'order: 1',
    `order: ${order}`,
  )
const both = (text: string): string[] => report({ [second]: text, [paths.round]: valid.round }, 'unique')

test('the file that comes later is blamed, whatever the order of reading', () => {
  expect(both(other('voice-note-search', 'Zebra counting', 2))).toEqual([
    '2:5-2:22 «voice-note-search» Unexpected id `voice-note-search`, which `drills/rounds/voice-note-search.md` uses too, expected one of its own',
  ])
  expect(both(other('zebra-counting', 'Voice note search', 2))).toEqual([
    '10:1-10:20 «# Voice note search» Unexpected title `Voice note search`, which `drills/rounds/voice-note-search.md` uses too, expected one of its own',
  ])
  expect(both(other('zebra-counting', 'Zebra counting', 1))).toEqual([
    '4:8-4:9 «1» Unexpected order `1`, which `drills/rounds/voice-note-search.md` uses too, expected one of its own',
  ])
  expect(both(other('voice-note-search', 'Voice note search', 1))).toEqual([
    '2:5-2:22 «voice-note-search» Unexpected id `voice-note-search`, which `drills/rounds/voice-note-search.md` uses too, expected one of its own',
    '4:8-4:9 «1» Unexpected order `1`, which `drills/rounds/voice-note-search.md` uses too, expected one of its own',
    '10:1-10:20 «# Voice note search» Unexpected title `Voice note search`, which `drills/rounds/voice-note-search.md` uses too, expected one of its own',
  ])
})

test('the first place is related', () => {
  const found = findings(
    { [second]: other('voice-note-search', 'Voice note search', 1), [paths.round]: valid.round },
    'unique',
  )
  expect(
    found.flatMap(({ related = [] }) =>
      related.map(
        ({ file, line, column, endColumn, message }) => `${file} ${line}:${column}-${endColumn} ${message}`,
      ),
    ),
  ).toEqual([
    'drills/rounds/voice-note-search.md 2:5-22 first used here',
    'drills/rounds/voice-note-search.md 4:8-9 first used here',
    'drills/rounds/voice-note-search.md 10:1-20 first used here',
  ])
})

test('titles are compared as readers see them', () => {
  expect(both(other('zebra-counting', 'voice  NOTE `search`!', 2))).toEqual([
    '10:1-10:24 «# voice  NOTE `search`!» Unexpected title `voice NOTE search!`, which `drills/rounds/voice-note-search.md` uses too, expected one of its own',
  ])
  expect(both(other('zebra-counting', 'Voice notes search', 2))).toEqual([])
})

test('a pinned order is unique within a kind', () => {
  expect(report({ [paths.incident]: valid.incident, [paths.round]: valid.round }, 'unique')).toEqual([])
})

test('an id is unique over all kinds', () => {
  const file = 'drills/questions/voice-note-search.md'
  expect(
    report(
      {
        [paths.round]: valid.round,
        [file]: edit(valid.question, 'id: what-is-recall', 'id: voice-note-search'),
      },
      'unique',
    ),
  ).toEqual([
    '2:5-2:22 «voice-note-search» Unexpected id `voice-note-search`, which `drills/questions/voice-note-search.md` uses too, expected one of its own',
  ])
})

test('three with one title are two findings; titles without words are not compared', () => {
  const third = 'drills/rounds/zz-top.md'
  const texts = {
    [paths.round]: valid.round,
    [second]: other('zebra-counting', 'Voice note search', 2),
    [third]: other('zz-top', 'Voice note search', 3),
  }
  expect(findings(texts, 'unique').map(({ file }) => file)).toEqual([second, third])
  expect(
    report({ [second]: other('zebra-counting', '???', 2), [third]: other('zz-top', '!!!', 3) }, 'unique'),
  ).toEqual([])
})

test('a drill without valid front matter is known by its file name', () => {
  const text = edit(other('x', 'Zebra counting', 2), 'difficulty: core', 'difficulty: hard')
  const file = 'drills/questions/voice-note-search.md'
  expect(report({ [file]: text, [paths.round]: valid.round }, 'unique')).toEqual([
    'drills/rounds/voice-note-search.md 2:5-2:22 «voice-note-search» Unexpected id `voice-note-search`, which `drills/questions/voice-note-search.md` uses too, expected one of its own',
  ])
})
