import { expect, test } from 'vitest'
import { edit, findings, historyOf, paths, valid } from '../support/corpus.ts'
import { report } from '../support/found.ts'

const drills = { [paths.round]: valid.round, [paths.question]: valid.question }
const redirects = (text: string, published: string[] = []): string[] =>
  report({ [paths.redirects]: text, ...drills }, 'redirects', { published: { ids: published } })

test('renamed, split and retired ids that lead somewhere', () => {
  expect(
    redirects(
      'renamed:\n  old-one: voice-note-search\nsplit:\n  old-two: { ids: [voice-note-search, what-is-recall], reason: it was two questions }\nretired:\n  old-three: nobody asks this any more\n',
      ['old-one', 'old-two', 'old-three', 'what-is-recall'],
    ),
  ).toEqual([])
})

test('a target that is dead', () => {
  expect(redirects('renamed:\n  old-one: voice-notes-search\n  old-two: nothing-like-it\n')).toEqual([
    '2:12-2:30 «voice-notes-search» Unexpected target `voice-notes-search`, expected the id of a published drill; did you mean `voice-note-search`?',
    '3:12-3:27 «nothing-like-it» Unexpected target `nothing-like-it`, expected the id of a published drill',
  ])
  expect(
    redirects(
      'split:\n  old-two: { ids: [voice-note-search, what-is-recal], reason: it was two questions }\n',
    ),
  ).toEqual([
    '2:39-2:52 «what-is-recal» Unexpected target `what-is-recal`, expected the id of a published drill; did you mean `what-is-recall`?',
  ])
})

test('a draft is no target', () => {
  const draft = edit(valid.round, 'order: 1', 'status: draft')
  expect(
    report(
      { [paths.redirects]: 'renamed:\n  old-one: voice-note-search\n', [paths.round]: draft },
      'redirects',
    ),
  ).toEqual([
    '2:12-2:29 «voice-note-search» Unexpected target `voice-note-search`, expected the id of a published drill',
  ])
})

test('a deprecated drill is a target', () => {
  const deprecated = edit(valid.round, 'order: 1', 'status: deprecated')
  expect(
    report(
      { [paths.redirects]: 'renamed:\n  old-one: voice-note-search\n', [paths.round]: deprecated },
      'redirects',
    ),
  ).toEqual([])
})

test('a live id on the left', () => {
  expect(redirects('renamed:\n  voice-note-search: what-is-recall\n')).toEqual([
    '2:3-2:20 «voice-note-search» Unexpected redirect of the existing drill `voice-note-search`, expected an id that is gone',
  ])
  expect(redirects('retired:\n  what-is-recall: it is no longer asked\n')).toEqual([
    '2:3-2:17 «what-is-recall» Unexpected redirect of the existing drill `what-is-recall`, expected an id that is gone',
  ])
})

test('chains', () => {
  expect(redirects('renamed:\n  old-one: old-two\n  old-two: voice-note-search\n')).toEqual([
    '2:12-2:19 «old-two» Unexpected chain: `old-two` is redirected itself, expected its end: `voice-note-search`',
  ])
  expect(redirects('renamed:\n  old-one: old-two\nretired:\n  old-two: nobody asks this any more\n')).toEqual(
    [
      '2:12-2:19 «old-two» Unexpected chain: `old-two` is redirected itself, expected its end: its reason under `retired`',
    ],
  )
  expect(
    redirects(
      'renamed:\n  old-one: old-two\nsplit:\n  old-two: { ids: [voice-note-search, what-is-recall], reason: it was two questions }\n',
    ),
  ).toEqual([
    '2:12-2:19 «old-two» Unexpected chain: `old-two` is redirected itself, expected its end: `voice-note-search` and `what-is-recall`',
  ])
})

test('cycles', () => {
  expect(redirects('renamed:\n  old-one: old-one\n')).toEqual([
    '2:12-2:19 «old-one» Unexpected cycle: `old-one` leads back to itself through `old-one`, expected a drill that exists',
  ])
  expect(redirects('renamed:\n  old-one: old-two\n  old-two: old-one\n')).toEqual([
    '2:12-2:19 «old-two» Unexpected cycle: `old-one` leads back to itself through `old-two`, expected a drill that exists',
    '3:12-3:19 «old-one» Unexpected cycle: `old-two` leads back to itself through `old-one`, expected a drill that exists',
  ])
  expect(
    redirects(
      'renamed:\n  old-one: old-two\nsplit:\n  old-two: { ids: [voice-note-search, old-one], reason: it was two questions }\n',
    ),
  ).toEqual([
    '2:12-2:19 «old-two» Unexpected cycle: `old-one` leads back to itself through `old-two`, expected a drill that exists',
    '4:39-4:46 «old-one» Unexpected cycle: `old-two` leads back to itself through `old-one`, expected a drill that exists',
  ])
  expect(redirects('renamed:\n  before: old-one\n  old-one: old-two\n  old-two: old-one\n')).toEqual([
    '2:11-2:18 «old-one» Unexpected chain: `old-one` is redirected itself, expected its end: `old-two`',
    '3:12-3:19 «old-two» Unexpected cycle: `old-one` leads back to itself through `old-two`, expected a drill that exists',
    '4:12-4:19 «old-one» Unexpected cycle: `old-two` leads back to itself through `old-one`, expected a drill that exists',
  ])
})

test('the same id in two groups', () => {
  expect(
    redirects('renamed:\n  old-one: voice-note-search\nretired:\n  old-one: nobody asks this any more\n'),
  ).toEqual([
    '4:3-4:10 «old-one» Unexpected second redirect of `old-one`, expected one; it is also under `renamed`',
  ])
})

test('a published id that is gone', () => {
  expect(redirects('renamed: {}\n', ['old-one', 'what-is-recall'])).toEqual([
    '1:1-1:1 «» Unexpected missing redirect of the published id `old-one`, expected a line for it under `renamed`, `split` or `retired`: apps have stored it',
  ])
  expect(report(drills, 'redirects', { published: { ids: ['old-one'] } })).toEqual([
    'drills/redirects.yml 1:1-1:1 Unexpected missing redirect of the published id `old-one`, expected a line for it under `renamed`, `split` or `retired`: apps have stored it',
  ])
  expect(
    report({ [paths.round]: edit(valid.round, 'order: 1', 'status: draft') }, 'redirects', {
      published: { ids: ['voice-note-search'] },
    }),
  ).toEqual([
    'drills/redirects.yml 1:1-1:1 Unexpected missing redirect of the published id `voice-note-search`, expected a line for it under `renamed`, `split` or `retired`: apps have stored it',
  ])
})

test('nothing is concluded from redirects that can’t be read', () => {
  expect(redirects('renamed: [\n', ['old-one'])).toEqual([])
  expect(redirects('renamed:\n  Old One: x\n', ['old-one'])).toEqual([])
})

test('a long chain and a long cycle', () => {
  const chain = Array.from({ length: 2000 }, (_, at) => `  old-${at}: old-${at + 1}`).join('\n')
  expect(findings({ [paths.redirects]: `renamed:\n${chain}\n`, ...drills }, 'redirects')).toHaveLength(2000)
  const cycle = chain.replace('old-2000', 'old-0')
  expect(redirects(`renamed:\n${cycle}\n`).every((line) => line.includes('Unexpected cycle'))).toBe(true)
})

test('a published drill that can’t be read is broken, not gone', () => {
  const broken = { ...drills, [paths.round]: '---\nid: voice-note-search\n' }
  expect(report(broken, 'redirects', { published: { ids: ['voice-note-search'] } })).toEqual([])
})

const { published = '' } = historyOf(['voice-note-search'])

test.each<[string, string, string]>([
  [
    'a misspelt key',
    published.replace('"drills"', '"drils"'),
    '1:196-1:196 Unexpected missing key `drills`, expected a line `drills: …`',
  ],
  [
    'a drill without digests',
    published.replace('"digests":{"prompt":"1:a","text":"1:b","substance":"1:c"},', ''),
    '1:136-1:136 Unexpected missing key `digests` in `drills.voice-note-search`, expected a line `digests: …`',
  ],
  ['no JSON', '{"version": null,\n "drills": {', '2:13-2:13 Unexpected text, expected valid JSON'],
  ['YAML that is no JSON', 'version: null\ndrills: {}', '1:1-1:1 Unexpected text, expected valid JSON'],
  ['nothing', '', '1:1-1:1 Unexpected empty value, expected keys with values'],
])('a record of what was published that holds %s', (_, text, message) => {
  const found = report(drills, 'redirects', { history: { published: text, changes: '[]' } })
  const restore = 'restore `history/published.json` from the last release'
  expect(found).toEqual([`history/published.json ${message}; ${restore}`])
})

test('a record with more mistakes than a call takes arguments', () => {
  const text = `{${'a,'.repeat(130_000)}}`
  for (const hostile of [text, text.slice(-120_000)]) {
    const found = report(drills, 'redirects', { history: { published: hostile, changes: '[]' } })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^history\/published\.json 1:/)
  }
})

test('changes of another shape', () => {
  const changes = '[{ "version": "0.1.0", "changes": [{ "drill": "a", "kind": "renmaed", "fields": [] }] }]'
  expect(report(drills, 'redirects', { history: { published, changes } })).toEqual([
    'history/changes.json 1:60-1:69 Unexpected value `renmaed` of `0.changes.0.kind`, expected `added`, `changed`, `renamed`, `split`, `retired`, `removed` or `deprecated`; did you mean `renamed`, or restore `history/changes.json` from the last release?',
  ])
})

test('no history at all', () => {
  expect(report(drills, 'redirects', { history: { published: undefined, changes: undefined } })).toEqual([])
})
