import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { edit, paths, valid } from '../support/corpus.ts'
import { commit, git } from '../support/git.ts'
import { root, temporary, writeCorpus, writeFiles } from '../support/package.ts'
import { incidentSamples, roundSamples } from '../support/samples.ts'
import { suggestScripts } from '../support/suggest.ts'

const world = temporary('pull-request')
const repository = path.join(world.folder, 'repository')
afterAll(() => world.remove())

/** What the workflow needs of this repository; the drills are fixtures. */
const toolchain = [
  'package.json',
  'package-lock.json',
  'bin',
  'docs',
  'schemas',
  'scripts',
  'site/build',
  'site/scripts',
  'src',
  'LICENSE',
  'LICENSE-CONTENT',
  '.github',
]

beforeAll(() => {
  for (const name of toolchain)
    cpSync(path.join(root, name), path.join(repository, name), { recursive: true })
  writeFiles(repository, { '.gitignore': 'node_modules\nlib\nlib.tmp\n', '.changeset/README.md': 'text' })
  const manifest = readFileSync(path.join(root, 'package.json'), 'utf8')
  writeCorpus(repository, { 'package.json': manifest, ...roundSamples(), ...incidentSamples() })
  commit(repository)
  symlinkSync(path.join(root, 'node_modules'), path.join(repository, 'node_modules'))
})

const expression = (name: string): string => `\${{ ${name} }}`

interface Simulated {
  readonly status: number | null
  readonly steps: Readonly<Record<string, string>>
  readonly summary: string
  readonly output: string
}

/** Simulates a pull request that changes some files, and gives what each step printed. */
function simulate(name: string, files: Readonly<Record<string, string>>): Simulated {
  git(repository, 'checkout', '--quiet', '-B', name, 'main')
  commit(repository, files)
  const output = path.join(world.folder, name)
  const script = path.join(repository, 'scripts/simulate-pull-request.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--output', output], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: world.folder, GITHUB_TOKEN: 'secret-of-this-machine' },
  })
  expect(stdout + stderr).not.toContain('secret-of-this-machine')
  const steps = stdout
    .split('\n— ')
    .slice(1)
    .map((part) => [part.split('\n', 1)[0] ?? '', part.slice(part.indexOf('\n') + 1).trim()])
  return {
    status,
    steps: Object.fromEntries(steps),
    summary: readFileSync(path.join(output, 'summary.md'), 'utf8'),
    output,
  }
}

const failed = ({ steps }: Simulated): string[] =>
  Object.keys(steps).filter((name) => steps[name]?.endsWith(`(failed: ${name})`))

test('a pull request with an error', () => {
  const ran = simulate('broken', { [paths.round]: edit(valid.round, 'difficulty: core', 'difficulty: hard') })
  expect(ran.status).toBe(1)
  expect(failed(ran)).toContain('findings')
  expect(ran.steps['findings']).toMatch(
    /^::error file=drills\/rounds\/voice-note-search\.md,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=schema::/m,
  )
  expect(ran.summary).toContain('### drills lint: 1 error and 0 warnings in 1 file\n')
})

describe('a pull request that changes what apps get', () => {
  let ran: Simulated
  beforeAll(() => {
    ran = simulate('changed', { [paths.round]: edit(valid.round, 'difficulty: core', 'difficulty: expert') })
  })

  test('needs a changeset, and says so', () => {
    expect(failed(ran)).toEqual(['the declared bump is large enough'])
    expect(ran.status).toBe(1)
  })

  test('shows findings, the bump and the coverage in the summary', () => {
    expect(ran.summary.match(/^### .*/gm)).toEqual([
      '### drills lint: no findings in 1 file',
      '### What changes for apps: patch',
      '### What the drills cover',
    ])
    expect(ran.summary).toContain('- patch: `difficulty` changed, the value changed\n')
    expect(ran.summary).toMatch(/^~~~~~~text\nScores of answers[^~]*^voice-note-search +\d/m)
    expect(ran.summary).not.toMatch(/^empty-search-results +\d/m)
  })

  test('leaves the fixes as data', () => {
    const data = readFileSync(path.join(ran.output, 'fixes/pull-request.json'), 'utf8')
    expect(JSON.parse(data)).toEqual({ number: 1, head: git(repository, 'rev-parse', 'changed') })
    expect(readFileSync(path.join(ran.output, 'fixes/fixes.diff'), 'utf8')).toBe('')
  })
})

test('a pull request with something that the tool can fix gets it as a suggestion', async () => {
  const words = 'results should appear within 800 ms'
  const ran = simulate('fixable', {
    [paths.round]: edit(valid.round, `- **Latency:** ${words}`, `- Latency: ${words}`),
  })
  expect(failed(ran)).toEqual(expect.arrayContaining(['findings']))
  expect(failed(ran)).not.toContain('fixes')
  const read = (name: string): string => readFileSync(path.join(ran.output, 'fixes', name), 'utf8')
  const texts = new Map(['fixes.diff', 'pull-request.json'].map((name) => [name, read(name)]))
  const patch = git(repository, 'diff', 'main', 'fixable', '--', paths.round).replace(/^[^@]*/, '')
  const { reviewOf } = await suggestScripts()
  const files = [{ filename: paths.round, patch }]
  const head = git(repository, 'rev-parse', 'fixable')
  const { review, dropped } = reviewOf(texts, { number: 1, head, files }, [])
  expect(dropped).toBe(0)
  expect(review.comments).toMatchObject([
    {
      path: paths.round,
      line: 20,
      body: expect.stringContaining(`suggestion\n- **Latency:** ${words} at p95`),
    },
  ])
})

test('a pull request that changes no drill passes', () => {
  const ran = simulate('other', { 'notes.md': '# Notes\n' })
  expect([ran.status, failed(ran)]).toEqual([0, []])
  expect(ran.summary).toContain('### What changes for apps: none\n')
})

test('only what the runner would do is simulated', async () => {
  const { fill, runs } = await import(pathToFileURL(path.join(root, 'scripts/workflow-steps.mjs')).href)
  expect(fill(`a ${expression('x.y')} b`, { x: { y: 1 } })).toBe('a 1 b')
  expect(() => fill(expression('x.z'), { x: {} })).toThrow('can’t evaluate the expression “x.z”')
  expect(() => fill(expression("x || 'y'"), { x: 1 })).toThrow('can’t evaluate the expression')
  expect([runs(undefined, false, {}), runs(undefined, true, {})]).toEqual([true, false])
  expect([runs('always()', true, {}), runs("steps.a.outcome == 'success'", true, { a: 'success' })]).toEqual([
    true,
    false,
  ])
  expect(runs(expression("!cancelled() && steps.a.outcome == 'success'"), true, { a: 'failure' })).toBe(false)
  expect(() => runs("github.actor == 'x'", false, {})).toThrow('can’t evaluate the condition')
})

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly jobs: Readonly<
    Record<
      string,
      {
        permissions: unknown
        steps: readonly { run?: string; uses?: string; with?: Record<string, unknown> }[]
      }
    >
  >
}

const workflow = (name: string): Workflow =>
  parse(readFileSync(path.join(root, `.github/workflows/${name}.yml`), 'utf8')) as Workflow

test('what runs the code of a pull request can only read', () => {
  const { on, jobs } = workflow('lint')
  expect(Object.keys(on)).toEqual(['pull_request'])
  expect(jobs['lint']?.permissions).toEqual({ contents: 'read' })
})

test('what can write runs nothing of a pull request', () => {
  const { on, jobs } = workflow('suggest')
  expect(on).toEqual({ workflow_run: { workflows: ['lint'], types: ['completed'] } })
  const { permissions, steps = [] } = jobs['suggest'] ?? {}
  expect(permissions).toEqual({ actions: 'read', contents: 'read', 'pull-requests': 'write' })
  expect(steps.flatMap(({ run }) => run ?? [])).toEqual(['node scripts/suggest.mjs'])
  const [checkout] = steps
  expect(checkout?.with?.['ref']).toBe(expression('github.event.repository.default_branch'))
  expect(steps.map(({ uses }) => uses?.replace(/@.*/, ''))).toEqual([
    'actions/checkout',
    'actions/setup-node',
    undefined,
  ])
})
