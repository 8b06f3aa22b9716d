import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { main } from '../../src/cli.ts'
import { fileReader, type Reader } from '../../src/io/file-reader.ts'
import { fileWriter } from '../../src/io/file-writer.ts'
import { gitReader } from '../../src/io/git-reader.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { cli, node, temporary, writeCorpus } from '../support/package.ts'
import { sample, samplePath } from '../support/samples.ts'
import { track, trackPath } from '../support/tracks.ts'

let corpus: ReturnType<typeof temporary>

beforeEach(() => {
  corpus = temporary('corpus')
  const second = edit(
    edit(valid.question, 'id: what-is-recall', 'id: zebra'),
    '# What does',
    '# Ähnlich: what does',
  )
  writeCorpus(corpus.folder, {
    [samplePath('one')]: sample({ level: 'middling' }),
    [trackPath('first-week')]: track({ order: 2 }),
    [trackPath('search')]: track({ id: 'search', title: 'Search' }),
    [samplePath('two')]: sample(),
    'drills/questions/zebra.md': edit(
      second,
      'Explain the metric to a product manager.',
      'Say in your own words what it measures.',
    ),
  })
})

afterEach(() => corpus.remove())

function digest(folder: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const names = files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort()
  for (const name of names)
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(path.join(folder, name)))
  return hash.digest('hex')
}

function build(out: string, env: Readonly<Record<string, string>> = {}): string {
  const folder = path.join(corpus.folder, out)
  node([cli, 'build', '--out', folder], corpus.folder, env)
  return digest(folder)
}

test('time zone and locale change no byte', () => {
  const first = build('one', { TZ: 'UTC', LC_ALL: 'C', LANG: 'C' })
  expect(build('two', { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8', LANG: 'sv_SE.UTF-8' })).toBe(first)
})

test('the order in which files are listed changes no byte', async () => {
  const outputs: string[] = []
  const reversed: Reader = { ...fileReader, readCorpus: (root) => fileReader.readCorpus(root).reverse() }
  for (const [index, reader] of [fileReader, reversed].entries()) {
    const out = path.join(corpus.folder, `order-${index}`)
    const silent = { env: {}, stdout: () => undefined, stderr: () => undefined }
    const files = { reader, writer: fileWriter, git: gitReader }
    const input = async (): Promise<Uint8Array> => new Uint8Array()
    const io = { ...silent, ...files, cwd: corpus.folder, input, terminal: false, columns: 80 }
    expect(await main(['build', '--out', out], silent, async () => io)).toBe(0)
    outputs.push(digest(out))
  }
  expect(outputs[1]).toBe(outputs[0])
})

test('formatting changes no digest, wording changes text, a figure changes substance', () => {
  const read = (): Record<'prompt' | 'text' | 'substance', string> => {
    build('dist')
    const drill = JSON.parse(
      readFileSync(path.join(corpus.folder, 'dist/drills/voice-note-search.json'), 'utf8'),
    ) as { digests: Record<'prompt' | 'text' | 'substance', string> }
    return drill.digests
  }
  const first = read()
  writeCorpus(corpus.folder, {
    [paths.round]: valid.round.replaceAll('\n', '\r\n').replace('order: 1', 'order: 7'),
  })
  expect(read()).toEqual(first)
  writeCorpus(corpus.folder, {
    [paths.round]: edit(valid.round, 'results should appear', 'results must appear'),
  })
  expect(read()).toEqual({ ...first, text: expect.not.stringMatching(first.text) as string })
  writeCorpus(corpus.folder, { [paths.round]: edit(valid.round, 'within 800 ms', 'within 700 ms') })
  const changed = read()
  expect(changed.prompt).toBe(first.prompt)
  expect(changed.substance).not.toBe(first.substance)
})
