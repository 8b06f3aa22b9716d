import { execFileSync } from 'node:child_process'
import { chownSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fileReader } from '../../src/io/file-reader.ts'
import type { Io } from '../../src/io/io.ts'
import { edit, historyOf, paths, valid } from '../support/corpus.ts'
import { commit, git } from '../support/git.ts'
import { incidentSamples, roundSamples } from '../support/samples.ts'
import { corpusOnDisk, drills, put, type Ran, temporaryFolder } from '../support/terminal.ts'

const broken = (text: string): string => edit(text, 'difficulty: core', 'difficulty: hard')

/** A repository in which every drill has a mistake on `main`, and whose work goes on in `topic`. */
function branch(files: Readonly<Record<string, string>> = {}): string {
  const folder = corpusOnDisk({
    [paths.round]: broken(valid.round),
    [paths.incident]: broken(valid.incident),
    [paths.question]: broken(valid.question),
    ...incidentSamples(),
    ...files,
  })
  commit(folder)
  git(folder, 'switch', '--quiet', '--create', 'topic')
  return folder
}

afterEach(() => {
  vi.unstubAllEnvs()
})

const lint = (cwd: string, args: readonly string[], io: Partial<Io> = {}): Promise<Ran> =>
  drills(['lint', ...args], { reader: fileReader, cwd, ...io })

/** Where findings stand, and how many files were looked at. */
async function found(cwd: string, ...args: string[]): Promise<{ places: string[]; files: number }> {
  const { stdout, stderr } = await lint(cwd, ['--format', 'json', ...args])
  if (stderr !== '') throw new Error(stderr)
  const { diagnostics, summary } = JSON.parse(stdout) as {
    diagnostics: { file: string; rule: string }[]
    summary: { files: number }
  }
  return {
    places: diagnostics.map(({ file, rule }) => `${path.basename(file)} ${rule}`),
    files: summary.files,
  }
}

const other = edit(
  edit(edit(valid.question, 'id: what-is-recall', 'id: what-is-bleu'), 'recall at ten', 'the BLEU score'),
  'Explain the metric to a product manager.',
  'Say in two sentences what it counts, and what it can not see in a translation.',
)

describe('what is linted', () => {
  test('files with names that no one should give, each of them once', async () => {
    const cwd = branch()
    const names = [
      'quo"te.md',
      'two\nlines.md',
      ' blank.md',
      'tab\t.md',
      '-x.md',
      '[x]*.md',
      '\ud83c\udf99.md',
    ]
    for (const name of names) put(cwd, { [`drills/questions/${name}`]: 'x' })
    const untracked = await found(cwd, '--changed')
    expect(new Set(untracked.places)).toEqual(new Set(names.map((name) => `${name} front-matter`)))
    expect(untracked.files).toBe(names.length)
    commit(cwd)
    expect(await found(cwd, '--changed')).toEqual(untracked)
  })

  test.runIf(process.platform === 'linux')('a file whose name is no text', async () => {
    const cwd = branch()
    writeFileSync(
      Buffer.concat([Buffer.from(path.join(cwd, 'drills/questions/')), Buffer.from('ff2e6d64', 'hex')]),
      'x',
    )
    expect(await found(cwd, '--changed')).toEqual({ places: ['\ufffd.md read'], files: 1 })
  })

  test('a file that became a link, and one that git was only told of', async () => {
    const cwd = branch()
    rmSync(path.join(cwd, paths.question))
    symlinkSync('../rubric.md', path.join(cwd, paths.question))
    put(cwd, { 'drills/questions/new.md': 'x' })
    git(cwd, 'add', '--intent-to-add', 'drills/questions/new.md')
    expect(await found(cwd, '--changed')).toEqual({
      places: ['new.md front-matter', 'what-is-recall.md read'],
      files: 2,
    })
  })

  test('a finding in the history counts its file', async () => {
    const cwd = branch()
    put(cwd, { 'history/published.json': '{' })
    expect(await found(cwd, '--changed')).toEqual({ places: ['published.json redirects'], files: 1 })
  })

  test('a file that git ignores counts where it has a finding', async () => {
    const cwd = branch({ '.gitignore': 'private-*\n' })
    put(cwd, { 'drills/questions/private-notes.md': 'x' })
    const { places, files } = await found(cwd, '--changed')
    expect([places[0], files]).toEqual(['private-notes.md front-matter', 1])
  })

  test.each([
    ['edited', (cwd: string) => put(cwd, { [paths.round]: `${broken(valid.round)}\n` })],
    [
      'staged',
      (cwd: string) => {
        put(cwd, { [paths.round]: `${broken(valid.round)}\n` })
        git(cwd, 'add', '--all')
      },
    ],
    ['committed', (cwd: string) => void commit(cwd, { [paths.round]: `${broken(valid.round)}\n` })],
  ])('a file that was %s, and no other', async (_, change) => {
    const cwd = branch()
    change(cwd)
    expect(await found(cwd, '--changed')).toEqual({ places: ['voice-note-search.md schema'], files: 1 })
  })

  test('a new file that git knows nothing of, whatever its name and the settings of git are', async () => {
    const cwd = branch()
    git(cwd, 'config', 'core.quotePath', 'true')
    git(cwd, 'config', 'diff.renames', 'copies')
    git(cwd, 'config', 'color.ui', 'always')
    git(cwd, 'config', 'diff.external', 'false')
    put(cwd, { 'drills/questions/größe "x"\t:(top)*.md': 'x' })
    const { places, files } = await found(cwd, '--changed')
    expect([places[0], files]).toEqual(['größe "x"\t:(top)*.md front-matter', 1])
  })

  test('a renamed file under its new name', async () => {
    const cwd = branch()
    renameSync(path.join(cwd, paths.question), path.join(cwd, 'drills/questions/other-name.md'))
    expect(await found(cwd, '--changed')).toEqual({ places: ['other-name.md schema'], files: 1 })
  })

  test('only what of the change is named besides', async () => {
    const cwd = branch()
    put(cwd, {
      [paths.round]: `${broken(valid.round)}\n`,
      [paths.question]: `${broken(valid.question)}\n`,
    })
    expect(await found(cwd, '--changed', 'drills/rounds')).toMatchObject({ files: 1 })
    expect(await found(cwd, '--changed', 'main', 'drills/rounds')).toMatchObject({ files: 1 })
    expect(await found(cwd, 'drills/rounds', '--changed')).toMatchObject({ files: 1 })
    expect(await found(cwd, '--changed', '--', 'drills/questions')).toEqual({
      places: ['what-is-recall.md schema'],
      files: 1,
    })
  })

  test('everything, when a definition document was changed', async () => {
    const cwd = branch()
    put(cwd, { [paths.rubric]: `${valid.rubric}\n` })
    expect(await found(cwd, '--changed')).toEqual({
      places: ['empty-search-results.md schema', 'what-is-recall.md schema', 'voice-note-search.md schema'],
      files: 9,
    })
  })

  test('a corpus in a folder of its repository', async () => {
    const top = temporaryFolder()
    const cwd = path.join(top, 'content')
    put(cwd, { [paths.loop]: valid.loop, [paths.rubric]: valid.rubric, ...roundSamples() })
    put(cwd, { [paths.round]: broken(valid.round) })
    commit(top)
    git(top, 'switch', '--quiet', '--create', 'topic')
    put(top, { [paths.question]: 'x', [`content/${paths.round}`]: `${broken(valid.round)}\n` })
    expect(await found(cwd, '--changed')).toEqual({ places: ['voice-note-search.md schema'], files: 1 })
  })
})

describe('in files that were not touched', () => {
  const linked = edit(
    valid.question,
    'A launch needs',
    'See [there](what-is-bleu.md#prompt) and [here](what-is-bleu.md#gone). A launch needs',
  )
  const files = { [paths.question]: linked, 'drills/questions/what-is-bleu.md': other }
  const question = 'what-is-recall.md link-targets'

  test('a link to a heading that the change took out is told, one that was broken before is not', async () => {
    const cwd = branch(files)
    put(cwd, { 'drills/questions/what-is-bleu.md': edit(other, '## Prompt', '## Task') })
    const { places } = await found(cwd, '--changed')
    expect(places.filter((place) => place.endsWith('link-targets'))).toEqual([question])
    const all = await found(cwd)
    expect(all.places.filter((place) => place === question)).toHaveLength(2)
  })

  test('links to a deleted file are told', async () => {
    const cwd = branch(files)
    rmSync(path.join(cwd, 'drills/questions/what-is-bleu.md'))
    expect(await found(cwd, '--changed')).toEqual({ places: [question, question], files: 1 })
  })

  test('links to a deleted file outside the corpus are told, those to one that is there are not', async () => {
    const text = edit(
      valid.question,
      'A launch needs',
      '[A](../../notes/a.md#x) [b](../../notes). A launch needs',
    )
    const cwd = branch({ [paths.question]: text, 'notes/a.md': '# X\n' })
    put(cwd, { 'drills/questions/what-is-bleu.md': other })
    expect(await found(cwd, '--changed')).toEqual({ places: [], files: 1 })
    rmSync(path.join(cwd, 'notes/a.md'))
    put(cwd, { 'notes/b.md': 'x' })
    expect((await found(cwd, '--changed')).places).toEqual([question])
  })

  test('an old mistake in a definition document is told to who changes a drill, and to nobody else', async () => {
    const cwd = branch({ [paths.rubric]: '# Rubric\n' })
    put(cwd, { 'notes.txt': 'x' })
    expect((await lint(cwd, ['--changed'])).code).toBe(0)
    put(cwd, { [paths.round]: `${valid.round}\n` })
    const { places } = await found(cwd, '--changed')
    expect(places).toContain('rubric.md front-matter')
  })

  test('an old clash is told, and blamed on the file that was touched', async () => {
    const twin = edit(other, '# What does the BLEU score measure?', '# What does recall at ten measure?')
    const cwd = branch({ [paths.question]: valid.question, 'drills/questions/what-is-bleu.md': twin })
    put(cwd, { 'drills/questions/what-is-bleu.md': `${twin}\n` })
    expect((await found(cwd, '--changed')).places).toEqual(['what-is-bleu.md unique'])
    // Nothing of it is cached for those who don't compare.
    expect((await found(cwd)).places).toContain('what-is-recall.md unique')
  })

  test('a published id that is gone with a deleted drill is told', async () => {
    const { published = '' } = historyOf(['what-is-bleu', 'long-gone'])
    const cwd = branch({ ...files, 'history/published.json': published })
    rmSync(path.join(cwd, 'drills/questions/what-is-bleu.md'))
    const { stdout } = await lint(cwd, ['--changed', '--format=json'])
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { rule: string; message: string }[] }
    const gone = diagnostics.filter(({ rule }) => rule === 'redirects')
    expect(gone.map(({ message }) => /`([^`]+)`/.exec(message)?.[1])).toEqual(['what-is-bleu'])
  })
})

describe('the base', () => {
  test.each([
    ['by default origin/main', ['--changed'], {}, 'origin/main'],
    ['in a pull request its target', ['--changed'], { GITHUB_BASE_REF: 'main' }, 'origin/main'],
    ['after `=`', ['--changed=main'], {}, 'main'],
    ['as a word', ['--changed', 'main'], {}, 'main'],
    ['as a commit', ['--changed', 'HEAD'], {}, 'HEAD'],
    ['before another flag', ['--changed', '--quiet'], {}, 'origin/main'],
    ['empty', ['--changed='], {}, 'origin/main'],
  ])('is %s; that nothing has changed is said', async (_, args, env, base) => {
    const cwd = branch()
    git(cwd, 'update-ref', 'refs/remotes/origin/main', 'main')
    expect(await lint(cwd, args, { env })).toEqual({
      code: 0,
      stdout: '',
      stderr: `drills: nothing to lint has changed since \`${base}\`\n`,
    })
  })

  test('is where the branch began: what has happened on main since is no change', async () => {
    const cwd = branch()
    git(cwd, 'switch', '--quiet', 'main')
    commit(cwd, { [paths.round]: valid.round })
    git(cwd, 'switch', '--quiet', 'topic')
    put(cwd, { [paths.question]: `${broken(valid.question)}\n` })
    expect(await found(cwd, '--changed')).toEqual({ places: ['what-is-recall.md schema'], files: 1 })
  })

  test('that nothing has changed is a whole report in other formats', async () => {
    const cwd = branch()
    const { code, stdout } = await lint(cwd, ['--changed', '--format', 'json'])
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      { version: 1, diagnostics: [], summary: { files: 0, errors: 0, warnings: 0 } },
    ])
  })

  test('a drill that is deleted without harm is a change', async () => {
    const cwd = branch()
    rmSync(path.join(cwd, paths.question))
    expect(await lint(cwd, ['--changed'])).toEqual({
      code: 0,
      stdout: '✔ no findings in 0 files\n',
      stderr: '',
    })
  })

  test.each([
    [['--changed', 'mian'], {}, 'no commit `mian`'],
    [['--changed=-x'], {}, 'no commit `-x`'],
    [['--changed=--output=x'], {}, 'no commit `--output=x`'],
    [['--changed', 'main..topic'], {}, 'no commit `main..topic`'],
    [['--changed=^main'], {}, 'no commit `^main`'],
    [['--changed'], { GITHUB_BASE_REF: 'next' }, 'no commit `origin/next` or `next`'],
  ])('drills lint %j with %j: it has to exist', async (args, env, message) => {
    expect(await lint(branch(), args, { env })).toEqual({
      code: 2,
      stdout: '',
      stderr: `drills: ${message}; fetch it, or name another base with \`--changed=<ref>\`\n`,
    })
  })

  test('needs a repository', async () => {
    expect(await lint(corpusOnDisk(), ['--changed'])).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'drills: no git history here (not a git repository (or any of the parent directories): .git); `--changed` compares with a commit\n',
    })
  })

  test('needs git', async () => {
    const cwd = branch()
    vi.stubEnv('PATH', temporaryFolder())
    expect(await lint(cwd, ['--changed'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'drills: no git history here (git is not installed); `--changed` compares with a commit\n',
    })
  })

  test.runIf(process.getuid?.() === 0)('needs a repository that git trusts', async () => {
    const cwd = branch()
    chownSync(path.join(cwd, '.git'), 65534, 65534)
    chownSync(cwd, 65534, 65534)
    vi.stubEnv('HOME', temporaryFolder())
    vi.stubEnv('SUDO_UID', undefined)
    const reason = `detected dubious ownership in repository at '${cwd}'`
    const stderr = `drills: no git history here (${reason}); \`--changed\` compares with a commit\n`
    expect(await lint(cwd, ['--changed'])).toEqual({ code: 2, stdout: '', stderr })
  })

  test('says what git says of a reference that can’t be read', async () => {
    const cwd = branch()
    put(cwd, { '.git/HEAD': 'nonsense' })
    const { code, stderr } = await lint(cwd, ['--changed'])
    expect([code, stderr]).toEqual([
      2,
      'drills: no git history here (not a git repository (or any of the parent directories): .git); `--changed` compares with a commit\n',
    ])
  })

  test('needs a working tree that git can compare with it', async () => {
    const cwd = branch()
    put(cwd, { '.git/index': 'x' })
    const { code, stdout, stderr } = await lint(cwd, ['--changed'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(
      /^drills: git can’t compare the working tree with `main` \([^\n]*index file[^\n]*\)\n$/,
    )
  })

  test('is named with the reason of git, without its control characters', async () => {
    const cwd = branch()
    rmSync(path.join(cwd, '.git'), { recursive: true })
    put(cwd, { '.git': 'gitdir: /no/\u001b[31mwhere' })
    const { code, stderr } = await lint(cwd, ['--changed'])
    expect([code, stderr]).toEqual([
      2,
      'drills: no git history here (not a git repository: /no/?[31mwhere); `--changed` compares with a commit\n',
    ])
  })

  test('needs the history back to it', async () => {
    const origin = branch()
    commit(origin, { 'topic.txt': 'x' })
    git(origin, 'switch', '--quiet', 'main')
    commit(origin, { 'main.txt': 'x' })
    const cwd = path.join(temporaryFolder(), 'clone')
    execFileSync('git', ['clone', '--quiet', '--depth=1', '--no-single-branch', `file://${origin}`, cwd])
    git(cwd, 'switch', '--quiet', 'topic')
    const { code, stderr } = await lint(cwd, ['--changed'])
    expect([code, stderr]).toEqual([
      2,
      'drills: no common ancestor with `origin/main`; fetch more history (`git fetch --unshallow`, or `fetch-depth: 0` of actions/checkout)\n',
    ])
  })
})

describe('annotations', () => {
  /** Twelve mistakes: two in the drill, ten in links, of which the last two lines are edited. */
  const links = Array.from({ length: 12 }, (_, index) => `- [x](http://${index})`).join('\n')
  const text = edit(valid.question, 'Explain the metric to a product manager.', links)
  const changed = text
    .replace('- [x](http://10)', '- [y](http://10)')
    .replace('- [x](http://11)', '- [y](http://11)')

  test.each([
    ['--changed', ['--changed'], {}],
    ['a pull request', [], { GITHUB_BASE_REF: 'main' }],
  ])('stand on changed lines first, with %s', async (_, args, env) => {
    const cwd = branch({
      [paths.question]: text,
      [paths.round]: valid.round,
      [paths.incident]: valid.incident,
    })
    put(cwd, { [paths.question]: changed })
    const { stdout } = await lint(cwd, ['--format', 'github', ...args], { env })
    const lines = stdout.split('\n').filter((line) => line.startsWith('::error'))
    const shown = lines.map((line) => /,title=links::.*`http:\/\/(\d+)`/.exec(line)?.[1])
    expect(shown).toEqual(['10', '11', '0', '1', '2', '3', '4', '5', '6', '7'])
  })

  test('are in order where the history of a pull request is not there', async () => {
    const cwd = corpusOnDisk({ [paths.question]: text })
    const { stdout, code, stderr } = await lint(cwd, ['--format', 'github'], {
      env: { GITHUB_BASE_REF: 'main' },
    })
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toMatch(/^::error [^\n]*http:\/\/0`/)
  })
})
