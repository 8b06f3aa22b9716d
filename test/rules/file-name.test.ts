import { expect, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { report } from '../support/found.ts'

const named = (file: string, text: string = valid.round): string[] => report({ [file]: text }, 'file-name')

test('id and file name', () => {
  expect(named('drills/rounds/voice-search.md')).toEqual([
    '2:5-2:22 «voice-note-search» Unexpected id `voice-note-search` in a file named `voice-search.md`, expected the file name `voice-note-search.md` or the id `voice-search`',
  ])
  expect(named(paths.round, edit(valid.round, 'id: voice-note-search', 'id: voice-search'))).toEqual([
    '2:5-2:17 «voice-search» Unexpected id `voice-search` in a file named `voice-note-search.md`, expected the file name `voice-search.md` or the id `voice-note-search`',
  ])
  expect(named('drills/rounds/Voice-Note-Search.md')).toEqual([
    '2:5-2:22 «voice-note-search» Unexpected id `voice-note-search` in a file named `Voice-Note-Search.md`, expected the file name `voice-note-search.md`',
  ])
  expect(named('drills/rounds/voice notes (2).md')).toEqual([
    '2:5-2:22 «voice-note-search» Unexpected id `voice-note-search` in a file named `voice notes (2).md`, expected the file name `voice-note-search.md`',
  ])
})

test('kind and folder', () => {
  expect(named('drills/incidents/voice-note-search.md')).toEqual([
    '3:7-3:12 «round» Unexpected kind `round` in `drills/incidents/`, expected `kind: incident` here, or the file in `drills/rounds/`',
  ])
  expect(named(paths.round, edit(valid.round, 'kind: round', 'kind: question'))).toEqual([
    '3:7-3:15 «question» Unexpected kind `question` in `drills/rounds/`, expected `kind: round` here, or the file in `drills/questions/`',
  ])
})

test('of a kind and a folder that disagree, the one that the headings fit is taken: nothing else is told', () => {
  expect(report({ [paths.question]: edit(valid.question, 'kind: question', 'kind: round') })).toEqual([
    '3:7-3:12 «round» file-name: Unexpected kind `round` in `drills/questions/`, expected `kind: question` here, or the file in `drills/rounds/`',
  ])
  const moved = paths.question.replace('questions', 'rounds')
  expect(report({ [moved]: valid.question })).toEqual([
    '3:7-3:15 «question» file-name: Unexpected kind `question` in `drills/rounds/`, expected `kind: round` here, or the file in `drills/questions/`',
  ])
})

test('folders that hold no drills', () => {
  expect(named('drills/voice-note-search.md')).toEqual([
    '3:7-3:12 «round» Unexpected drill in `drills/`, expected it in `drills/rounds/`',
  ])
  expect(named('drills/rounds/old/voice-note-search.md')).toEqual([
    '3:7-3:12 «round» Unexpected drill in `drills/rounds/old/`, expected it in `drills/rounds/`',
  ])
  expect(named('drills/other/voice-note-search.md')).toEqual([
    '3:7-3:12 «round» Unexpected drill in `drills/other/`, expected it in `drills/rounds/`',
  ])
  expect(named('drills/other/voice-note-search.md', '# No front matter\n\n## Prompt\n')).toEqual([
    '1:1-1:1 «» Unexpected drill in `drills/other/`, expected it in `drills/rounds/`, `drills/incidents/` or `drills/questions/`',
  ])
})

test('file extension', () => {
  expect(named('drills/rounds/voice-note-search.markdown')).toEqual([
    '1:1-1:1 «» Unexpected file extension `.markdown`, expected `.md`',
  ])
  expect(named('drills/rounds/voice-note-search.MD')).toEqual([
    '1:1-1:1 «» Unexpected file extension `.MD`, expected `.md`',
  ])
})

test('without valid front matter the folder decides', () => {
  expect(named(paths.round, edit(valid.round, 'kind: round', 'kind: wrong'))).toEqual([])
})
