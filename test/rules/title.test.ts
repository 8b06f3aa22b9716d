import { expect, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { ofQuestion, ofRound, report } from '../support/found.ts'

const title = (text: string): string[] => ofRound(edit(valid.round, '# Voice note search', text), 'title')

test('missing', () => {
  expect(title('')).toEqual([
    '12:1-12:1 «» Unexpected missing title, expected a line `# Title` below the front matter',
  ])
  expect(ofQuestion('---\nid: a\n---\n\nWords.\n', 'title')).toEqual([
    '1:1-1:1 «» Unexpected missing title, expected a line `# Title` below the front matter',
  ])
})

test('several, or in the wrong place', () => {
  expect(title('# Voice note search\n\n# Another')).toEqual([
    '12:1-12:10 «# Another» Unexpected second title `Another`, expected one; make it a heading of level 2 or take it out',
  ])
  expect(title('## Voice\n\n# Voice note search')).toEqual([
    '12:1-12:20 «# Voice note search» Unexpected title after other headings, expected `# Voice note search` as the first heading',
  ])
})

test('more than text and code', () => {
  expect(title('# Voice *note* search')).toEqual([
    '10:1-10:22 «# Voice *note* search» Unexpected formatting in the title `Voice note search`, expected only text and code',
  ])
  expect(title('# Voice [note](https://example.org) search')).toEqual([
    '10:1-10:43 «# Voice [note](https://example.org) sea…» Unexpected formatting in the title `Voice note search`, expected only text and code',
  ])
  expect(title('# Voice ![note](a.png)')).toEqual([
    '10:1-10:23 «# Voice ![note](a.png)» Unexpected formatting in the title `Voice note`, expected only text and code',
  ])
  expect(title('# Voice `note` search & more')).toEqual([])
  expect(title('Voice note search\n===')).toEqual([])
  expect(title('#')).toEqual(['10:1-10:2 «#» Unexpected empty title, expected words after `#`'])
})

test('definition documents and drafts', () => {
  expect(report({ [paths.rubric]: edit(valid.rubric, '# Rubric\n', '# *Rubric*\n') }, 'title')).toEqual([
    '120:1-120:11 «# *Rubric*» Unexpected formatting in the title `Rubric`, expected only text and code',
  ])
  expect(
    ofRound(edit(valid.round, '# Voice note search', '').replace('order: 1', 'status: draft'), 'title'),
  ).toEqual([
    '12:1-12:1 «» (warning) Unexpected missing title, expected a line `# Title` below the front matter',
  ])
})
