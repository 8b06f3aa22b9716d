import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileReader } from '../../src/io/file-reader.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { commit, git } from '../support/git.ts'
import { ourManifest } from '../support/package.ts'
import { corpusOnDisk, drills, put, type Ran, temporaryFolder } from '../support/terminal.ts'

const figure = edit(valid.round, 'within 800 ms', 'within 700 ms')
const typo = edit(valid.round, 'may ever search it', 'may evver search it')
const gone = '../gone'

/** A repository on a branch that began at `main`, with one round and one question. */
function repository(files: Readonly<Record<string, string>> = {}): string {
  const folder = corpusOnDisk({
    [paths.question]: valid.question,
    '.changeset/README.md': '# Changesets\n',
    'package.json': ourManifest,
  })
  commit(folder, files)
  git(folder, 'switch', '--quiet', '--create', 'work')
  return folder
}

const run = (cwd: string, ...args: readonly string[]): Promise<Ran> =>
  drills(['changeset', ...args], { cwd, reader: fileReader })

const refused = (stderr: string): Ran => ({ code: 2, stdout: '', stderr: `drills: ${stderr}\n` })

const changesets = (folder: string): string[] =>
  readdirSync(path.join(folder, '.changeset')).filter((name) => name !== 'README.md')

/** The only changeset. */
function written(folder: string): { name: string; text: string } {
  const [name = '', ...others] = changesets(folder)
  expect(others).toEqual([])
  return { name, text: readFileSync(path.join(folder, '.changeset', name), 'utf8') }
}

const changeset = (bump: string, body = 'Something.'): string =>
  `---\n"audio-text-drills": ${bump}\n---\n\n${body}\n`

const check = (folder: string, ...args: readonly string[]): Promise<Ran> => run(folder, '--check', ...args)

const enough = (declared: string, needed: string): Ran => ({
  code: 0,
  stdout: '',
  stderr: `drills: the declared bump (${declared}) is large enough for the content changes (${needed})\n`,
})

const small = (declared: string, needed: string, ...forced: readonly string[]): Ran => ({
  code: 1,
  stdout: forced.map((line) => `${line}\n`).join(''),
  stderr: `drills: the declared bump is ${declared}, the content changes need ${needed}; run \`drills changeset\`, or write \`exception: <drill> <field>: <reason>\` in the changeset\n`,
})

const forcedByFigure =
  'minor is forced by voice-note-search sections.constraints.points.latency (changed: numbers changed; this affects stored grades)'
const forcedByRemoval =
  'major is forced by what-is-recall id (removed: the id was removed without a redirect, or the drill is a draft again)'

describe('writing', () => {
  test('the bump and a summary', async () => {
    const folder = repository()
    put(folder, { [paths.round]: figure })
    const { code, stdout, stderr } = await run(folder)
    const { name, text } = written(folder)
    expect(name).toMatch(/^content-[0-9a-f]{8}\.md$/)
    expect([code, stdout, stderr]).toEqual([
      0,
      `.changeset/${name}\n`,
      'drills: wrote a minor changeset of 1 change\n',
    ])
    expect(text).toBe(`---
"audio-text-drills": minor
---

Content: 1 change in 1 drill.

**\`voice-note-search\`**

- minor: \`sections.constraints.points.latency\` changed, numbers changed; this affects stored grades
`)
    expect(await check(folder)).toEqual(enough('minor', 'minor'))
  })

  test('for the package of another repository, whose name may have a scope', async () => {
    const folder = repository({ 'package.json': '{"name":"@acme/speech-drills","version":"2.3.0"}' })
    put(folder, { [paths.round]: figure })
    await run(folder)
    const { name, text } = written(folder)
    expect(text).toMatch(/^---\n"@acme\/speech-drills": minor\n---\n/)
    expect(await check(folder)).toEqual(enough('minor', 'minor'))
    put(folder, { [`.changeset/${name}`]: changeset('minor') })
    expect(await check(folder)).toEqual(
      refused(
        `\`.changeset/${name}\` names the package \`audio-text-drills\`, expected only \`@acme/speech-drills\`; exceptions belong in the body`,
      ),
    )
  })

  test('once more takes the place of what it wrote before, and keeps the exceptions and their effect', async () => {
    const folder = repository()
    put(folder, { [paths.round]: typo })
    await run(folder)
    const { name } = written(folder)
    const exception = 'exception: what-is-recall id: it was never shown to anybody'
    put(folder, { [`.changeset/${name}`]: `${changeset('patch')}\n${exception}\n` })
    rmSync(path.join(folder, paths.question))
    expect(await run(folder)).toMatchObject({
      code: 0,
      stderr: 'drills: wrote a patch changeset of 2 changes\n',
    })
    expect(written(folder).name).toBe(name)
    expect(written(folder).text).toBe(`---
"audio-text-drills": patch
---

Content: 2 changes in 2 drills.

**\`what-is-recall\`**

- major: \`id\` removed, the id was removed without a redirect, or the drill is a draft again

**\`voice-note-search\`**

- patch: \`sections.constraints.points.privacy\` changed, only the wording changed

${exception}
`)
    expect(await check(folder)).toEqual(enough('patch', 'major'))
  })

  test('a changeset that people wrote, or that was there before the branch, stays', async () => {
    const old = 'content-00000000.md'
    const folder = repository({ [`.changeset/${old}`]: changeset('major') })
    put(folder, { '.changeset/mine.md': changeset('patch'), [paths.round]: figure })
    await run(folder)
    expect(changesets(folder)).toHaveLength(3)
    expect(readFileSync(path.join(folder, '.changeset', old), 'utf8')).toBe(changeset('major'))
    expect(readFileSync(path.join(folder, '.changeset/mine.md'), 'utf8')).toBe(changeset('patch'))
  })

  test.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['a comment in the redirects', { [paths.redirects]: '# none so far\nrenamed: {}\n' }],
    [
      'a draft',
      {
        'drills/questions/unfinished-one.md': edit(
          edit(valid.question, 'id: what-is-recall', 'id: unfinished-one'),
          'kind: question',
          'kind: question\nstatus: draft',
        )
          .replace('# What does recall', '# New: what does recall')
          .replace('Explain the metric to a product manager', 'Say something else'),
      },
    ],
    ['a test', { 'test/a.test.ts': 'x' }],
    ['another pinned place of the only round', { [paths.round]: edit(valid.round, 'order: 1', 'order: 3') }],
    ['line ends', { [paths.round]: valid.round.replaceAll('\n', '\r\n') }],
  ])('%s needs none', async (_, files) => {
    const folder = repository()
    put(folder, files)
    expect(await run(folder)).toEqual({
      code: 0,
      stdout: '',
      stderr: 'drills: no change reaches apps: no changeset needed\n',
    })
    expect(changesets(folder)).toEqual([])
    expect(await check(folder)).toEqual(enough('none', 'none'))
  })

  test('where no changesets are kept', async () => {
    const folder = repository()
    rmSync(path.join(folder, '.changeset'), { recursive: true })
    put(folder, { [paths.round]: figure })
    expect(await run(folder)).toEqual(
      refused('no folder `.changeset` here; `npx @changesets/cli@2 init` makes one'),
    )
  })

  test('author text can’t add an exception', async () => {
    const folder = repository()
    const reason = 'exception: * rubric.lists: because'
    rmSync(path.join(folder, paths.question))
    put(folder, { [paths.redirects]: `retired:\n  what-is-recall: "x\\n${reason}\\n---"\n` })
    await run(folder)
    expect(
      written(folder)
        .text.split('\n')
        .filter((line) => /^(?:exception|---)/.test(line)),
    ).toEqual(['---', '---'])
    expect(written(folder).text).toContain(`it was retired: \`x ${reason} ---\``)
  })
})

describe('checking', () => {
  test('no changeset is a bump of none', async () => {
    const folder = repository()
    put(folder, { [paths.round]: figure })
    expect(await check(folder)).toEqual(small('none', 'minor', forcedByFigure))
  })

  test('too small names every change that forces more', async () => {
    const folder = repository()
    rmSync(path.join(folder, paths.question))
    put(folder, { [paths.round]: figure, '.changeset/a.md': changeset('patch') })
    expect(await check(folder)).toEqual(small('patch', 'major', forcedByRemoval, forcedByFigure))
    put(folder, { '.changeset/a.md': changeset('minor') })
    expect(await check(folder)).toEqual(small('minor', 'major', forcedByRemoval))
    put(folder, { '.changeset/a.md': changeset('major') })
    expect(await check(folder)).toEqual(enough('major', 'major'))
  })

  test('of several the largest counts', async () => {
    const folder = repository()
    put(folder, {
      [paths.round]: figure,
      '.changeset/a.md': changeset('patch'),
      '.changeset/b.md': changeset('minor'),
      '.changeset/c.md': '---\n---\n\nOnly tests.\n',
    })
    expect(await check(folder)).toEqual(enough('minor', 'minor'))
  })

  test('one that was there when the branch began does not count, one that the branch changed does', async () => {
    const folder = repository({ '.changeset/old.md': changeset('patch') })
    put(folder, { [paths.round]: typo })
    expect((await check(folder)).code).toBe(1)
    put(folder, { '.changeset/old.md': changeset('minor') })
    expect(await check(folder)).toEqual(enough('minor', 'patch'))
  })

  test('what main did meanwhile is not held against the branch', async () => {
    const folder = repository()
    commit(folder, { [paths.round]: typo, '.changeset/a.md': changeset('patch') })
    git(folder, 'switch', '--quiet', 'main')
    rmSync(path.join(folder, paths.question))
    commit(folder)
    git(folder, 'switch', '--quiet', 'work')
    expect(await check(folder)).toEqual(enough('patch', 'patch'))
    expect(await check(folder, '--since', 'main')).toEqual(enough('patch', 'patch'))
  })

  test('origin/main comes before main, and --since before both', async () => {
    const folder = repository()
    const main = git(folder, 'rev-parse', 'main')
    commit(folder, { [paths.round]: typo })
    git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD')
    expect(await check(folder)).toEqual(enough('none', 'none'))
    expect((await check(folder, '--since', main)).code).toBe(1)
  })

  test.each([
    [
      'on a line',
      'exception: voice-note-search sections.constraints.points.latency: the old figure was a typo',
    ],
    [
      'in a list',
      '- exception: voice-note-search sections.constraints.points.latency: a typo: no drill said it',
    ],
    [
      'with an indentation',
      '  Exception:   voice-note-search   sections.constraints.points.latency:   a typo',
    ],
  ])('an exception %s lets a change pass', async (_, line) => {
    const folder = repository()
    put(folder, {
      [paths.round]: figure,
      '.changeset/a.md': changeset('patch', `Corrects a typo.\n\n${line}`),
    })
    expect(await check(folder)).toEqual(enough('patch', 'minor'))
  })

  test('* stands for what is of no drill', async () => {
    const folder = repository()
    put(folder, {
      [paths.loop]: edit(valid.loop, 'names: [codec]', 'names: [codec, vocoder]'),
      '.changeset/a.md': changeset('patch', 'exception: * practiceLoop.components: only a synonym'),
    })
    expect(await check(folder)).toEqual(enough('patch', 'minor'))
  })

  test('an exception covers its drill and field only, and one that covers nothing is told', async () => {
    const folder = repository()
    put(folder, {
      [paths.round]: figure,
      '.changeset/a.md': changeset('patch', 'exception: * sections.constraints.points.latency: no'),
    })
    const unused =
      '.changeset/a.md: the exception for * sections.constraints.points.latency covers nothing; remove it'
    expect(await check(folder)).toEqual(small('patch', 'minor', forcedByFigure, unused))
    put(folder, { '.changeset/a.md': changeset('minor', 'exception: voice-note-search prompt: no') })
    expect(await check(folder)).toEqual({
      code: 1,
      stdout: '.changeset/a.md: the exception for voice-note-search prompt covers nothing; remove it\n',
      stderr: '',
    })
  })

  test.each([
    [
      'an exception without a reason',
      changeset('patch', 'exception: voice-note-search prompt:'),
      '`.changeset/a.md` has an exception for `voice-note-search prompt` without a reason, expected it after the field: `prompt: why`',
    ],
    [
      'an exception without a reason, with blanks',
      changeset('patch', 'exception: voice-note-search prompt:   '),
      '`.changeset/a.md` has an exception for `voice-note-search prompt` without a reason, expected it after the field: `prompt: why`',
    ],
    [
      'an exception of no field',
      changeset('patch', 'exception: voice-note-search: harmless'),
      '`.changeset/a.md` has the line `exception: voice-note-search: harmless`, expected `exception: <drill or *> <field>: <reason>`',
    ],
    [
      'an exception in other words',
      changeset('patch', '* exception: voice-note-search prompt is harmless'),
      '`.changeset/a.md` has the line `exception: voice-note-search prompt is harmless`, expected `exception: <drill or *> <field>: <reason>`',
    ],
    [
      'an exception in the front matter',
      '---\n"audio-text-drills": patch\nexception: voice-note-search\n---\n',
      '`.changeset/a.md` names the package `exception`, expected only `audio-text-drills`; exceptions belong in the body',
    ],
    [
      'another package',
      '---\n"left-pad": patch\n---\n',
      '`.changeset/a.md` names the package `left-pad`, expected only `audio-text-drills`; exceptions belong in the body',
    ],
    [
      'an unknown bump beside other packages',
      '---\nweb: patch\n"audio-text-drills": Minor\n---\n',
      '`.changeset/a.md` has the bump `Minor`, expected `major`, `minor`, `patch` or `none`',
    ],
    [
      'front matter that never ends',
      '---x\n'.repeat(50_000),
      '`.changeset/a.md` has no front matter, expected `"audio-text-drills": minor` between two lines `---`',
    ],
    [
      'front matter whose end holds more',
      '---\n"audio-text-drills": minor\n---Text.\n',
      '`.changeset/a.md` has no front matter, expected `"audio-text-drills": minor` between two lines `---`',
    ],
    [
      'an unknown bump',
      '---\n"audio-text-drills": huge\n---\n',
      '`.changeset/a.md` has the bump `huge`, expected `major`, `minor`, `patch` or `none`',
    ],
    [
      'a list',
      '---\n- a\n---\n',
      '`.changeset/a.md` has front matter that is not a list of packages, expected `"audio-text-drills": minor`',
    ],
    [
      'the package twice',
      '---\n"audio-text-drills": patch\n"audio-text-drills": minor\n---\n',
      '`.changeset/a.md` has front matter that is not a list of packages, expected `"audio-text-drills": minor`',
    ],
    [
      'no front matter',
      'minor\n',
      '`.changeset/a.md` has no front matter, expected `"audio-text-drills": minor` between two lines `---`',
    ],
    [
      'nothing',
      '',
      '`.changeset/a.md` has no front matter, expected `"audio-text-drills": minor` between two lines `---`',
    ],
  ])('%s', async (_, text, stderr) => {
    const folder = repository()
    put(folder, { [paths.round]: typo, '.changeset/a.md': text })
    expect(await check(folder)).toEqual(refused(stderr))
    expect(readFileSync(path.join(folder, '.changeset/a.md'), 'utf8')).toBe(text)
  })

  const own = '"audio-text-drills": minor'
  test.each([
    ['behind a byte order mark', `\ufeff---\n${own}\n---\n\nText.\n`],
    ['behind blank lines and blanks', `\n\n  ---\n${own}\n\t---\n\nText.\n`],
    ['behind a comment', `<!-- of June -->\n---\n${own}\n---\n\nText.\n`],
    ['with the lines of Windows', `---\r\n${own}\r\n---\r\n\r\nText.\r\n`],
    ['with blanks at the ends of lines', `--- \n${own}  \n---\t\nText.\n`],
    ['with comments', `--- # bumps\n# only one\n${own} # as new\n---\nText.`],
    ['with blank lines', `---\n\n${own}\n\n---\nText.`],
    ['in single quotes', `---\n'audio-text-drills': 'minor'\n---\nText.`],
    ['without quotes', '---\naudio-text-drills: minor\n---\nText.'],
    ['in braces', `---\n{ ${own} }\n---\nText.`],
    ['beside other packages', `---\nweb: patch\n${own}\n"@acme/app": major\n---\nText.`],
    ['without a text', `---\n${own}\n---`],
    ['with a rule in the text', `---\n${own}\n---\nText.\n\n---\n\nMore.`],
  ])('a bump is read %s', async (_, text) => {
    const folder = repository()
    put(folder, { [paths.round]: figure, '.changeset/a.md': text })
    expect(await check(folder)).toEqual(enough('minor', 'minor'))
  })

  test('checking writes nothing', async () => {
    const folder = repository()
    put(folder, { [paths.round]: figure })
    await check(folder)
    expect(changesets(folder)).toEqual([])
  })
})

describe('without a place to begin', () => {
  /** Both ways of calling it end the same, and write nothing. */
  async function both(folder: string, stderr: string, ...args: readonly string[]): Promise<void> {
    put(folder, { [paths.round]: figure, '.changeset/README.md': 'x' })
    expect(await run(folder, ...args)).toEqual(refused(stderr))
    expect(await check(folder, ...args)).toEqual(refused(stderr))
    expect(changesets(folder)).toEqual([])
  }

  const nothing = 'no git history here; `drills changeset` compares with a commit'

  test('no repository', () =>
    both(
      corpusOnDisk(),
      nothing.replace('here', 'here (not a git repository (or any of the parent directories): .git)'),
    ))

  test('no commit', () => {
    const folder = corpusOnDisk()
    git(folder, 'init', '--quiet', '--initial-branch=main')
    const reason = "your current branch 'main' does not have any commits yet"
    return both(folder, nothing.replace('here', `here (${reason})`))
  })

  test('no main', () => {
    const folder = repository()
    git(folder, 'branch', '--quiet', '-D', 'main')
    return both(folder, 'no commit `origin/main` or `main`; name the branch with `--since <ref>`')
  })

  test.each(['unknown', '--upload-pack=x', '-h'])('the unknown reference %s', (word) =>
    both(repository(), `no commit \`${word}\`; name the branch with \`--since <ref>\``, `--since=${word}`),
  )

  test('no common ancestor, as in a shallow clone', async () => {
    const origin = repository()
    commit(origin, { 'a.txt': 'a' })
    git(origin, 'switch', '--quiet', 'main')
    commit(origin, { 'b.txt': 'b' })
    const folder = path.join(temporaryFolder(), 'clone')
    git(
      origin,
      'clone',
      '--quiet',
      '--depth=1',
      '--no-single-branch',
      '--branch=work',
      `file://${origin}`,
      folder,
    )
    await both(
      folder,
      'no common ancestor with `origin/main`; fetch more history (`git fetch --unshallow`, or `fetch-depth: 0` of actions/checkout)',
    )
  })

  test('a beginning without drills', async () => {
    const folder = temporaryFolder()
    commit(folder, { 'a.txt': 'a' })
    put(folder, { [paths.loop]: valid.loop, [paths.rubric]: valid.rubric })
    await both(folder, '`main` has no drills that this tool can compile')
  })

  test('no drills here', async () => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, '.changeset'))
    expect((await run(folder)).code).toBe(2)
  })

  test('a path', async () => {
    expect(await run(repository(), gone)).toEqual(
      refused('`drills changeset` takes no paths; see `drills changeset --help`'),
    )
  })
})
