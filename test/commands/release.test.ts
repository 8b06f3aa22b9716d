import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releaseNotes } from '../../src/commands/release.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { commit } from '../support/git.ts'
import { cli, installPackage, node, temporary, writeFiles } from '../support/package.ts'
import { json, pending, read, repository, run, version } from '../support/release.ts'
import { sample } from '../support/samples.ts'

const spoken = 'drills/rounds/spoken-note-search.md'
const precision = 'drills/questions/what-is-precision.md'
const hurried = 'drills/samples/spoken-note-search/hurried.md'

const changedFields = [
  'evidence',
  'sections.constraints',
  'criteria.index-goes-stale',
  'criteria.words-of-yesterday',
  'samples.hurried',
]

/** The errors that linting finds, each with its rule. */
function errorsOf(folder: string): { code: number | null; found: readonly (readonly [string, string])[] } {
  const { code, stdout } = run(folder, cli, 'lint', '--format=json')
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Record<string, string>[] }
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return { code, found: errors.map(({ rule = '', message = '' }) => [rule, message] as const) }
}

describe('a release of another repository', () => {
  const name = '@acme/speech-drills'

  test.each([
    [
      'on GitHub, with links to its own tags',
      { type: 'git', url: 'git+https://github.com/acme/drills.git' },
      '[Voice note search](https://github.com/acme/drills/blob/v1.0.0/drills/rounds/voice-note-search.md)',
    ],
    [
      'in short, with links to its own tags',
      'acme/drills',
      '[Voice note search](https://github.com/acme/drills/blob/v1.0.0/drills/rounds/voice-note-search.md)',
    ],
    ['elsewhere, without links', 'https://git.acme.example/drills', 'Voice note search'],
  ])('%s', (_, address, drill) => {
    const { folder, remove } = repository({ name, repository: address })
    const ran = version(folder)
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining('recorded 1.0.0\n')])
    expect(json(folder, 'history/published.json')).toMatchObject({ version: '1.0.0' })
    expect(read(folder, 'CHANGELOG.md')).toContain(`\n- ${drill} (\`voice-note-search\`)\n`)
    expect(releaseNotes(folder, '1.0.0')).toContain(`\n- ${drill} (\`voice-note-search\`)\n`)
    expect(read(folder, 'CHANGELOG.md')).not.toContain('audio-text-drills')
    expect(run(folder, cli, 'build').code).toBe(0)
    expect(json(folder, 'dist/package.json')).toMatchObject({ name, version: '1.0.0' })
    expect(run(folder, cli, 'diff', 'dist').stdout).toBe('no change reaches apps: no release needed\n')
    remove()
  })
})

describe('from one release to the next', () => {
  const folders: ReturnType<typeof temporary>[] = []
  const folder = (name: string): string => {
    const made = temporary(name)
    folders.push(made)
    return made.folder
  }
  let drills = ''
  let app = ''

  beforeAll(() => {
    const made = repository()
    folders.push(made)
    drills = made.folder
    app = folder('app')
  })

  afterAll(() => {
    for (const made of folders) made.remove()
  })

  test('the first release', () => {
    const ran = version(drills)
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining('recorded 1.0.0\n')])
    expect(json(drills, 'package.json')).toMatchObject({ version: '1.0.0' })
    expect(json(drills, 'package-lock.json')).toMatchObject({ version: '1.0.0' })
    expect(json(drills, 'history/published.json')).toMatchObject({
      version: '1.0.0',
      drills: { 'voice-note-search': { criteria: ['one-release-for-both', 'index-goes-stale'] } },
    })
    expect(pending(drills)).toEqual([])
    commit(drills)
    installPackage(drills, app)
    expect(
      node(['-e', "import('audio-text-drills').then(({ version }) => process.stdout.write(version))"], app),
    ).toBe('1.0.0')
  })

  test('without redirects the linter asks what became of the published ids', () => {
    rmSync(path.join(drills, paths.round))
    rmSync(path.join(drills, paths.question))
    writeFiles(drills, {
      [spoken]: [
        ['id: voice-note-search', 'id: spoken-note-search'],
        ['within 800 ms', 'within 700 ms'],
        ['### Index goes stale', '### Words of yesterday'],
        ['(#index-goes-stale)', '(#words-of-yesterday)'],
      ].reduce((text, [from = '', to = '']) => edit(text, from, to), valid.round),
      [hurried]: sample()
        .replace('voice-note-search', 'spoken-note-search')
        .replace('index-goes-stale', 'words-of-yesterday'),
      [precision]: edit(
        edit(
          edit(valid.question, 'id: what-is-recall', 'id: what-is-precision'),
          'recall at ten',
          'precision',
        ),
        'Explain the metric to a product manager.',
        'Tell a designer what this number says.',
      ),
      [paths.rubric]: edit(valid.rubric, 'any: we learn | $art', 'any: we learn | we grow | $art'),
    })
    const { code, found } = errorsOf(drills)
    const what = 'expected a line for it under `renamed`, `split` or `retired`: apps have stored it'
    expect([code, found]).toEqual([
      1,
      [
        ['redirects', `Unexpected missing redirect of the published id \`voice-note-search\`, ${what}`],
        ['redirects', `Unexpected missing redirect of the published id \`what-is-recall\`, ${what}`],
      ],
    ])
  })

  test('with redirects it is content', () => {
    const redirects =
      'renamed:\n  voice-note-search: spoken-note-search\nsplit: {}\nretired:\n  what-is-recall: nobody asks for this metric any more\n'
    writeFiles(drills, { [paths.redirects]: redirects })
    expect(errorsOf(drills).found).toEqual([
      [
        'redirects',
        'Unexpected missing redirect of the published criterion `spoken-note-search#index-goes-stale`, expected a line for it under `criteria`: apps have stored verdicts on it',
      ],
    ])
    writeFiles(drills, {
      [paths.redirects]: `${redirects}criteria:\n  spoken-note-search#index-goes-stale: words-of-yesterday\n`,
    })
    expect(run(drills, cli, 'lint').code).toBe(0)
  })

  test('a changeset that is too small is refused with the reasons', () => {
    writeFiles(drills, { '.changeset/mine.md': '---\n"audio-text-drills": patch\n---\n\nSmall things.\n' })
    const { code, stdout, stderr } = run(drills, cli, 'changeset', '--check')
    expect(code).toBe(1)
    expect(stdout.split('\n')).toEqual([
      'minor is forced by voice-note-search id (renamed: it is now `spoken-note-search`)',
      'minor is forced by spoken-note-search sections.constraints.points.latency (changed: numbers changed; this affects stored grades)',
      'minor is forced by spoken-note-search evidence.index-goes-stale (removed: evidence was removed; this affects stored grades)',
      'minor is forced by spoken-note-search evidence.words-of-yesterday (added: evidence was added; this affects stored grades)',
      'minor is forced by spoken-note-search criteria.index-goes-stale (renamed: it is now `words-of-yesterday`)',
      'minor is forced by spoken-note-search samples.hurried (added: a sample was added)',
      'minor is forced by what-is-recall id (retired: it was retired: `nobody asks for this metric any more`)',
      'minor is forced by what-is-precision id (added: a drill was added)',
      'minor is forced by * rubric.criteria.learning-from-failures.substance (changed: answers are judged differently)',
      'minor is forced by * redirects.voice-note-search (added: a redirect was added)',
      'minor is forced by * redirects.what-is-recall (added: a redirect was added)',
      'minor is forced by * redirects.spoken-note-search#index-goes-stale (added: a redirect was added)',
      '',
    ])
    expect(stderr).toBe(
      'drills: the declared bump is patch, the content changes need minor; run `drills changeset`, or write `exception: <drill> <field>: <reason>` in the changeset\n',
    )
    rmSync(path.join(drills, '.changeset/mine.md'))
  })

  test('the tool writes one that is large enough', () => {
    const ran = run(drills, cli, 'changeset')
    expect([ran.code, ran.stderr]).toEqual([0, 'drills: wrote a minor changeset of 13 changes\n'])
    expect(pending(drills)).toHaveLength(1)
    expect(run(drills, cli, 'changeset', '--check').code).toBe(0)
  })

  test('the version script does not use changesets up while drills have errors', () => {
    writeFiles(drills, {
      [precision]: edit(read(drills, precision), 'Tell a designer', 'TODO Tell a designer'),
    })
    const { code, stderr } = version(drills)
    expect(code).toBe(1)
    expect(stderr).toContain(`Error: the drills have 1 error, the first in ${precision}:`)
    expect(pending(drills)).toHaveLength(1)
    expect(json(drills, 'package.json')).toMatchObject({ version: '1.0.0' })
    writeFiles(drills, { [precision]: edit(read(drills, precision), 'TODO Tell', 'Tell') })
  })

  test('the version script raises the version and writes what happened', () => {
    const ran = version(drills)
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining('recorded 1.1.0\n')])
    expect(pending(drills)).toEqual([])
    for (const name of ['package.json', 'package-lock.json', 'history/published.json'])
      expect(json(drills, name)).toMatchObject({ version: '1.1.0' })
    expect(json(drills, 'history/changes.json')).toEqual([
      {
        version: '1.1.0',
        changes: [
          {
            drill: 'voice-note-search',
            title: 'Voice note search',
            fields: ['id'],
            kind: 'renamed',
            to: ['spoken-note-search'],
          },
          {
            drill: 'what-is-recall',
            title: 'What does recall at ten measure?',
            fields: ['id'],
            kind: 'retired',
            reason: 'nobody asks for this metric any more',
          },
          {
            drill: 'spoken-note-search',
            title: 'Voice note search',
            fields: changedFields,
            kind: 'changed',
            substance: true,
          },
          { drill: 'what-is-precision', title: 'What does precision measure?', fields: [], kind: 'added' },
        ],
        other: ['rubric.criteria.learning-from-failures', 'rubric.digest'],
      },
      expect.objectContaining({ version: '1.0.0' }),
    ])
    expect(Object.keys((json(drills, 'history/published.json') as { drills: object }).drills)).toEqual([
      'spoken-note-search',
      'empty-search-results',
      'what-is-precision',
    ])
    expect(read(drills, 'CHANGELOG.md')).toContain(`## 1.1.0

### Added

- [What does precision measure?](https://github.com/audio-text-drills/audio-text-drills/blob/v1.1.0/${precision}) (\`what-is-precision\`)

### Changed

- [Voice note search](https://github.com/audio-text-drills/audio-text-drills/blob/v1.1.0/${spoken}) (\`spoken-note-search\`): ${changedFields.map((field) => `\`${field}\``).join(', ')}

### Renamed

- Voice note search (\`voice-note-search\`), now \`spoken-note-search\`

### Retired

- What does recall at ten measure? (\`what-is-recall\`): nobody asks for this metric any more

### Rubric and practice loop

- \`rubric.criteria.learning-from-failures\`
- \`rubric.digest\`

## 1.0.0
`)
    expect(run(drills, cli, 'lint').code).toBe(0)
  })

  test('notes of a release link its own drills only', () => {
    expect(releaseNotes(drills, '1.1.0')).toContain(`/blob/v1.1.0/${precision})`)
    expect(releaseNotes(drills, '1.0.0')).toContain('- Empty search results (`empty-search-results`)\n')
    expect(() => releaseNotes(drills, '3.0.0')).toThrow(
      new Error('history/changes.json has no version 3.0.0'),
    )
  })

  test('without pending changesets it leaves everything as it is', () => {
    const names = ['package.json', 'history/published.json', 'history/changes.json', 'CHANGELOG.md']
    const before = names.map((name) => read(drills, name))
    expect(version(drills)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('no pending changesets: still 1.1.0\n'),
    })
    expect(names.map((name) => read(drills, name))).toEqual(before)
  })

  test('a release that was broken off before it was recorded is recorded by the next run', () => {
    const copy = folder('copy')
    cpSync(drills, copy, { recursive: true })
    writeFiles(copy, { 'package.json': read(copy, 'package.json').replace('1.1.0', '1.1.1') })
    expect(version(copy)).toMatchObject({ code: 0, stdout: expect.stringContaining('recorded 1.1.1\n') })
    expect(json(copy, 'history/published.json')).toMatchObject({ version: '1.1.1' })
    expect((json(copy, 'history/changes.json') as unknown[])[0]).toEqual({ version: '1.1.1', changes: [] })
  })

  test('an app that stored the old ids is told what became of them', () => {
    const upgraded = folder('upgraded')
    const tarball = installPackage(drills, upgraded)
    expect(existsSync(tarball)).toBe(true)
    writeFiles(upgraded, {
      'app.js': `import { resolveId, upgradeReport, version } from 'audio-text-drills'
import { loadDrill } from 'audio-text-drills/drills'
import { loadPrompt } from 'audio-text-drills/prompts'
const ids = ['voice-note-search', 'empty-search-results', 'what-is-recall', 'nobody']
const drill = await loadDrill('voice-note-search')
const prompt = await loadPrompt('voice-note-search')
const retired = await loadDrill('what-is-recall')
console.log(JSON.stringify({
  version,
  resolved: ids.map((id) => resolveId(id)),
  report: upgradeReport(ids, '1.0.0'),
  later: upgradeReport(ids, '1.1.0').flatMap(({ changes }) => changes),
  drill: drill?.id,
  prompt: prompt?.id,
  retired: retired === undefined,
}))
`,
    })
    const renamed = { status: 'renamed', id: 'spoken-note-search' }
    const active = { status: 'active', id: 'empty-search-results' }
    const retired = { status: 'retired', reason: 'nobody asks for this metric any more' }
    const unknown = { status: 'unknown' }
    const judged = { version: '1.1.0', kind: 'changed', fields: ['rubric'], substance: true }
    expect(JSON.parse(node(['app.js'], upgraded))).toEqual({
      version: '1.1.0',
      resolved: [renamed, active, retired, unknown],
      report: [
        {
          id: 'voice-note-search',
          resolution: renamed,
          changes: [
            { version: '1.1.0', kind: 'renamed', fields: ['id'] },
            { version: '1.1.0', kind: 'changed', fields: changedFields, substance: true },
            judged,
          ],
        },
        { id: 'empty-search-results', resolution: active, changes: [judged] },
        {
          id: 'what-is-recall',
          resolution: retired,
          changes: [{ version: '1.1.0', kind: 'retired', fields: ['id'] }, judged],
        },
        { id: 'nobody', resolution: unknown, changes: [] },
      ],
      later: [],
      drill: 'spoken-note-search',
      prompt: 'spoken-note-search',
      retired: true,
    })
  })

  test('the two packages differ as the changeset said', () => {
    const old = path.join(app, 'node_modules/audio-text-drills')
    const { code, stdout } = run(drills, cli, 'diff', old, 'dist', '--format=json')
    const { bump, changes } = JSON.parse(stdout)
    expect([code, bump, changes.length]).toEqual([0, 'minor', 13])
    const tarball = readdirSync(app).find((name) => name.endsWith('.tgz')) ?? ''
    expect(run(drills, cli, 'diff', path.join(app, tarball), '.', '--format=json')).toEqual({
      code,
      stdout,
      stderr: '',
    })
  })
})
