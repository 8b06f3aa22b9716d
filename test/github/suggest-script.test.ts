import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { type Answers, type Asked, forge, pull, run, token } from '../support/forge.ts'
import { root, temporary, writeFiles } from '../support/package.ts'
import { diffOf, head } from '../support/suggest.ts'
import { zip } from '../support/zip.ts'

const world = temporary('suggest')
afterAll(() => world.remove())

const file = 'drills/rounds/a.md'
const claim = JSON.stringify({ number: 7, head })
const artifact = zip([
  { name: 'fixes.diff', text: diffOf(file, '@@ -1 +1 @@\n-one\n+One') },
  { name: 'pull-request.json', text: claim },
])

const pulls = 'GET pulls?state=open&per_page=100&head=fork%3Afix%2Fa%26b%3Dc'
const answers: Answers = {
  [pulls]: [{ ...pull, number: 3, head: { ...pull.head, sha: 'cd'.repeat(20) } }, pull],
  'GET actions/runs/5/artifacts?name=fixes': { artifacts: [{ id: 11, expired: false }] },
  'GET pulls/7/files?per_page=100&page=1': [{ filename: file, patch: '@@ -0,0 +1 @@\n+one' }],
  'GET pulls/7/comments?per_page=100&page=1': [],
  'GET pulls/7': pull,
  'POST pulls/7/reviews': {},
}

interface Suggested {
  readonly code: number | null
  readonly log: string
  readonly asked: readonly Asked[]
}

/** Runs the script after a run of `lint`, with a forge that answers some things otherwise. */
async function suggest(more: Answers, stored: unknown = artifact, event: object = run): Promise<Suggested> {
  const store = await forge({ 'GET /store': stored })
  const api = await forge({ ...answers, 'GET actions/artifacts/11/zip': `${store.url}/store`, ...more })
  writeFiles(world.folder, { 'event.json': JSON.stringify({ workflow_run: event }) })
  const child = spawn(process.execPath, [path.join(root, 'scripts/suggest.mjs')], {
    cwd: world.folder,
    env: {
      GITHUB_API_URL: api.url,
      GITHUB_EVENT_PATH: path.join(world.folder, 'event.json'),
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_TOKEN: token,
    },
  })
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  api.close()
  store.close()
  expect(api.asked.every((each) => each.token)).toBe(true)
  expect(store.asked.some((each) => each.token)).toBe(false)
  return { code, log: stdout + stderr, asked: api.asked }
}

const posted = ({ asked }: Suggested): readonly Asked[] => asked.filter(({ what }) => what.startsWith('POST'))

test('posts the fixes of a run, in the pull request that has its head', async () => {
  const ran = await suggest({})
  expect([ran.code, ran.log]).toEqual([0, '1 suggestions posted, 0 fixes can’t be suggested here\n'])
  expect(posted(ran)).toEqual([
    {
      what: 'POST pulls/7/reviews',
      token: true,
      body: {
        commit_id: head,
        event: 'COMMENT',
        body: expect.stringContaining('Corrections'),
        comments: [{ path: file, line: 1, side: 'RIGHT', body: expect.stringContaining('\nOne\n') }],
      },
    },
  ])
})

test.each<[string, Answers, unknown, object, string]>([
  [
    'no pull request has the head any more',
    { [pulls]: [] },
    artifact,
    run,
    'no open pull request has this head any more',
  ],
  [
    'a branch of that name is in another fork',
    { [pulls]: [{ ...pull, head: { sha: head, repo: { id: 98 } } }] },
    artifact,
    run,
    'no open pull request has this head any more',
  ],
  [
    'the fork is gone',
    { [pulls]: [{ ...pull, head: { sha: head, repo: null } }] },
    artifact,
    run,
    'no open pull request has this head any more',
  ],
  [
    'several have it',
    { [pulls]: [pull, { ...pull, number: 8 }] },
    artifact,
    run,
    'several pull requests have this head',
  ],
  [
    'it moves on meanwhile',
    { 'GET pulls/7': { ...pull, head: { sha: 'cd'.repeat(20) } } },
    artifact,
    run,
    'the pull request has moved on',
  ],
  [
    'the run leaves nothing',
    { 'GET actions/runs/5/artifacts?name=fixes': { artifacts: [{ id: 11, expired: true }] } },
    artifact,
    run,
    'the run has left no fixes',
  ],
  ['the run is for something else', {}, artifact, { ...run, event: 'push' }, 'no run for a pull request'],
  [
    'nothing can be suggested',
    { 'GET pulls/7/files?per_page=100&page=1': [] },
    artifact,
    run,
    '0 suggestions posted, 1 fixes can’t be suggested here',
  ],
])('posts nothing when %s', async (_, more, stored, event, log) => {
  const ran = await suggest(more, stored, event)
  expect([ran.code, ran.log, posted(ran)]).toEqual([0, `${log}\n`, []])
})

test.each<[string, Answers, unknown, string]>([
  ['the artifact is large', {}, Buffer.alloc(1024 * 1024 + 1), 'the artifact is too large'],
  ['the artifact is no zip file', {}, Buffer.from('::error::x'), 'no zip file'],
  [
    'the artifact is of another pull request',
    {},
    zip([{ name: 'pull-request.json', text: claim.replace('7', '1') }]),
    'the artifact is of another pull request, or of another commit',
  ],
  [
    'there are two artifacts',
    { 'GET actions/runs/5/artifacts?name=fixes': { artifacts: [{ id: 11 }, { id: 12 }] } },
    artifact,
    'the run has several artifacts of that name',
  ],
  ['the store refuses', {}, 403, 'the store of artifacts answers 403'],
  ['the API refuses', { [pulls]: 500 }, artifact, 'the API answers 500 to pulls'],
])('fails and shows nothing of it when %s', async (_, more, stored, message) => {
  const ran = await suggest(more, stored)
  expect([ran.code, ran.log, posted(ran)]).toEqual([1, `suggest: ${message}\n`, []])
})

test('says so when the review is refused', async () => {
  const ran = await suggest({ 'POST pulls/7/reviews': 422 })
  expect([ran.code, ran.log]).toEqual([1, 'suggest: the API answers 422 to pulls/7/reviews\n'])
})
