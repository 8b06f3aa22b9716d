import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { isCorpusFile } from '../../src/io/corpus-file.ts'
import { fileReader } from '../../src/io/file-reader.ts'
import { load, type Source, sourceOf } from '../../src/io/source.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { roundSamples } from '../support/samples.ts'
import { corpusOnDisk, drills, put, temporaryFolder } from '../support/terminal.ts'

const refusal = (code: string): Error => Object.assign(new Error(code), { code })

// Tests may run as a user who can read everything, so the refusals of the system are put on.
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const readdirSync = (folder: string, options: { withFileTypes: true }): unknown => {
    if (folder.endsWith('/forbidden')) throw refusal('EACCES')
    return fs.readdirSync(folder, options)
  }
  const readFileSync = (file: string, options?: 'utf8'): unknown => {
    if (/secret\.md$/.test(file)) throw refusal('EACCES')
    if (/fleeting\.md$/.test(file)) throw refusal('ENOENT')
    if (/broken-disk\.md$/.test(file)) throw refusal('EIO')
    return fs.readFileSync(file, options)
  }
  return { ...fs, readdirSync, readFileSync }
})

const samples = Object.keys(roundSamples())
/** What every corpus on disk holds. */
const given: readonly string[] = [paths.loop, paths.round, paths.rubric, ...samples]

const summary = (source: Source): string =>
  'failure' in source ? source.failure : 'size' in source ? 'large' : 'text'

/** What the reader makes of the files that are added to a corpus. */
function added(prepare: (root: string) => void): Record<string, string> {
  const root = corpusOnDisk()
  prepare(root)
  const read = fileReader.readCorpus(root).map(load)
  return Object.fromEntries(
    read.filter(({ file }) => !given.includes(file)).map((source) => [source.file, summary(source)]),
  )
}

describe('the files of a corpus', () => {
  test('are Markdown and the redirects, at any depth, in the order of code units', () => {
    const root = corpusOnDisk({
      'drills/redirects.yml': 'x',
      'drills/rounds/redirects.yml': 'no',
      'drills/rounds/Z.MD': 'x',
      'drills/rounds/a.markdown': 'x',
      'drills/rounds/é.md': 'x',
      'drills/rounds/a/b/c/d/e/f.md': 'x',
      'drills/rounds/a-b.md': 'x',
      'drills/rounds/notes.txt': 'no',
      'drills/rounds/md': 'no',
      'drills/rounds/x.md.bak': 'no',
      'README.md': 'no',
    })
    expect(fileReader.readCorpus(root).map(({ file }) => file)).toEqual([
      'drills/practice-loop.md',
      'drills/redirects.yml',
      'drills/rounds/Z.MD',
      'drills/rounds/a-b.md',
      'drills/rounds/a.markdown',
      'drills/rounds/a/b/c/d/e/f.md',
      'drills/rounds/voice-note-search.md',
      'drills/rounds/é.md',
      'drills/rubric.md',
      ...samples,
    ])
  })

  test('are found when `drills` itself is a link', () => {
    const root = temporaryFolder()
    symlinkSync(
      path.join(corpusOnDisk({ 'drills/rounds/forbidden/x.md': 'x' }), 'drills'),
      path.join(root, 'drills'),
    )
    const found = fileReader.readCorpus(root).map(load)
    expect(found.map(({ file }) => file)).toEqual([
      'drills/practice-loop.md',
      'drills/rounds/forbidden',
      'drills/rounds/voice-note-search.md',
      'drills/rubric.md',
      ...samples,
    ])
  })

  test('are not what is hidden or installed', () => {
    const hidden = ['.#x.md', '.x.md', '.git/x.md', 'node_modules/p/README.md', '.drills.tmp-1/new.md']
    const files = Object.fromEntries(hidden.map((name) => [`drills/rounds/${name}`, 'x']))
    expect(added((root) => put(root, files))).toEqual({})
  })

  test('are found up to 64 folders deep; a deeper folder is named and not entered', () => {
    const deepest = `drills/rounds/${'d/'.repeat(62)}`
    const files = [`${deepest}x.md`, `drills/rounds/${'e/'.repeat(800)}x.md`]
    expect(added((root) => put(root, Object.fromEntries(files.map((file) => [file, 'x']))))).toEqual({
      [`${deepest}x.md`]: 'text',
      [`drills/rounds/${'e/'.repeat(63)}`.slice(0, -1)]: 'folder 64 levels deep',
    })
  })

  test('come with their bytes as they are', () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0xff, 0x00, 0x0d)
    const root = corpusOnDisk()
    writeFileSync(path.join(root, 'drills/x.md'), bytes)
    const found = fileReader
      .readCorpus(root)
      .map(load)
      .find(({ file }) => file === 'drills/x.md')
    expect(found && 'bytes' in found && [...found.bytes]).toEqual([...bytes])
  })

  test('are not kept when they are larger than 256 KiB', () => {
    const limit = 256 * 1024
    const files = { 'drills/a.md': 'x'.repeat(limit), 'drills/b.md': 'x'.repeat(limit + 1) }
    expect(added((root) => put(root, files))).toEqual({ 'drills/a.md': 'text', 'drills/b.md': 'large' })
    expect(sourceOf('x.md', new Uint8Array(limit + 1))).toEqual({ file: 'x.md', size: limit + 1 })
  })

  test('may have names that no one should give', () => {
    const names = [
      'a\nb.md',
      '\u001b[31m.md',
      '::error::.md',
      '##[command].md',
      ' .md',
      '-rf.md',
      '*.md',
      'a\\b.md',
    ]
    const files = Object.fromEntries(names.map((name) => [`drills/rounds/${name}`, 'x']))
    expect(Object.keys(added((root) => put(root, files)))).toEqual(Object.keys(files).sort())
  })
})

describe('what can’t be read is told about, and the others go on', () => {
  const link = (to: string, name: string) => (root: string) => symlinkSync(to, path.join(root, name))

  test.each<[string, (root: string) => void, Record<string, string>]>([
    [
      'a folder with the name of a file',
      (root) => put(root, { 'drills/rounds/x.md/y.md': 'x' }),
      { 'drills/rounds/x.md': 'folder', 'drills/rounds/x.md/y.md': 'text' },
    ],
    [
      'a link to itself',
      link('x.md', 'drills/rounds/x.md'),
      { 'drills/rounds/x.md': 'link that leads back to itself' },
    ],
    ['a link to nothing', link('gone.md', 'drills/rounds/x.md'), { 'drills/rounds/x.md': 'symbolic link' }],
    [
      'a link out of the corpus',
      link('/etc/hostname', 'drills/rounds/x.md'),
      { 'drills/rounds/x.md': 'symbolic link' },
    ],
    [
      'a link inside',
      link('voice-note-search.md', 'drills/rounds/x.md'),
      { 'drills/rounds/x.md': 'symbolic link' },
    ],
    ['a link to a folder', link('..', 'drills/rounds/up'), { 'drills/rounds/up': 'symbolic link' }],
    [
      'a link to a device',
      link('/dev/zero', 'drills/rounds/x.md'),
      { 'drills/rounds/x.md': 'symbolic link' },
    ],
    [
      'a pipe',
      (root) => void execFileSync('mkfifo', [path.join(root, 'drills/rounds/x.md')]),
      { 'drills/rounds/x.md': 'pipe, socket or device' },
    ],
    [
      'a folder without permission',
      (root) => put(root, { 'drills/forbidden/x.md': 'x', 'drills/z.md': 'x' }),
      { 'drills/forbidden': 'file without permission to read it', 'drills/z.md': 'text' },
    ],
    [
      'a file without permission',
      (root) => put(root, { 'drills/secret.md': 'x' }),
      { 'drills/secret.md': 'file without permission to read it' },
    ],
    [
      'a file that vanishes',
      (root) => put(root, { 'drills/fleeting.md': 'x' }),
      { 'drills/fleeting.md': 'file that was gone when it was read' },
    ],
    [
      'a disk that fails',
      (root) => put(root, { 'drills/broken-disk.md': 'x' }),
      { 'drills/broken-disk.md': 'error of the file system (EIO)' },
    ],
  ])('%s', (_, prepare, expected) => {
    expect(added(prepare)).toEqual(expected)
  })

  test('each as a finding of its file', async () => {
    const root = corpusOnDisk({ 'drills/secret.md': 'x' })
    symlinkSync('/etc/hostname', path.join(root, 'drills/rounds/x.md'))
    const { code, stdout } = await drills(['lint'], { reader: fileReader, cwd: root })
    expect(code).toBe(1)
    expect(stdout).toBe(`drills/rounds/x.md

  error 1:1  read
    Unexpected symbolic link, expected a regular file that can be read

drills/secret.md

  error 1:1  read
    Unexpected file without permission to read it, expected a regular file that
    can be read

✖ 2 errors and 0 warnings in 7 files
`)
  })
})

describe('the root of the corpus', () => {
  test('is the nearest folder upwards with a practice loop', () => {
    const root = corpusOnDisk({ 'drills/rounds/a/b.md': 'x', 'docs/x.md': 'x' })
    for (const from of [
      root,
      path.join(root, 'drills'),
      path.join(root, 'drills/rounds/a'),
      path.join(root, 'docs'),
    ])
      expect(fileReader.findRoot(from)).toBe(root)
  })

  test('is nowhere without one', () => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, 'drills'))
    expect(fileReader.findRoot(folder)).toBeUndefined()
  })
})

describe('other files', () => {
  test('are text, or nothing', () => {
    const root = temporaryFolder()
    put(root, { 'a.txt': 'é' })
    execFileSync('mkfifo', [path.join(root, 'pipe')])
    symlinkSync('/dev/zero', path.join(root, 'zero'))
    const read = (name: string): string | undefined => fileReader.readText(path.join(root, name))
    expect(['a.txt', 'gone', '.', 'pipe', 'zero', 'nul\0'].map(read)).toEqual([
      'é',
      ...Array(5).fill(undefined),
    ])
  })

  test('exist or not, whatever they are called', () => {
    const root = temporaryFolder()
    put(root, { 'a/b.txt': 'x' })
    symlinkSync('loop', path.join(root, 'loop'))
    const kind = (name: string): string | undefined => fileReader.exists(path.join(root, name))
    expect(['a', 'a/b.txt', 'a/b.txt/c', 'gone', 'loop', 'nul\0', 'x'.repeat(5000)].map(kind)).toEqual([
      'folder',
      'file',
      ...Array(5).fill(undefined),
    ])
  })

  test('are listed in order', () => {
    const root = temporaryFolder()
    put(root, { 'b/x': '', a: '', B: '' })
    expect(fileReader.list(root)).toEqual(['B', 'a', 'b'])
    expect(fileReader.list(path.join(root, 'gone'))).toEqual([])
  })

  test('have a path without links, also below a folder that does not exist', () => {
    const root = temporaryFolder()
    put(root, { 'a/b.txt': 'x' })
    symlinkSync('a', path.join(root, 'link'))
    const real = (name: string): string => path.relative(root, fileReader.realPath(path.join(root, name)))
    expect(['link/b.txt', 'link/x/y', 'a', 'gone/x'].map(real)).toEqual(['a/b.txt', 'a/x/y', 'a', 'gone/x'])
  })
})

describe('a pattern', () => {
  const names = ['drills/a.md', 'drills/[a].md', 'drills/b/a b.md', 'drills/b/c/d.md', 'drills/f.md/e.md']
  const passedBy = ['drills/.a.md', 'drills/.b/a.md', 'node_modules/a.md', 'drills/b/node_modules/p/a.md']

  test.each<[string, string[]]>([
    ['**/*.md', [...names, 'drills/b/link.md', 'drills/f.md']],
    ['drills/*.md', ['drills/[a].md', 'drills/a.md', 'drills/f.md']],
    ['drills/{a,b/**/d}.md', ['drills/a.md', 'drills/b/c/d.md']],
    ['drills/[[]a[]].md', ['drills/[a].md']],
    ['drills/[!a]*', ['drills/[a].md', 'drills/b', 'drills/f.md', 'drills/up']],
    ['drills/!(a|f).md', ['drills/[a].md']],
    ['drills/*.txt', []],
    ['elsewhere/**', []],
  ])('%s', async (pattern, expected) => {
    const root = temporaryFolder()
    put(root, Object.fromEntries([...names, ...passedBy].map((name) => [name, 'x'])))
    symlinkSync('../a.md', path.join(root, 'drills/b/link.md'))
    symlinkSync('.', path.join(root, 'drills/up'))
    expect([...(await fileReader.glob(root, pattern))].sort()).toEqual(expected.sort())
  })
})

describe('a link of a drill to a file outside the corpus', () => {
  const anchor = async (target: string, files: Readonly<Record<string, string>>): Promise<string[]> => {
    const text = edit(valid.question, 'small groups.', `small groups. [A link of some words](${target}).`)
    const root = corpusOnDisk({ [paths.question]: text, ...files })
    execFileSync('mkfifo', [path.join(root, 'pipe.md')])
    const { stdout } = await drills(['lint', '--format', 'json', paths.question], {
      reader: fileReader,
      cwd: root,
    })
    return (JSON.parse(stdout).diagnostics as { message: string }[]).map(({ message }) => message)
  }
  const guide =
    '# Guide\n\nHow to *write*\n--------------\n\n```\n# no heading\n```\n\n## `code` & more\n\n## Guide\n'

  test.each(['#guide', '#how-to-write', '#code--more', '#guide-1', ''])('finds %j', async (fragment) => {
    expect(await anchor(`../../GUIDE.md${fragment}`, { 'GUIDE.md': guide })).toEqual([])
  })

  test.each([
    ['../../GUIDE.md#no-heading', 'Unexpected anchor `#no-heading`, expected a heading of `GUIDE.md`'],
    ['../../pipe.md#guide', 'Unexpected anchor `#guide`, expected a heading of `pipe.md`'],
    ['../../deep.md#guide', 'Unexpected anchor `#guide`, expected a heading of `deep.md`'],
    ['../../gone%00.md', 'Unexpected link target `gone\0.md`, expected a file that exists'],
  ])('does not find %s', async (target, message) => {
    const files = { 'GUIDE.md': guide, 'deep.md': `${'> '.repeat(5000)}# Guide\n\n# Guide\n` }
    expect(await anchor(target, files)).toEqual([expect.stringContaining(message)])
  })

  test('of a name that no file system takes does not stop the tool', async () => {
    expect(await anchor(`../../${'x'.repeat(1500)}.md`, {})).toHaveLength(1)
  })
})

test.each([
  ['drills/rounds/a.md', true],
  ['drills/A.MARKDOWN', true],
  ['drills/redirects.yml', true],
  ['drills/rounds/redirects.yml', false],
  ['docs/a.md', false],
  ['drills', false],
])('%s is a file of the corpus: %s', (file, expected) => {
  expect(isCorpusFile(file)).toBe(expected)
})
