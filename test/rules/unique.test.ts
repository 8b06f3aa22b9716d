import { describe, expect, test } from 'vitest'
import { edit, findings, paths, publishedDrill, valid } from '../support/corpus.ts'
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
    '4:8-4:9 «1» Unexpected order `1`, which `drills/rounds/voice-note-search.md` uses too, expected one of its own, such as `2`',
  ])
  expect(both(other('voice-note-search', 'Voice note search', 1))).toEqual([
    '2:5-2:22 «voice-note-search» Unexpected id `voice-note-search`, which `drills/rounds/voice-note-search.md` uses too, expected one of its own',
    '4:8-4:9 «1» Unexpected order `1`, which `drills/rounds/voice-note-search.md` uses too, expected one of its own, such as `2`',
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

describe('the one that has a right to it is not blamed', () => {
  const first = 'drills/rounds/alphabet-soup.md'
  const alphabet = other('alphabet-soup', 'Alphabet soup', 1)

  test('a published drill, whatever the names', () => {
    const files = { [first]: alphabet, [paths.round]: valid.round }
    expect(report(files, 'unique', { published: { ids: ['voice-note-search'] } })).toEqual([
      '4:8-4:9 «1» Unexpected order `1`, which `drills/rounds/voice-note-search.md` uses too, expected one of its own, such as `2`',
    ])
    expect(report(files, 'unique', { published: { ids: ['alphabet-soup', 'voice-note-search'] } })).toEqual([
      'drills/rounds/voice-note-search.md 4:8-4:9 «1» Unexpected order `1`, which `drills/rounds/alphabet-soup.md` uses too, expected one of its own, such as `2`',
    ])
  })

  test('the file that is called like the id', () => {
    const files = { [first]: other('voice-note-search', 'Alphabet soup', 2), [paths.round]: valid.round }
    expect(report(files, 'unique')).toEqual([
      '2:5-2:22 «voice-note-search» Unexpected id `voice-note-search`, which `drills/rounds/voice-note-search.md` uses too, expected one of its own',
    ])
  })

  test('of two that bear a published id, the one that stands where it was published', () => {
    const moved = 'drills/incidents/voice-note-search.md'
    const published = JSON.stringify({
      version: '0.1.0',
      drills: { 'voice-note-search': { ...publishedDrill, path: paths.round } },
    })
    const files = {
      [moved]: edit(valid.incident, 'id: empty-search-results', 'id: voice-note-search'),
      [paths.round]: valid.round,
    }
    expect(report(files, 'unique', { history: { published, changes: '[]' } })).toEqual([
      '2:5-2:22 «voice-note-search» Unexpected id `voice-note-search`, which `drills/rounds/voice-note-search.md` uses too, expected one of its own',
    ])
  })
})

test('each gets a free order of its own', () => {
  const files = Object.fromEntries(
    ['a-one', 'b-two', 'c-three', 'd-four'].map((id, at) => [
      `drills/rounds/${id}.md`,
      other(id, id, at === 3 ? 3 : 1),
    ]),
  )
  expect(
    findings(files, 'unique').map(({ file, message }) => [file, /such as `(\d+)`/.exec(message)?.[1]]),
  ).toEqual([
    ['drills/rounds/b-two.md', '2'],
    ['drills/rounds/c-three.md', '4'],
  ])
})
