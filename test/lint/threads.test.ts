import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileReader } from '../../src/io/file-reader.ts'
import { readSource } from '../../src/io/read-corpus.ts'
import { findingsOnly, lintDocuments } from '../../src/lint/lint.ts'
import { lintTogether } from '../../src/lint/lint-together.ts'
import { settled } from '../../src/lint/memory.ts'
import { reduce } from '../../src/lint/reduce.ts'
import { factsOf } from '../../src/lint/shards.ts'
import { deal, type Threads } from '../../src/lint/threads.ts'
import { cli, root, temporary, writeFiles } from '../support/package.ts'
import { tree } from './cache/runs.ts'

const world = temporary('threads')
afterAll(() => world.remove())

/** Writes a corpus of generated drills. */
async function generate(folder: string, mistakes: boolean): Promise<void> {
  const { corpus } = await import(pathToFileURL(path.join(root, 'bench/corpus/corpus.mjs')).href)
  const files: Record<string, string> = {}
  for (const name of ['practice-loop.md', 'rubric.md'])
    files[`drills/${name}`] = readFileSync(path.join(root, 'drills', name), 'utf8')
  for (const { file, text } of corpus({ size: 600, seed: 3, mistakes })) files[file] = text
  writeFiles(folder, files)
}

beforeAll(() => generate(world.folder, true))

/** Threads that are none: what they would find is found here. */
const threads = (count: number, fails = false): Threads & { readonly asked: string[] } => {
  const asked: string[] = []
  return {
    asked,
    count,
    lint: async ({ root: from, documents, files }, take) => {
      asked.push(...files)
      if (fails) throw new Error('no more threads')
      const { definitions } = lintDocuments(documents)
      for (const file of files)
        for (const facts of factsOf(readSource(from, file), definitions, findingsOnly))
          take({ facts, product: '' })
    },
  }
}

/** What the built tool prints, in one thread where it is to be alone. */
function tool(args: readonly string[], cwd: string, alone = false): string {
  // A module that leaves one core to see.
  const one = path.join(world.folder, 'one.cjs')
  writeFileSync(
    one,
    "require('node:os').availableParallelism = () => 1\nrequire('node:module').syncBuiltinESMExports()\n",
  )
  const node = alone ? ['--require', one] : []
  return spawnSync(process.execPath, [...node, cli, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  }).stdout
}

async function findings(some: Threads | undefined): Promise<string> {
  const workspace = settled({ root: world.folder, sources: fileReader.readCorpus(world.folder) })
  const mapped = await lintTogether(workspace, { ...findingsOnly, threads: some, memory: undefined })
  return JSON.stringify(reduce(mapped, { published: { ids: [] }, outside: () => undefined }).diagnostics)
}

describe('a corpus that several threads lint', () => {
  test.each([2, 3, 6])('has the same findings with %i of them', async (count) => {
    const some = threads(count)
    expect(await findings(some)).toBe(await findings(undefined))
    expect(some.asked.length).toBeGreaterThan(100)
  })

  test('has them too when the others fail', async () => {
    expect(await findings(threads(2, true))).toBe(await findings(undefined))
  })

  test('has them in the built tool', () => {
    const alone = tool(['lint', '--no-cache', '--format=json'], world.folder, true)
    expect(JSON.parse(alone).diagnostics.length).toBeGreaterThan(50)
    expect(tool(['lint', '--no-cache', '--format=json'], world.folder)).toBe(alone)
  })
})

describe('a package that several threads build', () => {
  test('is byte for byte that of one, and so is the next one from what they remembered', async () => {
    const clean = path.join(world.folder, 'clean')
    await generate(clean, false)
    const build = (name: string, flags: readonly string[], alone = false): Record<string, string> => {
      tool(['build', '--out', path.join(clean, name), ...flags], clean, alone)
      return tree(path.join(clean, name))
    }
    const expected = build('alone', ['--no-cache'], true)
    expect(Object.keys(expected).length).toBeGreaterThan(2400)
    expect(build('together', [])).toEqual(expected)
    expect(build('recalled', [], true)).toEqual(expected)
  })
})

describe('files are dealt out', () => {
  const files = (size: number): { file: string; bytes: Uint8Array }[] =>
    Array.from({ length: size }, (_, at) => ({ file: `${at}.md`, bytes: new Uint8Array() }))

  test.each([
    [0, 4, [0]],
    [449, 4, [449]],
    [450, 4, [300, 150]],
    [450, 1, [450]],
    [1000, 2, [575, 425]],
    [10_000, 4, [2614, 2462, 2462, 2462]],
  ])('%i among %i threads', (size, count, parts) => {
    const dealt = deal(files(size), count)
    expect(dealt.map(({ length }) => length)).toEqual(parts)
    expect(dealt.flat()).toEqual(files(size))
  })
})
