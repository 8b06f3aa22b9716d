import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fileReader, type Reader } from '../../../src/io/file-reader.ts'
import { load } from '../../../src/io/source.ts'
import { digest } from '../../../src/text/digest.ts'
import {
  cachedFiles,
  cacheFile,
  cacheFolder,
  newCorpus,
  recordingReader,
  run,
  sameAsUncached,
  sameBuildAsUncached,
  tree,
} from '../../support/cached-runs.ts'
import { edit, historyOf, paths, valid } from '../../support/corpus.ts'
import { place, samplePaths } from '../../support/worlds.ts'

const everyDrill = [paths.incident, paths.question, paths.round, ...samplePaths]

/** Rewrites the cache of a corpus with a valid checksum. */
function rewrite(
  folder: string,
  change: { readonly header?: (text: string) => string; readonly entries?: (text: string) => string },
): void {
  const file = path.join(folder, cacheFile)
  const [, header = '', entries = ''] = readFileSync(file, 'utf8').split('\n')
  const lines = [change.header?.(header) ?? header, change.entries?.(entries) ?? entries].join('\n')
  writeFileSync(file, `${digest(lines)}\n${lines}`)
}

const broken = edit(valid.question, '## Answer', '## Anwser')
const poison = (text: string): string => text.replaceAll('Unexpected', 'Cached')

test('cached results are used: of the whole corpus, and of each drill when something else has changed', async () => {
  const folder = newCorpus()
  place(folder, paths.question, broken)
  const { stdout } = await sameAsUncached(folder)
  expect(stdout).toContain('Unexpected')
  rewrite(folder, { header: poison })
  expect((await run(folder, ['lint', '--format=json'])).stdout).toBe(poison(stdout))

  place(folder, paths.round, edit(valid.round, 'difficulty: core', 'difficulty: hard'))
  rewrite(folder, { entries: poison })
  const mixed = (await run(folder, ['lint', '--format=json'])).stdout
  expect(mixed).toContain('Cached')
  expect(mixed).toContain('Unexpected')
})

test('cached results are not used for other content, another build or other definition documents', async () => {
  const folder = newCorpus()
  place(folder, paths.question, broken)
  await sameAsUncached(folder)
  const poisonAll = (): void => rewrite(folder, { header: poison, entries: poison })
  poisonAll()
  const other = await run(folder, ['lint', '--format=json'], { toolchain: () => 'test 2' })
  expect(other.stdout).not.toContain('Cached')
  poisonAll()
  place(folder, paths.loop, `${valid.loop}\nMore.\n`)
  expect((await run(folder, ['lint'], { toolchain: () => 'test 2' })).stdout).not.toContain('Cached')
  poisonAll()
  place(folder, paths.question, `${broken}\nMore.\n`)
  expect((await run(folder, ['lint'], { toolchain: () => 'test 2' })).stdout).not.toContain('Cached')
})

test('lint reads each file once to see that nothing has changed', async () => {
  const folder = newCorpus()
  await sameBuildAsUncached(folder)
  expect(cachedFiles(folder)).toEqual(['.gitignore', 'results.json'])
  const { reader, read } = recordingReader()
  await run(folder, ['lint', '--format=json'], { reader })
  expect(read.sort()).toEqual([...everyDrill, paths.loop, paths.rubric].sort())
})

test('a lint keeps what the build made of drills that have not changed', async () => {
  const folder = newCorpus()
  await sameBuildAsUncached(folder)
  const products = (): number =>
    readFileSync(path.join(folder, cacheFile), 'utf8').split('"product":').length - 1
  // Three drills and four samples.
  expect(products()).toBe(7)
  place(folder, paths.question, broken)
  await sameAsUncached(folder)
  expect(products()).toBe(6)
})

test('nothing is written when nothing has changed', async () => {
  const folder = newCorpus()
  await sameBuildAsUncached(folder)
  const names = (): string[] => readdirSync(path.join(folder, cacheFolder))
  const before = [tree(path.join(folder, cacheFolder)), names()]
  const { mtimeMs } = statSync(path.join(folder, cacheFolder))
  await sameAsUncached(folder)
  await run(folder, ['lint', '--quiet', paths.round])
  expect([tree(path.join(folder, cacheFolder)), names()]).toEqual(before)
  expect(statSync(path.join(folder, cacheFolder)).mtimeMs).toBe(mtimeMs)
})

test('drills that are gone leave the cache', async () => {
  const folder = newCorpus()
  const names = (): string[] => {
    const [, , entries = ''] = readFileSync(path.join(folder, cacheFile), 'utf8').split('\n')
    return Object.keys(JSON.parse(entries)).sort()
  }
  await sameAsUncached(folder)
  expect(names()).toEqual(everyDrill)
  place(folder, paths.question, undefined)
  await sameAsUncached(folder)
  expect(names()).toEqual(everyDrill.filter((file) => file !== paths.question))
})

/** Shows one file as it was at first once, and as it is now ever after. */
function changingReader(wanted: string, first: string): Reader {
  let asked = 0
  return {
    ...fileReader,
    readCorpus: (root) =>
      fileReader.readCorpus(root).map((entry) => ({
        file: entry.file,
        read: () => {
          if (entry.file !== wanted || asked > 0) return load(entry)
          asked += 1
          return { file: entry.file, bytes: Buffer.from(first) }
        },
      })),
  }
}

test.each([
  ['a drill', paths.question, valid.question, broken],
  ['a drill that was broken', paths.question, broken, valid.question],
  ['the practice loop', paths.loop, valid.loop, edit(valid.loop, 'pointWords: 5', 'pointWords: 9')],
  ['the redirects', paths.redirects, 'renamed: {}\n', 'renamed: { old: no-such-drill }\n'],
])('%s that changes between two looks is never cached as what it was', async (_, name, before, after) => {
  for (const [shown, real] of [
    [before, after],
    [after, before],
  ] as const) {
    const folder = newCorpus()
    place(folder, name, real)
    // With and without something to compare with.
    await run(folder, ['lint'], { reader: changingReader(name, shown) })
    await sameAsUncached(folder)
    place(folder, name, shown)
    await run(folder, ['lint'], { reader: changingReader(name, real) })
    await sameAsUncached(folder)
    place(folder, name, real)
    await sameAsUncached(folder)
    await sameBuildAsUncached(folder)
    // The findings are cached, and the compiled drills are gone.
    place(folder, 'out', undefined)
    await run(folder, ['build', '--out', 'pack'], { reader: changingReader(name, shown) })
    await sameBuildAsUncached(folder)
  }
})

test.each([
  ['a linked document', 'docs/notes.md', '# Notes\n\n## Numbers\n', '# Notes\n'],
  [
    'the record of what was published',
    'history/published.json',
    historyOf([]).published ?? '',
    historyOf(['gone-for-good']).published ?? '',
  ],
])('%s that changes between two looks is never cached as what it was', async (_, name, first, second) => {
  for (const [looks, now] of [1, 2, 3].flatMap((nth) => [[nth, first] as const, [nth, second] as const])) {
    const folder = newCorpus()
    place(
      folder,
      paths.round,
      edit(valid.round, 'Design it.', 'Design it [so](../../docs/notes.md#numbers).'),
    )
    place(folder, name, first)
    let asked = 0
    const look = <T>(by: (file: string) => T) => {
      return (file: string): T => {
        if (file === path.join(folder, name)) asked += 1
        if (asked === looks + 1) place(folder, name, second)
        return by(file)
      }
    }
    const reader = {
      ...fileReader,
      readBytes: look(fileReader.readBytes),
      readText: look(fileReader.readText),
    }
    await run(folder, ['lint'], { reader })
    place(folder, name, now)
    await sameAsUncached(folder)
  }
})
