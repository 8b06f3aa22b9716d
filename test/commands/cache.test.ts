import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileReader } from '../../src/io/file-reader.ts'
import {
  cachedFiles,
  cacheFolder,
  newCorpus,
  run,
  sameAsUncached,
  sameBuildAsUncached,
  tree,
} from '../support/cached-runs.ts'
import { edit, historyOf, paths, valid } from '../support/corpus.ts'
import { commit, git } from '../support/git.ts'
import { put } from '../support/terminal.ts'
import { place } from '../support/worlds.ts'

const broken = edit(valid.question, '## Answer', '## Anwser')
const untouched = (folder: string): boolean => !existsSync(path.join(folder, 'node_modules'))

describe('a folder for the cache', () => {
  test.each<[string, string, (folder: string) => void]>([
    ['that is missing is made', 'a/b/c', () => undefined],
    ['that is there is used', 'cache', (folder) => place(folder, 'cache', 'folder')],
    [
      'behind a link is used',
      'link/c',
      (folder) => {
        place(folder, 'real', 'folder')
        symlinkSync('real', path.join(folder, 'link'))
      },
    ],
    ['above the working directory is found from there', '../cache', () => undefined],
  ])('%s', async (_, location, prepare) => {
    const folder = newCorpus()
    prepare(folder)
    const cwd = location.startsWith('..') ? path.join(folder, 'drills') : folder
    expect(await run(cwd, ['lint', '--cache-location', location])).toEqual(
      await run(cwd, ['lint', '--no-cache']),
    )
    expect(readdirSync(path.resolve(cwd, location))).toEqual(['.gitignore', 'results.json'])
    const build = ['build', '--out', path.join(folder, 'pack'), '--cache-location', location]
    expect((await run(cwd, build)).code).toBe(0)
    expect(readdirSync(path.resolve(cwd, location))).toEqual(['.gitignore', 'results.json'])
    await sameAsUncached(folder, '--cache-location', path.resolve(cwd, location))
    expect(untouched(folder)).toBe(true)
  })

  test.each([
    ['the default one', []],
    ['another one', ['--cache-location', 'tmp/cache']],
  ])('is nothing to git: %s', async (_, flags) => {
    const folder = newCorpus()
    commit(folder)
    expect((await run(folder, ['lint', ...flags])).code).toBe(0)
    git(folder, 'add', '--all')
    expect(git(folder, 'status', '--porcelain')).toBe('')
  })

  test('with files of somebody else hides none of them', async () => {
    const folder = newCorpus()
    put(folder, { 'mine.txt': 'x' })
    expect((await run(folder, ['lint', '--cache-location', '.'])).code).toBe(0)
    expect(existsSync(path.join(folder, 'results.json'))).toBe(true)
    expect(existsSync(path.join(folder, '.gitignore'))).toBe(false)
  })

  test.each<[string, string]>([
    ['that is a file', 'file'],
    ['below a file', 'file/below/it'],
    ['of the kernel', '/proc/drills'],
    ['that is a device', '/dev/null'],
    ['with too long a name', 'x'.repeat(300)],
    ['with NUL in its name', 'x\0y'],
    ['that leads back to itself', 'loop'],
  ])('%s costs the cache, and nothing else', async (_, location) => {
    const folder = newCorpus()
    place(folder, paths.question, broken)
    put(folder, { file: 'mine' })
    place(folder, 'loop', { link: 'loop' })
    const before = tree(folder)
    for (let times = 0; times < 2; times += 1) await sameAsUncached(folder, '--cache-location', location)
    const built = await run(folder, ['build', '--out', 'pack', '--cache-location', location])
    expect(built).toEqual(await run(folder, ['build', '--out', 'pack', '--no-cache']))
    place(folder, paths.question, valid.question)
    expect((await run(folder, ['build', '--out', 'pack', '--cache-location', location])).code).toBe(0)
    place(folder, paths.question, broken)
    place(folder, 'pack', undefined)
    expect(tree(folder)).toEqual(before)
  })

  test('of one corpus may be that of another', async () => {
    const [one, other] = [newCorpus(), newCorpus()]
    const location = path.join(one, 'shared')
    place(other, 'docs/notes.md', '# Other\n')
    place(other, 'history/published.json', historyOf(['gone']).published)
    for (const folder of [one, other, other, one, one])
      await sameAsUncached(folder, '--cache-location', location)
  })
})

describe('nothing is cached', () => {
  test('with --no-cache, which does not look either', async () => {
    const folder = newCorpus()
    const lint = ['lint', '--no-cache']
    const opened: string[] = []
    const readBytes = (file: string): Uint8Array | undefined => {
      if (file.includes('.cache')) opened.push(file)
      return fileReader.readBytes(file)
    }
    const reader = { ...fileReader, readBytes }
    expect((await run(folder, lint, { reader })).code).toBe(0)
    expect((await run(folder, ['build', '--no-cache', '--out', 'pack'], { reader })).code).toBe(0)
    expect([opened, untouched(folder)]).toEqual([[], true])
    await sameAsUncached(folder)
    place(folder, paths.question, broken)
    const before = tree(path.join(folder, cacheFolder))
    expect((await run(folder, lint)).code).toBe(1)
    expect(tree(path.join(folder, cacheFolder))).toEqual(before)
  })

  test('by a tool that is not built', async () => {
    const folder = newCorpus()
    await run(folder, ['lint'], { toolchain: () => undefined })
    expect(untouched(folder)).toBe(true)
  })

  test.each([
    ['standard input', ['--stdin', '--stdin-filename', paths.question]],
    ['a dry run of fixes', ['--fix-dry-run']],
    ['a dry run on standard input', ['--stdin', '--stdin-filename', paths.question, '--fix-dry-run']],
    ['the facts of a part', ['--shard=1/2', '--facts-only']],
  ])('of %s', async (_, args) => {
    const folder = newCorpus()
    place(folder, paths.question, broken)
    const input = async (): Promise<Uint8Array> => Buffer.from(broken.replace('Explain', 'Tell'))
    const ran = await run(folder, ['lint', ...args], { input })
    expect(ran.stdout).not.toBe('')
    expect(untouched(folder)).toBe(true)
    await sameAsUncached(folder)
    const before = tree(path.join(folder, cacheFolder))
    expect(await run(folder, ['lint', ...args], { input })).toEqual(ran)
    expect(tree(path.join(folder, cacheFolder))).toEqual(before)
  })

  test('of a corpus whose definition documents can’t be read', async () => {
    const folder = newCorpus()
    place(folder, paths.rubric, { link: 'practice-loop.md' })
    await sameAsUncached(folder)
    expect(cachedFiles(folder)).toEqual([])
  })
})

test('the facts of a part come from no cache, so no place for one is taken', async () => {
  const folder = newCorpus()
  const args = ['lint', '--shard=1/2', '--facts-only']
  expect(await run(folder, [...args, '--cache-location', 'here'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'drills: `--facts-only` goes with `--shard` and `--output` only\n',
  })
  const { code, stdout } = await run(folder, args)
  expect(await run(folder, [...args, '--no-cache'])).toEqual({ code, stdout, stderr: '' })
})

test('--fix leaves the cache right', async () => {
  const folder = newCorpus()
  place(folder, paths.question, broken)
  await sameAsUncached(folder)
  expect((await run(folder, ['lint', '--fix'])).stderr).toBe('drills: fixed 1 file\n')
  expect(readFileSync(path.join(folder, paths.question), 'utf8')).toBe(valid.question)
  const { code } = await sameAsUncached(folder)
  expect([code, cachedFiles(folder)]).toEqual([0, ['.gitignore', 'results.json']])
  place(folder, paths.question, broken)
  expect((await sameAsUncached(folder)).code).toBe(1)
})

test('paths, formats and limits are of the run at hand', async () => {
  const folder = newCorpus()
  place(folder, paths.question, broken)
  place(folder, paths.round, edit(valid.round, 'difficulty: core', 'difficulty: hard'))
  await sameAsUncached(folder)
  for (const args of [
    [paths.question],
    ['drills/rounds', '--quiet'],
    ['--format=sarif'],
    ['--format=junit'],
    ['--max-warnings=0'],
  ]) {
    const anew = await run(folder, ['lint', '--no-cache', ...args])
    expect(await run(folder, ['lint', ...args])).toEqual(anew)
    expect(anew.code).toBe(1)
  }
})

test('lint and build use the same cache', async () => {
  const folder = newCorpus()
  await sameAsUncached(folder)
  expect(cachedFiles(folder)).toEqual(['.gitignore', 'results.json'])
  await sameBuildAsUncached(folder)
  expect(cachedFiles(folder)).toEqual(['.gitignore', 'results.json'])
  place(folder, paths.question, broken)
  await sameAsUncached(folder)
  place(folder, paths.question, valid.question)
  await sameBuildAsUncached(folder)
})

test.each([
  [['--no-cache', '--cache-location', 'x'], '`--no-cache` does not go with `--cache-location`'],
  [['--cache-location='], 'flag `--cache-location` needs the name of a folder'],
  [['--cache-location'], 'flag `--cache-location` needs a value'],
  [['--no-cache=yes'], 'flag `--no-cache` takes no value'],
])('%j is wrong usage', async (flags, words) => {
  const folder = newCorpus()
  mkdirSync(path.join(folder, 'empty'))
  for (const command of ['lint', 'build']) {
    const ran = await run(folder, [command, ...flags])
    expect(ran).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(`drills: ${words}`) })
  }
  expect(untouched(folder)).toBe(true)
})
