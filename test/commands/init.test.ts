import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { fileReader } from '../../src/io/file-reader.ts'
import { commit, git } from '../support/git.ts'
import { runsOf } from '../support/leaks.ts'
import { root } from '../support/package.ts'
import { drills, put, type Ran, temporaryFolder } from '../support/terminal.ts'

const inFolder = (cwd: string, ...args: readonly string[]): Promise<Ran> =>
  drills(args, { cwd, reader: fileReader })
const read = (...parts: readonly string[]): string => readFileSync(path.join(...parts), 'utf8')
const names = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => !name.startsWith('.git/'))
    .sort()

const written = [
  '.gitattributes',
  '.github/workflows/drills.yml',
  '.gitignore',
  'NOTICE.md',
  'README.md',
  'drills/practice-loop.md',
  'drills/questions/recogniser-on-telephone-calls.md',
  'drills/redirects.yml',
  'drills/rubric.md',
  'package.json',
]

/** A new repository in a folder of a name. */
async function initialized(name = 'acme-drills'): Promise<string> {
  const parent = temporaryFolder()
  expect((await inFolder(parent, 'init', name)).code).toBe(0)
  return path.join(parent, name)
}

describe('what is written', () => {
  test('are these files, which are printed, with what to do next', async () => {
    const parent = temporaryFolder()
    expect(await inFolder(parent, 'init', 'acme-drills')).toEqual({
      code: 0,
      stdout: written.map((name) => `acme-drills/${name}\n`).join(''),
      stderr:
        'drills: wrote 10 files; next:\n  cd acme-drills\n  git init -b main\n  npm install\n  npm run lint\n  npm run site\n',
    })
    expect(names(path.join(parent, 'acme-drills'))).toEqual(written)
  })

  test('goes into the folder at hand, beside a repository that is there', async () => {
    const folder = path.join(temporaryFolder(), 'acme')
    mkdirSync(folder)
    git(folder, 'init', '--quiet')
    expect(await inFolder(folder, 'init')).toEqual({
      code: 0,
      stdout: written.map((name) => `${name}\n`).join(''),
      stderr: 'drills: wrote 10 files; next:\n  npm install\n  npm run lint\n  npm run site\n',
    })
  })

  test('leaves other files alone', async () => {
    const folder = temporaryFolder()
    put(folder, { LICENSE: 'ours', '.github/workflows/other.yml': 'name: other\n' })
    expect((await inFolder(folder, 'init', '.')).code).toBe(0)
    expect(names(folder)).toEqual([...written, 'LICENSE', '.github/workflows/other.yml'].sort())
  })

  test('is a private package that pins the tool', async () => {
    const { version, engines } = JSON.parse(read(root, 'package.json'))
    expect(JSON.parse(read(await initialized('Acme Drills'), 'package.json'))).toEqual({
      name: 'acme-drills',
      version: '0.1.0',
      private: true,
      license: 'UNLICENSED',
      type: 'module',
      engines: { node: engines.node },
      scripts: {
        lint: 'drills lint',
        build: 'drills build',
        site: 'drills site',
        preversion: 'drills lint',
        version: 'drills-version && git add CHANGELOG.md history',
      },
      devDependencies: { 'audio-text-drills-cli': version },
    })
  })

  test('are the definition documents of this repository, without the figures measured here', async () => {
    const folder = await initialized()
    expect(read(folder, 'drills/practice-loop.md')).toBe(read(root, 'drills/practice-loop.md'))
    const [ours = '', figures] = read(root, 'drills/rubric.md').split(
      '\n## How far the tests can be trusted\n',
    )
    expect(figures).toContain('npm run measure')
    expect(read(folder, 'drills/rubric.md')).toBe(ours)
  })

  test('holds no text of the drills and samples of this repository', async () => {
    const folder = await initialized()
    const definitions = ['drills/practice-loop.md', 'drills/rubric.md']
    const others = names(folder).filter((name) => !definitions.includes(name))
    const theirs = new Set(others.flatMap((name) => runsOf(read(folder, name))))
    const own = ['rounds', 'incidents', 'questions', 'samples'].flatMap((kind) =>
      names(path.join(root, 'drills', kind)).map((name) => path.join(root, 'drills', kind, name)),
    )
    expect(own.length).toBeGreaterThan(50)
    expect(own.flatMap((name) => runsOf(read(name))).filter((run) => theirs.has(run))).toEqual([])
  })

  test('has a README with the name and no gaps', async () => {
    const text = read(await initialized(), 'README.md')
    expect(text).toMatch(/^# acme-drills\n/)
    expect(text).not.toMatch(/[{}]/)
  })

  test('has a notice of the text that is ours, which the package holds too', async () => {
    const folder = await initialized()
    const { version } = JSON.parse(read(root, 'package.json'))
    const notice = read(folder, 'NOTICE.md')
    for (const name of written.filter((name) => /^drills\/.*\.md$/.test(name)))
      expect(notice).toContain(`\`${name}\``)
    expect(notice).toContain(`audio-text-drills) ${version}, ©`)
    expect(notice).toContain('https://creativecommons.org/licenses/by/4.0/')
    expect(notice).not.toMatch(/[{}]/)
    expect((await inFolder(folder, 'build')).code).toBe(0)
    expect(read(folder, 'dist/NOTICE.md')).toBe(notice)
    expect(read(folder, 'dist/README.md')).toContain('\nDrills: UNLICENSED (`NOTICE.md`). ')
    expect(JSON.parse(read(folder, 'dist/package.json')).license).toBe('UNLICENSED')
  })

  test('has a workflow of little power, with the same pinned actions as those here', async () => {
    const text = read(await initialized(), '.github/workflows/drills.yml')
    const workflow = parse(text)
    expect(workflow.permissions).toEqual({})
    expect(workflow.jobs.drills.permissions).toEqual({ contents: 'read' })
    expect(text).not.toMatch(/https?:|\$\{\{/)
    const check = read(root, '.github/workflows/check.yml')
    const pins = Array.from(text.matchAll(/uses: (.+@.+)/g), ([, pin = '']) => pin)
    expect(pins).toHaveLength(2)
    for (const pin of pins) {
      expect(pin).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d/)
      expect(check).toContain(pin)
    }
    const runs = workflow.jobs.drills.steps.flatMap(({ run }: { run?: string }) => run ?? [])
    const { scripts } = JSON.parse(read(await initialized(), 'package.json'))
    expect(runs).toEqual(['npm ci --ignore-scripts', 'npm run lint', 'npm run build'])
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['lint', 'build']))
  })
})

describe('in the new repository', () => {
  test('lint finds nothing, not even a warning', async () => {
    expect(await inFolder(await initialized(), 'lint', '--max-warnings', '0')).toEqual({
      code: 0,
      stdout: '✔ no findings in 4 files\n',
      stderr: '',
    })
  })

  test('the first drill is told from a template by its criteria, and its own answer meets them all', async () => {
    const { stdout } = await inFolder(await initialized(), 'stats', '--grading')
    expect(stdout).toMatch(/^recogniser-on-telephone-calls +100 +· +0 +·$/m)
  })

  test('build writes a package', async () => {
    const folder = await initialized()
    expect((await inFolder(folder, 'build')).stderr).toBe('drills: wrote 1 drill to dist\n')
    const catalog = JSON.parse(read(folder, 'dist/catalog.json')) as { id: string }[]
    expect(catalog.map(({ id }) => id)).toEqual(['recogniser-on-telephone-calls'])
  })

  test('new writes a template, and only there lint finds anything', async () => {
    const folder = await initialized()
    const flags = ['--difficulty', 'core', '--category', 'serving', '--topic', 'batching', '--model', 'asr']
    expect((await inFolder(folder, 'new', 'round', 'A queue of recordings', ...flags)).stdout).toBe(
      'drills/rounds/a-queue-of-recordings.md\n',
    )
    const { stdout } = await inFolder(folder, 'lint', '--format', 'json')
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string }[] }
    expect([...new Set(diagnostics.map(({ file }) => file))]).toEqual([
      'drills/rounds/a-queue-of-recordings.md',
    ])
  })

  test('diff says what a change means; changeset wants to be set up first', async () => {
    const folder = await initialized()
    commit(folder)
    const drill = 'drills/questions/recogniser-on-telephone-calls.md'
    put(folder, { [drill]: read(folder, drill).replace('below 12 %', 'below 11 %') })
    const { stdout } = await inFolder(folder, 'diff', 'HEAD', '--format', 'json')
    expect(JSON.parse(stdout).changes).toEqual([
      expect.objectContaining({ drill: 'recogniser-on-telephone-calls' }),
    ])
    expect(await inFolder(folder, 'changeset')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'drills: no folder `.changeset` here; `npx @changesets/cli@2 init` makes one\n',
    })
    put(folder, { '.changeset/config.json': '{}' })
    expect((await inFolder(folder, 'changeset')).stdout).toMatch(/^\.changeset\/\S+\.md\n$/)
  })
})

describe('nothing is written', () => {
  const refused = async (cwd: string, args: readonly string[], message: string): Promise<void> => {
    const before = names(cwd)
    expect(await inFolder(cwd, 'init', ...args)).toEqual({
      code: 2,
      stdout: '',
      stderr: `drills: ${message}\n`,
    })
    expect(names(cwd)).toEqual(before)
  }

  test('where files are in the way; all are named', async () => {
    const folder = temporaryFolder()
    put(folder, { 'README.md': 'x', 'package.json': '{}', '.github/workflows/drills.yml': 'x' })
    await refused(
      folder,
      [],
      'nothing is overwritten, and in `.` there is already `.github/workflows/drills.yml`, `README.md` and `package.json`; move them away, or choose a new folder',
    )
  })

  test.each([
    ['other drills', { 'drills/rounds/x.md': 'x' }, 'drills'],
    ['a file in place of a folder', { '.github': 'x' }, '.github'],
    ['a folder in place of a file', { 'README.md/x': 'x' }, 'README.md'],
  ])('where there is %s', async (_, files, name) => {
    const folder = temporaryFolder()
    put(folder, files)
    await refused(
      folder,
      [],
      `nothing is overwritten, and in \`.\` there is already \`${name}\`; move them away, or choose a new folder`,
    )
  })

  test.each(['drills', '.github', 'README.md'])('through a link `%s`, wherever it leads', async (name) => {
    for (const target of ['elsewhere', 'nowhere']) {
      const parent = temporaryFolder()
      const folder = path.join(parent, 'here')
      mkdirSync(folder)
      mkdirSync(path.join(parent, 'elsewhere'))
      symlinkSync(path.join(parent, target), path.join(folder, name))
      const { code, stderr } = await inFolder(folder, 'init')
      expect([code, stderr]).toEqual([2, expect.stringContaining(`there is already \`${name}\`;`)])
      expect(names(parent)).toEqual([])
    }
  })

  test('among the drills of a repository', async () => {
    const folder = await initialized()
    await refused(
      folder,
      ['drills/more'],
      '`drills/more` is among the drills of another repository; choose a folder outside `drills/`',
    )
  })

  test('into a file', async () => {
    const folder = temporaryFolder()
    put(folder, { file: 'x' })
    await refused(folder, ['file'], '`file` is a file; expected a folder')
    await refused(folder, ['file/below'], 'can’t write into `file/below`: its folder is a file')
  })

  test('for words that make no sense', async () => {
    const folder = temporaryFolder()
    await refused(
      folder,
      ['my', 'drills'],
      'unexpected word `drills` after the folder; put a name with blanks in quotes',
    )
    await refused(folder, [''], 'the folder has no name')
    await refused(folder, ['--force'], 'unknown flag `--force`; see `drills init --help`')
    await refused(folder, ['x'.repeat(300)], `can’t write into \`${'x'.repeat(199)}…\`: the name is too long`)
  })
})

describe('a folder called', () => {
  test.each([
    ['with blanks [and brackets]', 'with-blanks-and-brackets', "'with blanks [and brackets]'"],
    ['.dotted', 'dotted', '.dotted'],
    ['演習', 'my-drills', "'演習'"],
    ["it's", 'it-s', "'it'\\''s'"],
    ['node_modules', 'my-node_modules', 'node_modules'],
    ['\u001b[31mred', '31mred', "'\\x1b[31mred'"],
  ])('%j gives a valid name, and a line for a shell', async (folder, name, shown) => {
    const parent = temporaryFolder()
    const { code, stderr } = await inFolder(parent, 'init', `./${folder}`)
    expect(code).toBe(0)
    const { name: given } = JSON.parse(read(parent, folder, 'package.json'))
    expect(given).toBe(name)
    expect(stderr.replaceAll('./', '')).toContain(`  cd ${shown}\n`)
    expect((await inFolder(path.join(parent, folder), 'lint', '--no-cache')).code).toBe(0)
    expect(existsSync(path.join(parent, folder, 'dist'))).toBe(false)
  })

  test('“-x” is no flag in the line for a shell', async () => {
    const { stderr } = await inFolder(temporaryFolder(), 'init', '--', '-x')
    expect(stderr).toContain('  cd ./-x\n')
  })
})
