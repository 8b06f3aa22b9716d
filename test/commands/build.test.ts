import { chmodSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileReader } from '../../src/io/file-reader.ts'
import { fileWriter, type Writer } from '../../src/io/file-writer.ts'
import type { FolderDraft } from '../../src/io/write-folder.ts'
import { tree } from '../support/cached-runs.ts'
import { paths, valid } from '../support/corpus.ts'
import { corpusOnDisk, drills, put, type Ran } from '../support/terminal.ts'

const build = (cwd: string, out: string, writer: Writer = fileWriter): Promise<Ran> =>
  drills(['build', '--out', out], { cwd, reader: fileReader, writer })

const refused = (stderr: string): Ran => ({ code: 2, stdout: '', stderr: `drills: ${stderr}\n` })

describe('--out is refused, and nothing is touched:', () => {
  test.each<[string, string, (root: string) => void, (root: string) => string]>([
    [
      'a folder inside drills/',
      'drills/questions/pkg',
      () => undefined,
      (root) => `lies inside \`drills/\`: \`${root}/drills/questions/pkg\`; expected a folder beside it`,
    ],
    [
      'the same through a link',
      'link/pkg',
      (root) => symlinkSync('drills', path.join(root, 'link')),
      (root) => `lies inside \`drills/\`: \`${root}/link/pkg\`; expected a folder beside it`,
    ],
    [
      'the repository',
      '.',
      () => undefined,
      (root) => `can't be the folder that holds the drills: \`${root}\``,
    ],
    [
      'a folder with files of somebody else',
      'notes',
      (root) => put(root, { 'notes/a.txt': 'x', 'notes/package.json': '{"name":"notes"}' }),
      (root) =>
        `holds something other than an earlier package: \`${root}/notes\`; expected a new or an empty folder`,
    ],
    [
      'a link that leads nowhere',
      'link',
      (root) => symlinkSync('gone/far', path.join(root, 'link')),
      (root) => `is a link that leads nowhere: \`${root}/link\``,
    ],
    ['a file', 'file', (root) => put(root, { file: 'x' }), (root) => `is a file: \`${root}/file\``],
  ])('%s', async (_, out, prepare, message) => {
    const root = corpusOnDisk()
    prepare(root)
    const before = tree(root)
    expect(await build(root, out)).toEqual(refused(`\`--out\` ${message(root)}`))
    expect(tree(root)).toEqual(before)
  })

  test('an earlier package that is a checkout of git, such as a branch of pages', async () => {
    const root = corpusOnDisk()
    expect((await build(root, 'dist')).code).toBe(0)
    put(root, { 'dist/.git': 'gitdir: ../.git/worktrees/dist' })
    const before = tree(root)
    const told = `\`--out\` is a checkout of git, whose \`.git\` would be lost: \`${root}/dist\`; expected a folder of its own`
    expect(await build(root, 'dist')).toEqual(refused(told))
    expect(tree(root)).toEqual(before)
  })

  test.each(['file/pkg', 'file/a/b'])('a folder below a file: %s', async (out) => {
    const root = corpusOnDisk({ file: 'x' })
    const before = tree(root)
    const told = `can’t write \`--out\` \`${root}/${out}\`: its folder is a file`
    expect(await build(root, out)).toEqual(refused(told))
    expect(tree(root)).toEqual(before)
  })
})

/** A writer whose draft fails at one of its calls, from the given one on. */
function failing(act: 'add' | 'addParts' | 'commit', code: string, after: number): Writer {
  let calls = 0
  const fail = <T extends unknown[]>(call: (...args: T) => void) => {
    return (...args: T): void => {
      calls += 1
      if (calls > after) throw Object.assign(new Error(code), { code, syscall: 'write' })
      call(...args)
    }
  }
  const openFolder = (out: string): FolderDraft => {
    const draft = fileWriter.openFolder(out)
    return { ...draft, [act]: fail(draft[act] as (...args: unknown[]) => void) }
  }
  return { ...fileWriter, openFolder }
}

describe('a build that can’t be written says why in one line, and leaves the old package whole:', () => {
  test.each([
    ['add', 'ENOSPC', 0, 'the disk is full'],
    ['add', 'EDQUOT', 5, 'the quota of the disk is used up'],
    ['addParts', 'EIO', 1, 'the disk fails'],
    ['commit', 'EROFS', 0, 'the file system is read-only'],
    ['commit', 'EACCES', 0, 'no permission'],
    ['add', 'ESTALE', 3, 'error of the file system (ESTALE)'],
  ] as const)('%s, %s after %d', async (act, code, after, reason) => {
    const root = corpusOnDisk()
    expect((await build(root, 'dist')).code).toBe(0)
    const before = tree(path.join(root, 'dist'))
    put(root, { [paths.question]: valid.question })
    const told = refused(`can’t write \`--out\` \`${root}/dist\`: ${reason}`)
    expect(await build(root, 'dist', failing(act, code, after))).toEqual(told)
    expect(tree(path.join(root, 'dist'))).toEqual(before)
    expect(readdirSync(root)).toEqual(['dist', 'drills'])
  })

  test.runIf(process.platform === 'linux')('in a file system without room for folders', async () => {
    const root = corpusOnDisk()
    expect(await build(root, '/proc/drills/dist')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^drills: can’t write `--out` `\/proc\/drills\/dist`: [^\n]+\n$/),
    })
  })

  test.runIf(process.getuid?.() !== 0)('in a folder without permission', async () => {
    const root = corpusOnDisk()
    mkdirSync(path.join(root, 'closed'), { mode: 0o555 })
    const told = `can’t write \`--out\` \`${root}/closed/dist\`: no permission`
    expect(await build(root, 'closed/dist')).toEqual(refused(told))
    chmodSync(path.join(root, 'closed'), 0o755)
  })
})

test('an error of the program is not told as one of the disk', async () => {
  const openFolder = (): never => {
    throw new TypeError('x is no function')
  }
  expect(await build(corpusOnDisk(), 'dist', { ...fileWriter, openFolder })).toEqual({
    code: 3,
    stdout: '',
    stderr: 'drills: internal error: x is no function; DRILLS_DEBUG=1 shows where\n',
  })
})
