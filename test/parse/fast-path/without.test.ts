import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Root } from 'mdast'
import type * as Satteri from 'satteri'
import { afterEach, expect, test, vi } from 'vitest'
import { noHistory } from '../../../src/model/history.ts'
import type { compileCorpus } from '../../../src/package/compile-corpus.ts'
import { bareIdentity } from '../../../src/package/identity/identity.ts'
import type * as FastPath from '../../../src/parse/fast-path.ts'
import { parseMarkdown } from '../../../src/parse/markdown.ts'
import { edit, type Files, paths, sources, valid } from '../../support/corpus.ts'
import { drillsOfBlocks } from './blocks.ts'
import { changed } from './changes.ts'
import { treeText } from './compare.ts'
import { fixtures, live, type Text } from './texts.ts'

const documents: readonly Text[] = [
  { file: paths.loop, text: valid.loop },
  { file: paths.rubric, text: valid.rubric },
]

interface Tool {
  readonly parseFast: typeof FastPath.parseFast
  readonly compile: typeof compileCorpus
}

/** The tool anew, from its modules. */
async function load(): Promise<Tool> {
  vi.resetModules()
  const { parseFast } = await import('../../../src/parse/fast-path.ts')
  const { compileCorpus: compile } = await import('../../../src/package/compile-corpus.ts')
  return { parseFast, compile }
}

/** The tool on a machine for which satteri has no binary. */
async function loadWithout(): Promise<Tool> {
  vi.doMock('satteri', () => {
    throw new Error('no binary for this machine')
  })
  return load()
}

afterEach(() => {
  vi.doUnmock('satteri')
  vi.resetModules()
})

/** Findings, facts and everything that the files of the package are made of. */
function everything({ compile }: Tool, files: Files): string {
  const input = { sources: sources(files), history: noHistory, outside: () => undefined }
  return JSON.stringify(compile(input, [], bareIdentity('audio-text-drills', '1.0.0')))
}

const filesOf = (texts: readonly Text[], by = (text: string): string => text): Files =>
  Object.fromEntries(texts.map(({ file, text }) => [file, by(text)]))
const windows = (text: string): string => text.replaceAll('\n', '\r\n')

const corpora: Readonly<Record<string, Files>> = {
  'the live files': filesOf(live),
  'the fixtures': filesOf(fixtures),
  'Windows line ends': filesOf([...fixtures, ...documents], windows),
  mistakes: {
    [paths.round]: edit(valid.round, '### Evaluation', '### Evalution'),
    [paths.incident]: `${valid.incident}\n<b>bold</b>\n`,
    [paths.question]: edit(valid.question, 'kind: question\n', ''),
    [paths.rubric]: edit(valid.rubric, '## Red flags\n', '## Red flag\n'),
  },
}

test('satteri is at hand here, and its absence is no error', async () => {
  expect((await load()).parseFast).toBeTypeOf('function')
  expect((await loadWithout()).parseFast).toBeUndefined()
})

test.each(Object.entries(corpora))('%s: nothing is different without satteri', async (_, files) => {
  const [first, second] = [everything(await load(), files), everything(await loadWithout(), files)]
  expect(first.length).toBeGreaterThan(10_000)
  expect(JSON.parse(first)).toEqual(JSON.parse(second))
  expect(first).toBe(second)
})

test.each([
  ['changed drills', changed(fixtures), 25],
  ['changed definition documents', changed(documents), 10],
  ['drills of blocks', drillsOfBlocks(3), 60],
] as const)('%s: nothing is different without satteri', async (_, texts, numRuns) => {
  const [first, second] = [await load(), await loadWithout()]
  const same = ({ file, text }: Text): void => {
    expect(everything(first, { [file]: text })).toBe(everything(second, { [file]: text }))
  }
  fc.assert(fc.property(texts, same), { seed: 20_260_101, numRuns })
})

test('the built tool holds satteri in a chunk of its own, and it works', async () => {
  const lib = new URL('../../../lib/', import.meta.url)
  const chunks = readdirSync(lib).filter(
    (name) =>
      name.endsWith('.js') &&
      /export\{\w+ as markdownToMdast\}/.test(readFileSync(new URL(name, lib), 'utf8')),
  )
  expect(chunks).toHaveLength(1)
  const chunk = (await import(new URL(chunks[0] ?? '', lib).href)) as Pick<typeof Satteri, 'markdownToMdast'>
  const tree = chunk.markdownToMdast(valid.round, { features: { gfm: false, frontmatter: true } }) as Root
  expect(treeText(tree)).toBe(treeText(parseMarkdown(valid.round)))
})
