import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { filesDigest } from '../../src/io/reuse-files.ts'
import { type Artifact, openFolder } from '../../src/io/write-folder.ts'
import { writeText } from '../../src/io/write-text.ts'
import { commit, git } from '../support/git.ts'
import { put, temporaryFolder } from '../support/terminal.ts'

/** Every file below a folder, with its text. */
function tree(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile()).sort()
  return Object.fromEntries(files.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]))
}

const old: readonly Artifact[] = [
  { path: 'package.json', text: 'old' },
  { path: 'drills/gone.json', text: 'old' },
]
const fresh: readonly Artifact[] = [
  { path: 'package.json', text: 'new' },
  { path: 'drills/a/b.json', text: 'new é' },
]

function writeFolder(out: string, artifacts: readonly Artifact[]): void {
  const folder = openFolder(out)
  try {
    for (const artifact of artifacts) folder.add(artifact)
    folder.commit()
  } finally {
    folder.discard()
  }
}

const hour = 3_600_000

/** Makes a folder look as if it had been left there so many hours before. */
function age(folder: string, hours: number): void {
  const then = new Date(statSync(folder).mtimeMs - hours * hour)
  utimesSync(folder, then, then)
}

describe('a folder', () => {
  test('is written whole, with the folders above it', () => {
    const out = path.join(temporaryFolder(), 'a/b/dist')
    writeFolder(out, fresh)
    expect(tree(out)).toEqual({ 'package.json': 'new', 'drills/a/b.json': 'new é' })
    expect(readdirSync(path.dirname(out))).toEqual(['dist'])
  })

  test('takes the place of the old one, of which nothing stays', () => {
    const out = path.join(temporaryFolder(), 'dist')
    writeFolder(out, old)
    writeFolder(out, fresh)
    expect(tree(out)).toEqual({ 'package.json': 'new', 'drills/a/b.json': 'new é' })
    expect(readdirSync(path.dirname(out))).toEqual(['dist'])
  })

  test.each<[string, Artifact[]]>([
    [
      'a file where a folder should be',
      [
        { path: 'x', text: '' },
        { path: 'x/y', text: '' },
      ],
    ],
    ['a name that is too long', [...fresh, { path: 'x'.repeat(300), text: '' }]],
    ['a name with NUL', [...fresh, { path: 'x\0', text: '' }]],
  ])('that fails on %s leaves the old one whole, and no other', (_, artifacts) => {
    const out = path.join(temporaryFolder(), 'dist')
    writeFolder(out, old)
    expect(() => writeFolder(out, artifacts)).toThrow()
    expect(tree(out)).toEqual({ 'package.json': 'old', 'drills/gone.json': 'old' })
    expect(readdirSync(path.dirname(out))).toEqual(['dist'])
  })

  test('that can’t be begun leaves no folder above it', () => {
    const folder = temporaryFolder()
    expect(() => openFolder(path.join(folder, 'a/b', 'x'.repeat(252)))).toThrow(/ENAMETOOLONG/)
    expect(readdirSync(folder)).toEqual([])
  })

  test('takes files of the old one over as hard links, if all of them are what they were', () => {
    const out = path.join(temporaryFolder(), 'dist')
    const same = { path: 'same.json', text: 'same' }
    writeFolder(out, [...old, same])
    symlinkSync('same.json', path.join(out, 'link.json'))
    const inode = (name: string): number => lstatSync(path.join(out, name)).ino
    const before = inode('same.json')
    const folder = openFolder(out)
    const digest = filesDigest([same])
    expect([
      folder.reuse(['same.json'], digest),
      folder.reuse(['same.json'], filesDigest([{ ...same, text: 'other' }])),
      folder.reuse(['same.json', 'missing.json'], digest),
      folder.reuse(['package.json'], digest),
      // A link to the same text is no file of its own.
      folder.reuse(['link.json'], filesDigest([{ ...same, path: 'link.json' }])),
    ]).toEqual([true, false, false, false, false])
    folder.commit()
    folder.discard()
    expect(tree(out)).toEqual({ 'same.json': 'same' })
    expect([inode('same.json'), lstatSync(path.join(out, 'same.json')).nlink]).toEqual([before, 1])
  })

  test('takes files in parts, and gives back what was added', () => {
    const out = path.join(temporaryFolder(), 'dist')
    writeFolder(out, [{ path: 'list.json', text: 'old' }])
    const folder = openFolder(out)
    const parts = Array.from({ length: 30_000 }, (_, at) => `${at} é\n`)
    folder.addParts({ path: 'list.json', parts })
    folder.addParts({ path: 'a/none.json', parts: [] })
    expect(Buffer.from(folder.read('list.json')).toString()).toBe(parts.join(''))
    expect(tree(out)).toEqual({ 'list.json': 'old' })
    folder.commit()
    folder.discard()
    expect(tree(out)).toEqual({ 'list.json': parts.join(''), 'a/none.json': '' })
  })

  test('never writes into a file that it shares', () => {
    const out = path.join(temporaryFolder(), 'dist')
    writeFolder(out, old)
    const folder = openFolder(out)
    folder.reuse(['package.json'], filesDigest(old.slice(0, 1)))
    folder.add({ path: 'package.json', text: 'twice' })
    expect(tree(out)).toEqual({ 'package.json': 'old', 'drills/gone.json': 'old' })
    folder.commit()
    folder.discard()
    expect(tree(out)).toEqual({ 'package.json': 'twice' })
  })

  test('that fails where there was none leaves none', () => {
    const parent = temporaryFolder()
    expect(() => writeFolder(path.join(parent, 'dist'), [{ path: 'x\0', text: '' }])).toThrow()
    expect(readdirSync(parent)).toEqual([])
  })
})

describe('a build that is killed', () => {
  /** Writes a folder in another process, which is killed while it writes the second file. */
  function killed(parent: string): NodeJS.Signals | null {
    const folder = temporaryFolder()
    buildSync({
      entryPoints: [fileURLToPath(new URL('../../src/io/write-folder.ts', import.meta.url))],
      outfile: path.join(folder, 'write.mjs'),
      bundle: true,
      format: 'esm',
      platform: 'node',
    })
    const script = `import { openFolder } from './write.mjs'
const second = { path: 'b.json', get text() { process.kill(process.pid, 'SIGKILL'); for (;;) ; } }
const folder = openFolder(process.argv[2])
folder.add({ path: 'package.json', text: 'half' })
folder.add(second)`
    put(folder, { 'build.mjs': script })
    return spawnSync(process.execPath, [path.join(folder, 'build.mjs'), path.join(parent, 'dist')]).signal
  }

  test('leaves the old folder whole; the next one works, and takes away what was left when it is old', () => {
    const parent = temporaryFolder()
    const out = path.join(parent, 'dist')
    writeFolder(out, old)
    expect(killed(parent)).toBe('SIGKILL')
    expect(tree(out)).toEqual({ 'package.json': 'old', 'drills/gone.json': 'old' })
    const left = readdirSync(parent).filter((name) => name !== 'dist')
    expect(left).toEqual([expect.stringMatching(/^\.dist\.tmp-\w+$/)])
    const abandoned = path.join(parent, String(left[0]))
    expect(tree(abandoned)).toEqual({ '.gitignore': '*\n', 'new/package.json': 'half' })

    // It could be that of a build that is still running.
    writeFolder(out, fresh)
    expect(tree(out)).toEqual({ 'package.json': 'new', 'drills/a/b.json': 'new é' })
    expect(readdirSync(parent).sort()).toEqual([...left, 'dist'])

    age(abandoned, 2)
    writeFolder(out, fresh)
    expect(readdirSync(parent)).toEqual(['dist'])
  })

  test('leaves nothing that git would add', () => {
    const parent = temporaryFolder()
    commit(parent)
    expect(killed(parent)).toBe('SIGKILL')
    expect(readdirSync(parent)).toEqual([expect.stringMatching(/^\.dist\.tmp-/), '.git'])
    git(parent, 'add', '--all')
    expect(git(parent, 'status', '--porcelain')).toBe('')
  })

  test('between moving the old folder away and the new one in is mended by the next one', () => {
    const parent = temporaryFolder()
    put(parent, { '.dist.tmp-abc123/old/package.json': 'old', '.dist.tmp-abc123/new/package.json': 'new' })
    age(path.join(parent, '.dist.tmp-abc123'), 2)
    writeFolder(path.join(parent, 'dist'), fresh)
    expect(readdirSync(parent)).toEqual(['dist'])
    expect(readFileSync(path.join(parent, 'dist/package.json'), 'utf8')).toBe('new')
  })

  test('does not cost the neighbours anything', () => {
    const parent = temporaryFolder()
    const names = ['.dist', '.dist-notes', '.distance.tmp-abc', 'dist.tmp-abc', '.other.tmp-abc']
    for (const name of names) {
      put(parent, { [`${name}/x`]: 'x' })
      age(path.join(parent, name), 48)
    }
    writeFolder(path.join(parent, 'dist'), fresh)
    expect(readdirSync(parent).sort()).toEqual([...names, 'dist'].sort())
  })
})

describe('a file', () => {
  test('is new or replaced, with nothing beside it', () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'a.json')
    writeText(file, 'é')
    expect(readFileSync(file, 'utf8')).toBe('é')
    writeText(file, 'second')
    expect(tree(folder)).toEqual({ 'a.json': 'second' })
    expect(readdirSync(folder)).toEqual(['a.json'])
  })

  test('stays whole for whoever is reading the old one', () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'a.json')
    writeText(file, 'the old text')
    const reading = openSync(file, 'r')
    writeText(file, 'new')
    expect(readFileSync(reading, 'utf8')).toBe('the old text')
    closeSync(reading)
  })

  test.each(['folder', 'gone/a.json', 'nul\0'])(
    'that can’t be written (%j) leaves everything as it was',
    (name) => {
      const folder = temporaryFolder()
      put(folder, { 'folder/x': 'x' })
      expect(() => writeText(path.join(folder, name), 'new')).toThrow()
      expect(tree(folder)).toEqual({ 'folder/x': 'x' })
      expect(readdirSync(folder)).toEqual(['folder'])
    },
  )

  test('behind a link is replaced, and the link stays', () => {
    const folder = temporaryFolder()
    put(folder, { 'a/b.json': 'old' })
    symlinkSync('a/b.json', path.join(folder, 'link'))
    writeText(path.join(folder, 'link'), 'new')
    expect(lstatSync(path.join(folder, 'link')).isSymbolicLink()).toBe(true)
    expect(readFileSync(path.join(folder, 'a/b.json'), 'utf8')).toBe('new')
  })

  test('that is a pipe is written to', async () => {
    const pipe = path.join(temporaryFolder(), 'pipe')
    spawnSync('mkfifo', [pipe])
    const reader = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'inherit'] })
    const read = text(reader.stdout)
    writeText(pipe, 'through')
    expect(await read).toBe('through')
    expect(statSync(pipe).isFIFO()).toBe(true)
  })
})
