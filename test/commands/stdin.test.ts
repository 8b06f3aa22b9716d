import { describe, expect, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { drills, memoryReader, root, validFiles } from '../support/terminal.ts'

const broken = edit(valid.round, 'difficulty: core', 'difficulty: hard')
const typed = (text: string | Uint8Array) => ({ input: async () => Buffer.from(text) })

describe('text on standard input', () => {
  test('stands for a file, in place of what is on disk', async () => {
    const ran = await drills(['lint', '--stdin', '--stdin-filename', paths.round], typed(broken))
    expect(ran.code).toBe(1)
    expect(ran.stdout).toMatch(/^drills\/rounds\/voice-note-search\.md\n\n {2}error 5:13 {2}schema\n/)
    expect(ran.stdout).toContain('       5 │ difficulty: hard\n')
    expect(ran.stdout).toMatch(/✖ 1 error and 0 warnings in 1 file\n$/)
  })

  test('mends what is wrong on disk', async () => {
    const reader = memoryReader({ ...validFiles, [paths.round]: broken })
    const ran = await drills(['lint', '--stdin', '--stdin-filename', paths.round], {
      ...typed(valid.round),
      reader,
    })
    expect(ran).toEqual({ code: 0, stdout: '✔ no findings in 1 file\n', stderr: '' })
  })

  test('may be a file that does not exist yet', async () => {
    const name = 'drills/questions/what-is-precision.md'
    const text = edit(
      edit(valid.question, 'id: what-is-recall', 'id: what-is-precision'),
      'Explain the metric to a product manager.',
      'Say it to a child in three sentences, with one example.',
    )
    const { code, stdout } = await drills(
      ['lint', '--stdin', '--stdin-filename', name, '--format=json'],
      typed(text),
    )
    const { diagnostics, summary } = JSON.parse(stdout) as {
      diagnostics: { rule: string; file: string }[]
      summary: object
    }
    expect(code).toBe(1)
    // Its title is that of the other question: rules about the whole corpus see it too.
    expect(diagnostics.map(({ rule, file }) => [rule, file])).toEqual([['unique', paths.question]])
    expect(summary).toEqual({ files: 1, errors: 1, warnings: 0 })
  })

  test.each([
    ['what-is-recall.md', `${root}/drills/questions`],
    ['../questions/what-is-recall.md', `${root}/drills/rounds`],
    [`${root}/drills/questions/what-is-recall.md`, root],
    ['./drills/questions/what-is-recall.md', root],
  ])('is named from the working directory: %s in %s', async (name, cwd) => {
    const text = edit(valid.question, 'difficulty: core', 'difficulty: hard')
    const ran = await drills(['lint', '--stdin', '--stdin-filename', name, '--format=json'], {
      ...typed(text),
      cwd,
    })
    expect(JSON.parse(ran.stdout).diagnostics).toMatchObject([
      { file: paths.question, rule: 'schema', line: 4 },
    ])
  })

  test('may be a definition document or the redirects', async () => {
    const rubric = await drills(['lint', '--stdin', '--stdin-filename', paths.rubric], typed(valid.rubric))
    expect(rubric).toEqual({ code: 0, stdout: '✔ no findings in 1 file\n', stderr: '' })
    const redirects = await drills(['lint', '--stdin', '--stdin-filename', paths.redirects], typed('- x\n'))
    expect(redirects.code).toBe(1)
    expect(redirects.stdout).toMatch(/^drills\/redirects\.yml\n/)
  })

  test('is no file when it is too large, and no text when it is empty or binary', async () => {
    const lint = async (text: string | Uint8Array): Promise<string[]> => {
      const { stdout } = await drills(
        ['lint', '--stdin', '--stdin-filename', paths.round, '--format=json'],
        typed(text),
      )
      return (JSON.parse(stdout).diagnostics as { rule: string; line: number }[]).map(
        ({ rule, line }) => `${rule} ${line}`,
      )
    }
    expect(await lint('x'.repeat(300_000))).toEqual(['encoding 1'])
    expect(await lint('')).toContain('front-matter 1')
    expect(await lint(Uint8Array.of(0xff, 0xfe, 0x00))).toContain('encoding 1')
  })
})

test.each([
  [['--stdin'], '`--stdin` needs `--stdin-filename <path>`, the file that the text stands for'],
  [['--stdin-filename', paths.round], '`--stdin-filename` goes with `--stdin`'],
  [['--stdin', '--stdin-filename'], 'flag `--stdin-filename` needs a value; see `drills lint --help`'],
  [
    ['--stdin', '--stdin-filename', 'README.md'],
    'outside the corpus: `README.md`; expected a path inside `drills/`',
  ],
  [
    ['--stdin', '--stdin-filename', '../x.md'],
    'outside the corpus: `../x.md`; expected a path inside `drills/`',
  ],
  [
    ['--stdin', '--stdin-filename', 'drills/../x.md'],
    'outside the corpus: `drills/../x.md`; expected a path inside `drills/`',
  ],
  [
    ['--stdin', '--stdin-filename', 'drills'],
    'outside the corpus: `drills`; expected a path inside `drills/`',
  ],
  [
    ['--stdin', '--stdin-filename', 'drills/rounds'],
    'not a Markdown file: `drills/rounds`; expected a name that ends in `.md`',
  ],
  [
    ['--stdin', '--stdin-filename', 'drills/a.txt'],
    'not a Markdown file: `drills/a.txt`; expected a name that ends in `.md`',
  ],
  [
    ['--stdin', '--stdin-filename', paths.round, paths.question],
    '`--stdin` takes no paths besides `--stdin-filename`',
  ],
])('drills lint %j is wrong usage', async (args, message) => {
  const input = (): Promise<Uint8Array> => Promise.reject(new Error('it was read'))
  expect(await drills(['lint', ...args], { input })).toEqual({
    code: 2,
    stdout: '',
    stderr: `drills: ${message}\n`,
  })
})
