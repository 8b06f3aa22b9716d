import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acmeDrill, acmeName, writeAcme } from '../support/acme.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { commit, git } from '../support/git.ts'
import { runsOfLength } from '../support/leaks.ts'
import { node, npm, packCli, root, temporary, writeFiles } from '../support/package.ts'

const world = temporary('cli')
/** The repository has a name that a shell or a glob would take apart. */
const acme = path.join(world.folder, 'Acme drills [1] (new)')
const app = path.join(world.folder, 'app')
const parsers = path.join(root, 'node_modules/@bruits')
let tarball = ''

interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs what npm has put on the path of the repository, as `npx` does. */
function npx(name: string, ...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(path.join(acme, 'node_modules/.bin', name), args, {
    cwd: acme,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
    shell: process.platform === 'win32',
  })
  return { code: status, stdout, stderr }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

/** Shorter ones are turns of phrase that rule pages have too. */
const length = 10

/** All runs of ten words in the prose of our drills, samples and tracks, without links and front matter. */
function ownRuns(): Set<string> {
  const folders = ['rounds', 'incidents', 'questions', 'samples', 'tracks'].map((name) =>
    path.join(root, 'drills', name),
  )
  const bodies = folders
    .flatMap(filesBelow)
    .map((file) => readFileSync(file, 'utf8').split(/^---$/m).slice(2))
  expect(bodies.length).toBeGreaterThan(80)
  return new Set(bodies.flatMap((body) => runsOfLength(length, body.join('').replace(/\]\([^)]*\)/g, ' '))))
}

/** What of our drills stands in the files below a folder. */
function leakedInto(folder: string, ours: ReadonlySet<string>): string[] {
  return filesBelow(folder).flatMap((file) =>
    runsOfLength(length, readFileSync(file, 'utf8'))
      .filter((run) => ours.has(run))
      .map((run) => `${path.relative(folder, file)}: ${run}`),
  )
}

beforeAll(() => {
  tarball = packCli(world.folder)
  writeAcme(acme)
  // npm's cache need not hold what it asks of native parsers for an install, so the ones that are installed here are given.
  const native = readdirSync(parsers).map((name) => path.join(parsers, name))
  npm(
    [
      'install',
      tarball,
      ...native,
      ...['--install-links', '--no-save', '--no-package-lock', '--ignore-scripts'],
    ],
    acme,
  )
})
afterAll(() => world.remove())

describe('the package of the tool', () => {
  const installed = path.join(acme, 'node_modules/audio-text-drills-cli')
  const manifest = (): Record<string, unknown> =>
    JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'))

  test('has the version, licence and repository of the project, and may be published', () => {
    const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
    const { name, bin, private: isPrivate, scripts, dependencies, devDependencies, ...rest } = manifest()
    expect([name, isPrivate, scripts, dependencies, devDependencies]).toEqual([
      'audio-text-drills-cli',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    for (const key of ['version', 'license', 'repository', 'homepage', 'bugs', 'engines'])
      expect([key, rest[key]]).toEqual([key, own[key]])
    // npx takes the program that has the name of the package.
    expect(bin).toEqual({
      drills: 'bin/drills.js',
      'audio-text-drills-cli': 'bin/drills.js',
      'drills-version': 'bin/version.js',
    })
  })

  test('asks for the native parsers of the version that is bundled', () => {
    const { version, optionalDependencies } = JSON.parse(
      readFileSync(path.join(root, 'node_modules/satteri/package.json'), 'utf8'),
    )
    expect(manifest()['optionalDependencies']).toEqual(optionalDependencies)
    expect(Object.values(optionalDependencies)).toEqual(
      Array.from(Object.keys(optionalDependencies), () => version),
    )
  })

  test('holds what the root packs, and nothing of our drills', () => {
    const names = readdirSync(installed, { recursive: true, encoding: 'utf8' })
    expect(readdirSync(installed).sort()).toEqual([
      'LICENSE',
      'LICENSE-CONTENT',
      'README.md',
      'bin',
      'docs',
      'drills',
      'lib',
      'package.json',
      'schemas',
      'site',
      'src',
      'templates',
    ])
    expect(names).toEqual(expect.arrayContaining(['lib/THIRD_PARTY_NOTICES.md', 'site/shell/index.html']))
    expect(readdirSync(path.join(installed, 'drills')).sort()).toEqual(['practice-loop.md', 'rubric.md'])
    expect(leakedInto(installed, ownRuns())).toEqual([])
  })

  test('is the same to the byte each time', () => {
    const again = path.join(world.folder, 'again')
    mkdirSync(again)
    expect(readFileSync(packCli(again)).equals(readFileSync(tarball))).toBe(true)
  })

  test('passes the check of a release', () => {
    expect(node([path.join(root, 'scripts/check-tarball.mjs'), tarball], world.folder)).toContain('All good!')
  })
})

describe('a repository of private drills with the packed tool', () => {
  test('is linted by its own practice loop and rubric', () => {
    expect(npx('audio-text-drills-cli', 'lint', '--format=json').code).toBe(0)
    const round = path.join(acme, paths.round)
    const before = readFileSync(round, 'utf8')
    writeFiles(acme, { [paths.round]: before.replaceAll('#launch-numbers', '#measurable-launch-gates') })
    const { code, stdout } = npx('drills', 'lint', paths.round)
    writeFiles(acme, { [paths.round]: before })
    expect(code).toBe(1)
    expect(stdout.replace(/\s+/g, ' ')).toContain('Unexpected criterion `measurable-launch-gates`')
    expect(stdout).toContain('launch-numbers')
  })

  test('finds the same without the native parser', () => {
    const broken = edit(valid.incident, 'difficulty: core', 'difficulty: hard')
    writeFiles(acme, { [paths.incident]: broken })
    const lint = (): Ran => npx('drills', 'lint', '--format=json', '--no-cache')
    const withIt = lint()
    rmSync(path.join(acme, 'node_modules/@bruits'), { recursive: true })
    expect(lint()).toEqual(withIt)
    expect(withIt.code).toBe(1)
    rmSync(path.join(acme, paths.incident))
  })

  test('becomes a package of its own, which an app can import', () => {
    expect(npx('drills', 'build')).toEqual({
      code: 0,
      stdout: expect.any(String),
      stderr: 'drills: wrote 2 drills to dist\n',
    })
    mkdirSync(app)
    const packed = npm(['pack', path.join(acme, 'dist'), '--pack-destination', app], app).trim()
    expect(packed).toBe('acme-speech-drills-2.3.0.tgz')
    writeFiles(app, {
      'package.json': '{"private":true,"type":"module"}',
      'app.js': `import { practiceLoop, rubric, version } from '${acmeName}'
import { loadDrill } from '${acmeName}/drills'
import { promptIds } from '${acmeName}/prompts'
import manifest from '${acmeName}/package.json' with { type: 'json' }

const { criteria } = await loadDrill('${acmeDrill}')
const design = practiceLoop.phases.find(({ id }) => id === 'design').minutes
const { name, license, private: isPrivate } = manifest
console.log(JSON.stringify({ version, name, license, isPrivate, design, promptIds, own: criteria.length > 0,
  general: rubric.criteria.map(({ id }) => id).filter((id) => /launch/.test(id)) }))
`,
    })
    npm(['install', `./${packed}`, '--ignore-scripts'], app)
    expect(JSON.parse(node(['--no-warnings', 'app.js'], app))).toEqual({
      version: '2.3.0',
      name: acmeName,
      license: 'SEE LICENSE IN TERMS.md',
      isPrivate: true,
      design: 12,
      promptIds: [acmeDrill, 'what-is-recall'],
      own: true,
      general: ['launch-numbers'],
    })
  })

  test('holds its own licence and nothing of our drills', () => {
    const dist = path.join(app, 'node_modules', acmeName)
    expect(readFileSync(path.join(dist, 'TERMS.md'), 'utf8')).toBe('For people at Acme only.\n')
    expect(leakedInto(dist, ownRuns())).toEqual([])
    const texts = filesBelow(dist).map((file) => readFileSync(file, 'utf8'))
    expect(texts.filter((text) => /CC[ -]BY|Creative Commons/i.test(text))).toEqual([])
  })

  test('has its versions recorded by `npm version`, as `init` sets it up', () => {
    const fresh = path.join(world.folder, 'fresh [1]')
    node([path.join(acme, 'node_modules/audio-text-drills-cli/bin/drills.js'), 'init', fresh], world.folder)
    npm(['install', tarball, '--no-save', '--no-package-lock', '--ignore-scripts'], fresh)
    commit(fresh)
    for (const [name, value] of Object.entries({ 'user.name': 'A', 'user.email': 'a@example.org' }))
      git(fresh, 'config', name, value)
    expect(npm(['version', 'minor'], fresh)).toMatch(/\nrecorded 0\.2\.0\n/)
    expect(git(fresh, 'status', '--porcelain')).toBe('')
    expect(git(fresh, 'show', '--name-only', '--format=%s', 'v0.2.0^{commit}').trim().split(/\n+/)).toEqual([
      '0.2.0',
      'CHANGELOG.md',
      'history/changes.json',
      'history/published.json',
      'package.json',
    ])
    expect(readFileSync(path.join(fresh, 'CHANGELOG.md'), 'utf8')).toContain('\n## 0.2.0\n\n### Added\n')
  })

  test('leaves nothing behind that git would take', () => {
    expect(execFileSync('git', ['status', '--porcelain'], { cwd: acme, encoding: 'utf8' })).toBe('')
  })
})
