import { expect, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { report } from '../support/found.ts'

const drills = { [paths.round]: valid.round, [paths.question]: valid.question }

const redirects = (
  text: string | undefined,
  criteria: Readonly<Record<string, readonly string[]>> = {},
  files: Readonly<Record<string, string | undefined>> = {},
): string[] =>
  report({ [paths.redirects]: text, ...drills, ...files }, 'redirects', {
    published: { ids: Object.keys(criteria), criteria },
  })

test('criteria that lead to one of their drill', () => {
  expect(
    redirects('criteria:\n  voice-note-search#old-index: index-goes-stale\n', {
      'voice-note-search': ['old-index', 'one-release-for-both'],
      'what-is-recall': ['share-of-queries'],
    }),
  ).toEqual([])
})

test('a target that is dead', () => {
  expect(
    redirects(
      'criteria:\n  voice-note-search#old-index: index-goes-stal\n  what-is-recall#old: index-goes-stale\n',
    ),
  ).toEqual([
    '2:32-2:47 «index-goes-stal» Unexpected target `index-goes-stal`, expected the id of a criterion of `voice-note-search`; did you mean `index-goes-stale`?',
    '3:23-3:39 «index-goes-stale» Unexpected target `index-goes-stale`, expected the id of a criterion of `what-is-recall`',
  ])
})

test('a live criterion on the left', () => {
  expect(redirects('criteria:\n  voice-note-search#index-goes-stale: one-release-for-both\n')).toEqual([
    '2:3-2:37 «voice-note-search#index-goes-stale» Unexpected redirect of the existing criterion `index-goes-stale`, expected one that is gone',
  ])
})

test('a chain and a cycle', () => {
  expect(
    redirects(
      'criteria:\n  what-is-recall#aaa: bbb\n  what-is-recall#bbb: share-of-queries\n  voice-note-search#xxx: yyy\n  voice-note-search#yyy: xxx\n  voice-note-search#zzz: zzz\n',
    ),
  ).toEqual([
    '2:23-2:26 «bbb» Unexpected chain: `bbb` is redirected itself, expected its end: `share-of-queries`',
    '4:26-4:29 «yyy» Unexpected cycle: `xxx` leads back to itself through `yyy`, expected a criterion that exists',
    '5:26-5:29 «xxx» Unexpected cycle: `yyy` leads back to itself through `xxx`, expected a criterion that exists',
    '6:26-6:29 «zzz» Unexpected cycle: `zzz` leads back to itself through `zzz`, expected a criterion that exists',
  ])
})

test('what leads into a cycle of others is a chain', () => {
  expect(
    redirects(
      'criteria:\n  what-is-recall#aaa: bbb\n  what-is-recall#bbb: ccc\n  what-is-recall#ccc: bbb\n',
    )[0],
  ).toBe('2:23-2:26 «bbb» Unexpected chain: `bbb` is redirected itself, expected its end: `ccc`')
})

test('a drill that is unknown, a draft, or has another id now', () => {
  const text =
    'renamed:\n  note-search: voice-note-search\ncriteria:\n  voice-notes-search#a: index-goes-stale\n  note-search#a: index-goes-stale\n  constructor#a: bbb\n'
  expect(redirects(text)).toEqual([
    '4:3-4:23 «voice-notes-search#a» Unexpected criterion of the unknown drill `voice-notes-search`, expected the id of a published drill; did you mean `voice-note-search`?',
    '5:3-5:16 «note-search#a» Unexpected old id `note-search` of a drill, expected the one that it has now: `voice-note-search`',
    '6:3-6:16 «constructor#a» Unexpected criterion of the unknown drill `constructor`, expected the id of a published drill',
  ])
  const draft = {
    [paths.question]: edit(valid.question, 'kind: question\n', 'kind: question\nstatus: draft\n'),
  }
  expect(redirects('criteria:\n  what-is-recall#a: share-of-queries\n', {}, draft)).toEqual([
    '2:3-2:19 «what-is-recall#a» Unexpected criterion of the unknown drill `what-is-recall`, expected the id of a published drill',
  ])
})

test('a drill that can’t be read is broken, not unknown', () => {
  const broken = { [paths.question]: '---\nid: what-is-recall\n' }
  expect(
    redirects('criteria:\n  what-is-recall#a: share-of-queries\n', { 'what-is-recall': ['b'] }, broken),
  ).toEqual([])
})

const missing = (key: string): string =>
  `Unexpected missing redirect of the published criterion \`${key}\`, expected a line for it under \`criteria\`: apps have stored verdicts on it`

test('a published criterion that is gone', () => {
  expect(redirects('renamed: {}\n', { 'voice-note-search': ['gone', 'index-goes-stale'] })).toEqual([
    `1:1-1:1 «» ${missing('voice-note-search#gone')}`,
  ])
  expect(redirects(undefined, { 'voice-note-search': ['gone'] })).toEqual([
    `1:1-1:1 ${missing('voice-note-search#gone')}`,
  ])
})

test('a drill that is gone takes its criteria with it', () => {
  expect(
    redirects('retired:\n  tapes: nobody records on them any more\n', { tapes: ['wow-and-flutter'] }),
  ).toEqual([])
})

test('criteria of a renamed drill are its own still', () => {
  const renamed = 'renamed:\n  note-search: voice-note-search\n'
  expect(redirects(renamed, { 'note-search': ['gone', 'index-goes-stale'] })).toEqual([
    `1:1-1:1 «» ${missing('voice-note-search#gone')}`,
  ])
  expect(
    redirects(`${renamed}criteria:\n  voice-note-search#gone: index-goes-stale\n`, {
      'note-search': ['gone'],
    }),
  ).toEqual([])
  // Of two drills that became one, the one that was there before keeps its own.
  expect(redirects(renamed, { 'note-search': ['gone'], 'voice-note-search': [] })).toEqual([])
})

test('a key of another shape is a finding of the schema', () => {
  const found = report(
    { [paths.redirects]: 'criteria:\n  voice-note-search: index-goes-stale\n', ...drills },
    'schema',
  )
  expect(found).toHaveLength(1)
})
