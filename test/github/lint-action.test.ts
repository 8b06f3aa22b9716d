import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { writeAcme } from '../support/acme.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { commit, git } from '../support/git.ts'
import { root, temporary, writeCorpus, writeFiles } from '../support/package.ts'

interface Step {
  readonly name?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
  readonly 'working-directory'?: string
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly runs: { readonly steps: readonly Step[] }
}

const world = temporary('lint-action')
afterAll(() => world.remove())

/** Where the runner puts the repository of an action, and a stand-in for npm that writes down what it is asked. */
const tool = path.join(world.folder, '_actions')
const npm = path.join(world.folder, 'bin/npm')
/** Names that a shell or a glob would take apart. */
const caller = path.join(world.folder, 'caller [1] of (two)')
const acme = path.join(world.folder, 'Acme drills [1]')
const action = parse(readFileSync(path.join(root, '.github/actions/lint/action.yml'), 'utf8')) as Action

const broken = edit(valid.round, 'difficulty: core', 'difficulty: hard')

beforeAll(() => {
  for (const name of [
    'package.json',
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
  ])
    cpSync(path.join(root, name), path.join(tool, name), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(tool, 'node_modules'))
  writeFiles(world.folder, {
    'bin/npm': '#!/bin/sh\necho "npm $*: $PWD"\n[ "$1" != run ] || exec node scripts/build.mjs\n',
  })
  chmodSync(npm, 0o755)
  // Another repository: nothing of this one, but drills of its own.
  writeCorpus(caller, { [paths.round]: broken })
  mkdirSync(path.join(caller, 'elsewhere'))
  commit(caller, { 'elsewhere/notes.md': '# Notes\n' })
  commit(caller, { [paths.incident]: edit(valid.incident, 'difficulty: core', 'difficulty: soft') })
})

interface Ran {
  readonly code: number | null
  readonly log: string
}

/** Runs the shell of the action's steps as the runner would, in the other repository. */
async function lint(inputs: Readonly<Record<string, string>>): Promise<Ran> {
  const { fill } = await import(pathToFileURL(path.join(root, 'scripts/workflow-steps.mjs')).href)
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default])
  const context = { inputs: { ...Object.fromEntries(defaults), ...inputs } }
  let log = ''
  for (const step of action.runs.steps) {
    if (step.run === undefined) continue
    const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value, context)])
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
      {
        cwd: path.join(caller, fill(step['working-directory'] ?? '.', context)),
        encoding: 'utf8',
        env: {
          PATH: `${path.dirname(npm)}:${process.env['PATH']}`,
          HOME: world.folder,
          GITHUB_ACTIONS: 'true',
          GITHUB_ACTION_PATH: path.join(tool, '.github/actions/lint'),
          ...Object.fromEntries(own),
        },
      },
    )
    log += stdout + stderr
    if (status !== 0) return { code: status, log }
  }
  return { code: 0, log }
}

const found = (log: string): string[] =>
  Array.from(log.matchAll(/^::error file=([^,]+)/gm), ([, file]) => file ?? '')

test('installs without scripts and builds in its own folder, once', async () => {
  const first = await lint({ path: paths.question })
  expect(first.log.split('\n').filter((line) => line.startsWith('npm '))).toEqual([
    `npm ci --ignore-scripts --include=dev: ${tool}`,
    `npm run build: ${tool}`,
  ])
  expect(first.code).toBe(0)
  expect((await lint({ path: paths.question })).log).not.toContain('npm ')
  expect(existsSync(path.join(caller, 'node_modules'))).toBe(false)
})

test('lints all drills of the other repository', async () => {
  const ran = await lint({})
  expect([ran.code, found(ran.log)]).toEqual([1, [paths.incident, paths.round]])
})

test('lints the paths that are named, one on each line', async () => {
  expect(found((await lint({ path: `${paths.question}\n${paths.round}\n` })).log)).toEqual([paths.round])
  expect(found((await lint({ path: 'drills/inc*/**' })).log)).toEqual([paths.incident])
  expect(found((await lint({ path: `\r\n  ${paths.question}\t\r\n ${paths.round} \r\n` })).log)).toEqual([
    paths.round,
  ])
})

test('lints what differs from a commit', async () => {
  expect(found((await lint({ changed: 'HEAD~1' })).log)).toEqual([paths.incident])
  expect((await lint({ changed: 'HEAD' })).code).toBe(0)
  // In a pull request the branch that it goes to, otherwise main.
  expect((await lint({ changed: 'true' })).code).toBe(0)
})

test('prints in another format, to a file if wanted', async () => {
  expect((await lint({ format: 'sarif', output: 'out.sarif' })).code).toBe(1)
  expect(JSON.parse(readFileSync(path.join(caller, 'out.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' })
  expect((await lint({ format: 'no' })).log).toMatch(/^drills: unknown format `no`; expected/m)
})

test('works in a folder, and looks upwards for the drills', async () => {
  expect(found((await lint({ 'working-directory': 'elsewhere' })).log)).toEqual([paths.incident, paths.round])
})

test('judges private drills by their own practice loop and rubric', async () => {
  writeAcme(acme)
  const inputs = { 'working-directory': `../${path.basename(acme)}` }
  expect(await lint(inputs)).toMatchObject({ code: 0 })
  const round = readFileSync(path.join(acme, paths.round), 'utf8')
  writeFiles(acme, { [paths.round]: round.replaceAll('#launch-numbers', '#measurable-launch-gates') })
  const ran = await lint({ ...inputs, changed: 'HEAD' })
  expect([ran.code, [...new Set(found(ran.log))]]).toEqual([1, [paths.round]])
  expect(ran.log).toContain('`measurable-launch-gates`')
  expect(git(acme, 'status', '--porcelain')).toBe(`M ${paths.round}`)
})

test('takes no input for anything else', async () => {
  const mark = path.join(caller, 'mark')
  const evil = `$(touch ${mark}) \`touch ${mark}\`; touch ${mark} "'`
  for (const name of ['path', 'format', 'changed', 'max-warnings', 'output']) {
    const ran = await lint({ [name]: evil })
    expect([name, ran.code === 0, existsSync(mark)]).toEqual([name, false, false])
  }
  expect((await lint({ path: '--output=mark' })).log).toMatch(
    /^drills: no such file or folder: `--output=mark`/m,
  )
  expect((await lint({ 'max-warnings': '-1' })).log).toMatch(
    /^drills: flag `--max-warnings` takes a whole number/m,
  )
})

test('fails with more warnings than are allowed', async () => {
  const words = 'because '.repeat(400)
  commit(caller, { [paths.question]: edit(valid.question, 'because the mean', `${words}the mean`) })
  expect((await lint({ path: paths.question })).code).toBe(0)
  expect((await lint({ path: paths.question, 'max-warnings': '1' })).code).toBe(0)
  expect((await lint({ path: paths.question, 'max-warnings': '0' })).code).toBe(1)
})
