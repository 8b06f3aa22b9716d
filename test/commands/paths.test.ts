import { mkdirSync, renameSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileReader } from '../../src/io/file-reader.ts'
import { edit, type Files, paths, valid } from '../support/corpus.ts'
import { incidentSamples, roundSamples } from '../support/samples.ts'
import {
  corpusOnDisk,
  drills,
  memoryReader,
  put,
  root,
  temporaryFolder,
  validFiles,
} from '../support/terminal.ts'

const broken = (text: string): string => edit(text, 'difficulty: core', 'difficulty: hard')

/** A corpus in which each of three drills has the same mistake. */
const files: Files = {
  [paths.round]: broken(valid.round),
  [paths.incident]: broken(valid.incident),
  [paths.question]: broken(valid.question),
  ...roundSamples(),
  ...incidentSamples(),
}
const others = { [`${root}/README.md`]: '# Drills\n' }
const reader = memoryReader(files, others)

/** The files that a command line found mistakes in, and how many it looked at. */
async function found(args: readonly string[], cwd = root): Promise<{ files: string[]; looked: number }> {
  const { stdout, stderr } = await drills(['lint', '--format', 'json', ...args], { reader, cwd })
  if (stderr !== '') throw new Error(stderr)
  const report = JSON.parse(stdout) as { diagnostics: { file: string }[]; summary: { files: number } }
  return { files: report.diagnostics.map(({ file }) => file), looked: report.summary.files }
}

const { round, incident, question } = paths

test.each([
  ['[x]', '*.md'],
  ['{a,b}', '*.md'],
  ['a*', '../a[*]/*.md'],
])('a pattern that is given in a folder named %s', async (name, pattern) => {
  const file = `drills/rounds/${name}/voice-note-search.md`
  const folder = corpusOnDisk({
    [file]: broken(valid.round),
    'drills/rounds/ab/other.md': broken(valid.round),
  })
  const cwd = path.join(folder, 'drills/rounds', name)
  const { stdout, stderr } = await drills(['lint', '--format', 'json', pattern], { cwd, reader: fileReader })
  expect(stderr).toBe('')
  const { diagnostics, summary } = JSON.parse(stdout) as {
    diagnostics: { file: string; rule: string }[]
    summary: { files: number }
  }
  const mistakes = diagnostics.filter(({ rule }) => rule === 'schema')
  expect(mistakes.map((finding) => finding.file)).toEqual([file])
  expect(summary.files).toBe(1)
})

test.each([
  ['drills/rounds/*.md', '.'],
  ['rounds/*.md', 'drills'],
  ['../rounds/*.md', 'drills/samples'],
])('the pattern %s, given in %s of a repository whose own path has brackets', async (pattern, from) => {
  const folder = path.join(temporaryFolder(), '[y]/{a,b}!')
  mkdirSync(path.dirname(folder))
  renameSync(corpusOnDisk({ [round]: broken(valid.round) }), folder)
  const cwd = path.join(folder, from)
  const { stdout } = await drills(['lint', '--format', 'json', pattern], { cwd, reader: fileReader })
  expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{ file: round }], summary: { files: 1 } })
})

test('a pattern longer than any path matches nothing', async () => {
  const cwd = corpusOnDisk()
  const ran = await drills(['lint', `drills/${'x'.repeat(70_000)}*.md`], { cwd, reader: fileReader })
  expect([ran.code, ran.stdout]).toEqual([2, ''])
  expect(ran.stderr).toMatch(
    /^drills: nothing matches `drills\/x{50,200}…`; expected a pattern like [^\n]*\n$/,
  )
})

describe('what is linted', () => {
  test.each([
    ['everything without a path', [], root, [incident, question, round], 9],
    ['everything from a subfolder', [], `${root}/drills/rounds`, [incident, question, round], 9],
    ['a file', [round], root, [round], 1],
    ['a folder', ['drills/questions'], root, [question], 1],
    ['a folder with a slash', ['drills/questions/'], root, [question], 1],
    ['the whole folder', ['drills'], root, [incident, question, round], 9],
    ['the root', ['.'], root, [incident, question, round], 9],
    ['several, one of them twice', [question, 'drills/incidents', question], root, [incident, question], 2],
    ['a glob', ['drills/{rounds,questions}/*.md'], root, [question, round], 2],
    ['a glob through folders', ['**/*search*.md'], root, [incident, round], 2],
    ['an absolute path', [`${root}/${round}`], '/corpus/drills', [round], 1],
    ['an absolute glob', [`${root}/drills/*/what-*`], root, [question], 1],
    ['a file beside the working directory', ['voice-note-search.md'], `${root}/drills/rounds`, [round], 1],
    ['a glob there', ['*.md'], `${root}/drills/rounds`, [round], 1],
    ['a folder above', ['../questions'], `${root}/drills/rounds`, [question], 1],
    ['a definition document', ['drills/rubric.md'], root, [], 1],
  ])('%s', async (_, args, cwd, expected, looked) => {
    expect(await found(args, cwd)).toEqual({ files: expected, looked })
  })

  test('rules about the whole corpus see all of it, whatever is named', async () => {
    const twice = memoryReader({
      [round]: valid.round,
      'drills/rounds/z.md': edit(valid.round, 'order: 1\n', ''),
      ...roundSamples(),
    })
    const rules = async (name: string): Promise<string[]> => {
      const { stdout } = await drills(['lint', '--format', 'json', name], { reader: twice })
      const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; rule: string }[] }
      return diagnostics.map(({ file, rule }) => `${path.basename(file)} ${rule}`)
    }
    const clashes = ['unique', 'unique', 'near-duplicate'].map((rule) => `z.md ${rule}`)
    expect(await rules('drills/rounds/z.md')).toEqual(['z.md file-name', ...clashes])
    // The first one is told too, or a new drill would look clean until somebody lints the whole corpus.
    expect(await rules(round)).toEqual(clashes)
    expect(await rules('drills/rubric.md')).toEqual([])
  })

  test('findings of the definition documents are always shown, because no drill can be judged without them', async () => {
    const torn = memoryReader({ ...validFiles, [paths.rubric]: '# Rubric\n' })
    const { stdout, code } = await drills(['lint', round], { reader: torn })
    expect(code).toBe(1)
    expect(stdout).toContain('\ndrills/rubric.md\n\n  error 1:1  front-matter\n')
  })

  test('a corpus without drills still has its definition documents', async () => {
    expect(await drills(['lint'], { reader: memoryReader({}) })).toEqual({
      code: 0,
      stdout: '✔ no findings in 2 files\n',
      stderr: '',
    })
  })
})

describe('what can’t be linted is told in one line, with exit code 2', () => {
  test.each([
    [
      ['drills/rounds/voice-note-serach.md'],
      root,
      'no such file or folder: `drills/rounds/voice-note-serach.md`; did you mean `drills/rounds/voice-note-search.md`?',
    ],
    [
      ['drills/incidents/voice-note-search.md'],
      root,
      'no such file or folder: `drills/incidents/voice-note-search.md`; did you mean `drills/rounds/voice-note-search.md`?',
    ],
    [
      ['drills/question'],
      root,
      'no such file or folder: `drills/question`; did you mean `drills/questions`?',
    ],
    [['drils'], root, 'no such file or folder: `drils`; did you mean `drills`?'],
    [
      ['voice-note-serch.md'],
      `${root}/drills/rounds`,
      'no such file or folder: `voice-note-serch.md`; did you mean `voice-note-search.md`?',
    ],
    [
      ['../question'],
      `${root}/drills/rounds`,
      'no such file or folder: `../question`; did you mean `../questions`?',
    ],
    [['../round'], `${root}/drills/rounds`, 'no such file or folder: `../round`; did you mean `.`?'],
    [
      ['nothing-like-it.md'],
      root,
      'no such file or folder: `nothing-like-it.md`; expected a path inside `drills/`',
    ],
    [
      ['a\nb\u001b\u009b.md'],
      root,
      'no such file or folder: `a b\\x1b\\x9b.md`; expected a path inside `drills/`',
    ],
    [['README.md'], root, 'outside the corpus: `README.md`; expected a path inside `drills/`'],
    [
      ['../../README.md'],
      `${root}/drills/rounds`,
      'outside the corpus: `../../README.md`; expected a path inside `drills/`',
    ],
    [['drills/*.mdx'], root, 'nothing matches `drills/*.mdx`; expected a pattern like `drills/rounds/*.md`'],
    [
      [round, 'drills/[a-c]*/nope*'],
      root,
      'nothing matches `drills/[a-c]*/nope*`; expected a pattern like `drills/rounds/*.md`',
    ],
    [[round, 'gone.md'], root, 'no such file or folder: `gone.md`; expected a path inside `drills/`'],
    [
      [],
      '/elsewhere',
      'no drills here: no folder from here upwards has a `drills/practice-loop.md`; change to the repository of the drills',
    ],
  ])('drills lint %j in %s', async (args, cwd, message) => {
    expect(await drills(['lint', ...args], { reader, cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: `drills: ${message}\n`,
    })
  })

  test('a folder without drills, a file that is none, and names that no file system takes', async () => {
    const cwd = corpusOnDisk({ 'drills/rounds/notes/plan.txt': 'x' })
    const stderr = async (word: string): Promise<string> =>
      (await drills(['lint', word], { reader: fileReader, cwd })).stderr
    const expected = 'expected Markdown files, or `drills/redirects.yml`\n'
    expect(await stderr('drills/rounds/notes')).toBe(
      `drills: nothing to lint in \`drills/rounds/notes\`; ${expected}`,
    )
    expect(await stderr('drills/rounds/notes/plan.txt')).toBe(
      `drills: nothing to lint in \`drills/rounds/notes/plan.txt\`; ${expected}`,
    )
    expect(await stderr('x'.repeat(5000))).toMatch(
      /^drills: no such file or folder: `x{199}…`; expected a path/,
    )
    expect(await stderr('/etc')).toBe(
      'drills: outside the corpus: `/etc`; expected a path inside `drills/`\n',
    )
  })
})

describe('files are called as they are in the working directory', () => {
  test.each([
    [root, 'drills/rounds/voice-note-search.md'],
    [`${root}/drills`, 'rounds/voice-note-search.md'],
    [`${root}/drills/rounds`, 'voice-note-search.md'],
    [`${root}/drills/questions`, '../rounds/voice-note-search.md'],
    [`${root}/docs/rules`, '../../drills/rounds/voice-note-search.md'],
  ])('in %s', async (cwd, shown) => {
    const { stdout } = await drills(['lint', `${root}/${round}`], { reader, cwd })
    expect(stdout.split('\n')[0]).toBe(shown)
    expect(await found([`${root}/${round}`], cwd)).toEqual({ files: [round], looked: 1 })
  })
})

test('a working directory or a path that goes through a link is the same corpus', async () => {
  const corpus = corpusOnDisk({ [round]: broken(valid.round) })
  const link = path.join(temporaryFolder(), 'link')
  symlinkSync(corpus, link)
  const io = { reader: fileReader, cwd: path.join(link, 'drills/rounds') }
  const first = async (args: string[], cwd: string): Promise<string | undefined> =>
    (await drills(['lint', ...args], { ...io, cwd })).stdout.split('\n')[0]
  expect(await first([], io.cwd)).toBe('voice-note-search.md')
  expect(await first(['voice-note-search.md'], io.cwd)).toBe('voice-note-search.md')
  expect(await first([path.join(link, round)], corpus)).toBe(round)
})

test('a corpus inside another one is the one that counts', async () => {
  const outer = corpusOnDisk({ [round]: broken(valid.round) })
  const inner = path.join(outer, 'docs/example')
  put(inner, { [paths.loop]: valid.loop, [paths.rubric]: valid.rubric })
  const ran = await drills(['lint'], { reader: fileReader, cwd: inner })
  expect(ran).toEqual({ code: 0, stdout: '✔ no findings in 2 files\n', stderr: '' })
})
