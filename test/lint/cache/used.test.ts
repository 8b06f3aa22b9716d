import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fileReader, type Reader } from '../../../src/io/file-reader.ts'
import { load } from '../../../src/io/source.ts'
import { openFile } from '../../../src/io/write-file.ts'
import { beginPack, openPack } from '../../../src/lint/cache/pack.ts'
import { edit, paths, valid } from '../../support/corpus.ts'
import { listening, memory, newCorpus, remembered, run, sameAsAnew, sameBuildAsAnew, tree } from './runs.ts'
import { place } from './worlds.ts'

const everyDrill = [paths.incident, paths.question, paths.round]

/** Writes a pack anew, with other texts and another note. */
function rewrite(
  file: string,
  change: { readonly text?: (text: string) => string; readonly note?: (note: unknown) => unknown },
): void {
  const access = fileReader.open(file)
  const start = /drills-cache (\d+) (\d+)/.exec(readFileSync(file, 'latin1').slice(-128))
  const index = access?.slice(Number(start?.[1]), Number(start?.[2])).toString('utf8') ?? ''
  const { scope } = JSON.parse(index) as { scope: string }
  const pack = access && openPack(access, scope)
  if (!pack) throw new Error(`${file} is no pack`)
  const draft = openFile(file)
  const writer = beginPack(draft, scope)
  for (const [name, slot] of pack.slots) {
    const text = pack.text(slot) ?? ''
    writer.add(name, slot.digest, change.text?.(text) ?? text)
  }
  writer.finish(change.note ? change.note(pack.note) : pack.note)
  draft.discard()
  access.close()
}

const broken = edit(valid.question, '## Answer', '## Anwser')
const poison = (text: string): string => text.replaceAll('Unexpected', 'Remembered')

test('what is remembered is used: of the whole corpus, and of each drill when something else has changed', async () => {
  const folder = newCorpus()
  const findings = path.join(folder, memory, 'findings')
  place(folder, paths.question, broken)
  const { stdout } = await sameAsAnew(folder)
  expect(stdout).toContain('Unexpected')
  rewrite(findings, { note: (note) => JSON.parse(poison(JSON.stringify(note))) as unknown })
  expect((await run(folder, ['lint', '--format=json'])).stdout).toBe(poison(stdout))

  place(folder, paths.round, edit(valid.round, 'difficulty: core', 'difficulty: hard'))
  rewrite(findings, { text: poison })
  const mixed = (await run(folder, ['lint', '--format=json'])).stdout
  expect(mixed).toContain('Remembered')
  expect(mixed).toContain('Unexpected')
})

test('what is remembered is not used for other content, another build or other definition documents', async () => {
  const folder = newCorpus()
  place(folder, paths.question, broken)
  await sameAsAnew(folder)
  const poisonAll = (): void =>
    rewrite(path.join(folder, memory, 'findings'), {
      text: poison,
      note: (note) => JSON.parse(poison(JSON.stringify(note))) as unknown,
    })
  poisonAll()
  const other = await run(folder, ['lint', '--format=json'], { toolchain: () => 'test 2' })
  expect(other.stdout).not.toContain('Remembered')
  poisonAll()
  place(folder, paths.loop, `${valid.loop}\nMore.\n`)
  expect((await run(folder, ['lint'], { toolchain: () => 'test 2' })).stdout).not.toContain('Remembered')
  poisonAll()
  place(folder, paths.question, `${broken}\nMore.\n`)
  expect((await run(folder, ['lint'], { toolchain: () => 'test 2' })).stdout).not.toContain('Remembered')
})

test('lint reads each file once to see that nothing has changed, and never what was compiled', async () => {
  const folder = newCorpus()
  await sameBuildAsAnew(folder)
  expect(remembered(folder)).toEqual(['drills', 'findings'])
  const { reader, opened, read } = listening()
  await run(folder, ['lint', '--format=json'], { reader })
  expect(opened).toEqual(['findings'])
  expect(read.sort()).toEqual([...everyDrill, paths.loop, paths.rubric].sort())
  place(folder, paths.question, broken)
  await run(folder, ['lint'], { reader })
  expect(opened).toEqual(['findings', 'findings'])
})

test('nothing is written when nothing has changed', async () => {
  const folder = newCorpus()
  await sameBuildAsAnew(folder)
  const names = (): string[] => readdirSync(path.join(folder, memory))
  const before = [tree(path.join(folder, memory)), names()]
  const { mtimeMs } = statSync(path.join(folder, memory))
  await sameAsAnew(folder)
  await run(folder, ['lint', '--quiet', paths.round])
  expect([tree(path.join(folder, memory)), names()]).toEqual(before)
  expect(statSync(path.join(folder, memory)).mtimeMs).toBe(mtimeMs)
})

test('drills that are gone are forgotten', async () => {
  const folder = newCorpus()
  const names = (): string[] => {
    const access = fileReader.open(path.join(folder, memory, 'findings'))
    const text = access?.slice(0, access.size).toString('latin1') ?? ''
    access?.close()
    return everyDrill.filter((name) => text.includes(`["${name}"`))
  }
  await sameAsAnew(folder)
  expect(names()).toEqual(everyDrill)
  place(folder, paths.question, undefined)
  await sameAsAnew(folder)
  expect(names()).toEqual([paths.incident, paths.round])
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
])('%s that changes between two looks is never remembered as what it was', async (_, name, before, after) => {
  for (const [shown, real] of [
    [before, after],
    [after, before],
  ] as const) {
    const folder = newCorpus()
    place(folder, name, real)
    // With and without something to compare with.
    await run(folder, ['lint'], { reader: changingReader(name, shown) })
    await sameAsAnew(folder)
    place(folder, name, shown)
    await run(folder, ['lint'], { reader: changingReader(name, real) })
    await sameAsAnew(folder)
    place(folder, name, real)
    await sameAsAnew(folder)
    await sameBuildAsAnew(folder)
    // The findings are known, and what was compiled is not.
    place(folder, path.join(memory, 'drills'), undefined)
    await run(folder, ['build', '--out', 'pack'], { reader: changingReader(name, shown) })
    await sameBuildAsAnew(folder)
  }
})

test.each([
  ['a linked document', 'docs/notes.md', '# Notes\n\n## Numbers\n', '# Notes\n'],
  [
    'the record of what was published',
    'history/published.json',
    '{"drills":{}}',
    '{"drills":{"gone-for-good":{}}}',
  ],
])('%s that changes between two looks is never remembered as what it was', async (_, name, first, second) => {
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
    await sameAsAnew(folder)
  }
})
