import { describe, expect, test } from 'vitest'
import type { PublishedRedirects } from '../../src/model/generated/history/published.ts'
import type { Changes } from '../../src/model/generated/published/changes.ts'
import { edit, type Files, historyOf, paths, valid } from '../support/corpus.ts'
import { report } from '../support/found.ts'

const drills: Files = {
  [paths.round]: valid.round,
  [paths.incident]: valid.incident,
  [paths.question]: valid.question,
}

interface Past {
  readonly ids?: readonly string[]
  readonly criteria?: Readonly<Record<string, readonly string[]>>
  readonly redirects?: Partial<PublishedRedirects>
  readonly changes?: Changes
}

const past = ({ ids = [], criteria = {}, redirects, changes = [] }: Past) => ({
  ...historyOf([...ids, ...Object.keys(criteria)], criteria, redirects),
  changes: JSON.stringify(changes),
})

const found = (text: string | undefined, history: Past, files: Files = {}): string[] =>
  report({ [paths.redirects]: text, ...drills, ...files }, 'redirects', { history: past(history) })

const reason = 'the recorder is no longer sold'
const stored = 'apps have stored it'
const forOther = 'expected one that no drill has had: apps have stored it for the other drill'
const follows = 'a redirect that was published only follows its target'

describe('an id that ended in an earlier version and is a drill’s again', () => {
  test.each<[string, Past, string]>([
    ['retired', { redirects: { retired: { 'voice-note-search': reason } } }, 'was retired'],
    [
      'renamed',
      { redirects: { renamed: { 'voice-note-search': 'what-is-recall' } } },
      'was renamed to `what-is-recall`',
    ],
    [
      'split',
      {
        redirects: {
          split: { 'voice-note-search': { ids: ['what-is-recall', 'empty-search-results'], reason } },
        },
      },
      'was split into `what-is-recall` and `empty-search-results`',
    ],
    [
      'retired, by the changes alone',
      {
        changes: [
          { version: '1.1.0', changes: [{ drill: 'voice-note-search', kind: 'retired', fields: ['id'] }] },
        ],
      },
      'was retired',
    ],
  ])('%s', (_, history, fate) => {
    const line = `${paths.round} 2:5-2:22 «voice-note-search» Unexpected id \`voice-note-search\`, which ${fate} in a published version, ${forOther}`
    expect(found('renamed: {}\n', history)).toEqual([line])
    expect(found(undefined, history)).toEqual([line])
    // Nor is it better as a draft, or with its redirect still there.
    const draft = edit(valid.round, 'order: 1', 'status: draft')
    expect(found('renamed: {}\n', history, { [paths.round]: draft })).toEqual([line])
    expect(found(`retired:\n  voice-note-search: ${reason}\n`, history)).toEqual([line])
  })

  test('what a live drill is renamed to', () => {
    expect(
      found('renamed:\n  spoken-notes: voice-note-search\n', {
        ids: ['spoken-notes'],
        redirects: { retired: { 'voice-note-search': reason } },
      }),
    ).toEqual([
      `${paths.round} 2:5-2:22 «voice-note-search» Unexpected id \`voice-note-search\`, which was retired in a published version, ${forOther}`,
    ])
  })

  test('a drill that is live in the last version is the same drill, whatever came before', () => {
    expect(
      found(undefined, {
        ids: ['voice-note-search'],
        changes: [
          { version: '1.1.0', changes: [{ drill: 'voice-note-search', kind: 'removed', fields: ['id'] }] },
        ],
      }),
    ).toEqual([])
    expect(
      found(undefined, {
        changes: [
          { version: '1.1.0', changes: [{ drill: 'voice-note-search', kind: 'removed', fields: ['id'] }] },
        ],
      }),
    ).toEqual([])
  })
})

test('redirects that were published and are gone, with the lines to restore', () => {
  const history: Past = {
    redirects: {
      renamed: { 'tape-search': 'voice-note-search', 'reel-search': 'tape-search' },
      split: { 'all-metrics': { ids: ['what-is-recall', 'empty-search-results'], reason } },
      retired: { 'wax-cylinders': reason },
    },
    changes: [{ version: '1.1.0', changes: [{ drill: 'long-gone', kind: 'removed', fields: ['id'] }] }],
  }
  const lost = (id: string, line: string): string =>
    `1:1-1:1 Unexpected missing redirect of the published id \`${id}\`, expected ${line}: ${stored}`
  expect(found(undefined, history)).toEqual([
    lost('all-metrics', 'its line under `split`, with `what-is-recall` and `empty-search-results`'),
    lost('long-gone', 'a line for it under `renamed`, `split` or `retired`'),
    lost('reel-search', 'the line `reel-search: voice-note-search` under `renamed`'),
    lost('tape-search', 'the line `tape-search: voice-note-search` under `renamed`'),
    lost('wax-cylinders', 'its line under `retired`'),
  ])
})

describe('a redirect that was published follows its target', () => {
  const b: Past = { ids: ['voice-note-search'], redirects: { renamed: { a1b: 'tape-search' } } }

  test.each<[string, string, Past]>([
    [
      'unchanged',
      'renamed:\n  a1b: voice-note-search\n',
      { redirects: { renamed: { a1b: 'voice-note-search' } } },
    ],
    ['to its new name', 'renamed:\n  a1b: voice-note-search\n  tape-search: voice-note-search\n', b],
    [
      'over several versions, by the changes alone',
      'renamed:\n  aaa: voice-note-search\n  bbb: voice-note-search\n',
      {
        changes: [
          {
            version: '1.2.0',
            changes: [{ drill: 'bbb', kind: 'renamed', fields: ['id'], to: ['voice-note-search'] }],
          },
          { version: '1.1.0', changes: [{ drill: 'aaa', kind: 'renamed', fields: ['id'], to: ['bbb'] }] },
        ],
      },
    ],
    [
      'to the drills that it was split into',
      `split:\n  a1b: { ids: [what-is-recall, voice-note-search], reason: ${reason} }\n  tape-search: { ids: [voice-note-search, what-is-recall], reason: ${reason} }\n`,
      b,
    ],
    ['to its end', `retired:\n  a1b: ${reason}\n  tape-search: ${reason}\n`, b],
    [
      'with another reason',
      'retired:\n  wax: nobody sells these recorders now\n',
      { redirects: { retired: { wax: reason } } },
    ],
    [
      'to a new name of one part, and the end of another',
      `renamed:\n  part-one: voice-note-search\n  both-of-it: voice-note-search\nretired:\n  part-two: ${reason}\n`,
      { redirects: { split: { 'both-of-it': { ids: ['part-one', 'part-two'], reason } } } },
    ],
  ])('%s', (_, text, history) => {
    expect(found(text, history)).toEqual([])
  })

  test.each<[string, string, Past, string]>([
    [
      'a rename to another drill',
      'renamed:\n  old-one: what-is-recall\n',
      { redirects: { renamed: { 'old-one': 'voice-note-search' } } },
      '2:12-2:26 «what-is-recall» Unexpected target `what-is-recall` of the published id `old-one`, which was renamed to `voice-note-search`, expected the line `old-one: voice-note-search` under `renamed`',
    ],
    [
      'a rename that is ended',
      `retired:\n  old-one: ${reason}\n`,
      { redirects: { renamed: { 'old-one': 'voice-note-search' } } },
      `2:12-2:${12 + reason.length} «${reason}» Unexpected retirement of the published id \`old-one\`, which was renamed to \`voice-note-search\`, expected the line \`old-one: voice-note-search\` under \`renamed\``,
    ],
    [
      'a retired id that leads to a drill',
      'renamed:\n  old-one: what-is-recall\n',
      { redirects: { retired: { 'old-one': reason } } },
      '2:12-2:26 «what-is-recall» Unexpected target `what-is-recall` of the published id `old-one`, which was retired, expected its line under `retired`',
    ],
    [
      'a split that loses a part which lives',
      'renamed:\n  old-one: what-is-recall\n',
      { redirects: { split: { 'old-one': { ids: ['what-is-recall', 'voice-note-search'], reason } } } },
      '2:12-2:26 «what-is-recall» Unexpected target `what-is-recall` of the published id `old-one`, which was split into `what-is-recall` and `voice-note-search`, expected its line under `split`, with `what-is-recall` and `voice-note-search`',
    ],
  ])('not %s', (_, text, history, message) => {
    expect(found(text, history)).toEqual([`${message}: ${follows}`])
  })

  test('a chain is told once', () => {
    expect(found('renamed:\n  a1b: tape-search\n  tape-search: voice-note-search\n', b)).toEqual([
      '2:8-2:19 «tape-search» Unexpected chain: `tape-search` is redirected itself, expected its end: `voice-note-search`',
    ])
  })
})

test('a draft under an id that is redirected', () => {
  const draft = edit(valid.round, 'order: 1', 'status: draft')
  expect(
    found(
      `retired:\n  voice-note-search: ${reason}\n`,
      { ids: ['voice-note-search'] },
      { [paths.round]: draft },
    ),
  ).toEqual([
    '2:3-2:20 «voice-note-search» Unexpected redirect of `voice-note-search`, which a draft bears, expected a draft with an id of its own: an id that is redirected is never a drill’s again',
  ])
})

describe('criteria', () => {
  const key = 'voice-note-search#old-index'
  const verdicts = 'apps have stored verdicts on it'
  const published = (to: string): Past => ({ redirects: { criteria: { [key]: to } } })

  test('a redirect that is gone', () => {
    expect(found(undefined, published('index-goes-stale'))).toEqual([
      `1:1-1:1 Unexpected missing redirect of the published criterion \`${key}\`, expected the line \`${key}: index-goes-stale\` under \`criteria\`: ${verdicts}`,
    ])
  })

  test('a redirect that leads elsewhere', () => {
    expect(found(`criteria:\n  ${key}: one-release-for-both\n`, published('index-goes-stale'))).toEqual([
      `2:32-2:52 «one-release-for-both» Unexpected target \`one-release-for-both\` of the published criterion \`${key}\`, which was renamed to \`index-goes-stale\`, expected \`index-goes-stale\`: ${follows}`,
    ])
    expect(
      found(
        `criteria:\n  ${key}: index-goes-stale\n  voice-note-search#aged-index: index-goes-stale\n`,
        published('aged-index'),
      ),
    ).toEqual([])
  })

  test('a name that is a criterion’s again, with and without its redirect', () => {
    const line = `${paths.round} 2:5-2:22 «voice-note-search» Unexpected criterion \`index-goes-stale\`, which was renamed to \`one-release-for-both\` in a published version, expected a name that no criterion of the drill has had: ${verdicts}`
    const history: Past = {
      redirects: { criteria: { 'voice-note-search#index-goes-stale': 'one-release-for-both' } },
    }
    expect(found(undefined, history)).toEqual([line])
    expect(found('criteria:\n  voice-note-search#index-goes-stale: one-release-for-both\n', history)).toEqual(
      [line],
    )
  })

  test('those of a drill that is renamed bear its new id; those of one that went went with it', () => {
    const before: Past = {
      criteria: { 'spoken-notes': ['index-goes-stale', 'one-release-for-both'] },
      redirects: { criteria: { 'spoken-notes#old-index': 'index-goes-stale' } },
    }
    const renamed = 'renamed:\n  spoken-notes: voice-note-search\n'
    expect(found(`${renamed}criteria:\n  ${key}: index-goes-stale\n`, before)).toEqual([])
    expect(found(renamed, before)).toEqual([
      `1:1-1:1 «» Unexpected missing redirect of the published criterion \`${key}\`, expected the line \`${key}: index-goes-stale\` under \`criteria\`: ${verdicts}`,
    ])
    expect(found(`retired:\n  spoken-notes: ${reason}\n`, before)).toEqual([])
  })
})
