import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileReader } from '../../../src/io/file-reader.ts'
import { lintInput } from '../../../src/lint/lint-input.ts'
import { openWorkspace } from '../../../src/lint/workspace.ts'
import { exitCode, summarize } from '../../../src/model/diagnostic.ts'
import { assetsOf, compileCorpus } from '../../../src/package/compile-corpus.ts'
import { contentFiles } from '../../../src/package/content-files.ts'
import { identityOf } from '../../../src/package/identity/identity-of.ts'
import { newCorpus, run, tree } from '../../support/cached-runs.ts'
import { edit, paths, valid } from '../../support/corpus.ts'
import { track, trackPath } from '../../support/tracks.ts'
import { beginning, change, type Entry, place, placeAll, samplePaths } from '../../support/worlds.ts'

const io = { reader: fileReader }

/** The package of a corpus as it is made in memory; undefined where errors forbid it. */
function inMemory(folder: string): Record<string, string> | undefined {
  const workspace = openWorkspace({ ...io, cwd: folder } as Parameters<typeof openWorkspace>[0])
  const { content, diagnostics } = compileCorpus(lintInput(workspace, io), [], identityOf(folder, io))
  if (!content || exitCode(summarize(diagnostics, 0)) !== 0) return undefined
  return Object.fromEntries(
    [...contentFiles(content, assetsOf(io))]
      .map(([name, text]) => [name, Buffer.from(text).toString('latin1')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(Object.entries(tree(folder)).filter(([, text]) => text !== ''))

/** Builds with and without what is cachedFiles, and compares with the package in memory. */
async function builds(folder: string): Promise<Record<string, string> | undefined> {
  const expected = inMemory(folder)
  for (const flags of [['--no-cache'], [], []]) {
    const { code } = await run(folder, ['build', '--out', path.join(folder, 'pack'), ...flags])
    expect(code).toBe(expected ? 0 : 1)
    if (expected) expect(filesOf(path.join(folder, 'pack'))).toEqual(expected)
  }
  return expected
}

/** The ids that a package lists, in its order. */
const idsOf = (files: Record<string, string> | undefined): string[] =>
  (JSON.parse(files?.['catalog.json'] ?? '[]') as { id: string }[]).map(({ id }) => id)

const variant = (text: string, from: string, id: string, title: string): string =>
  edit(edit(text, `id: ${from}`, `id: ${id}`), /^# .*$/m.exec(text)?.[0] ?? '', `# ${title}`)

describe('a package that is written drill by drill', () => {
  test('is the one that is made in memory, byte for byte', async () => {
    const folder = newCorpus()
    const seen = new Set<boolean>()
    const check = async (changes: readonly (readonly [string, Entry])[]): Promise<void> => {
      placeAll(folder, { ...beginning, ...Object.fromEntries(changes), pack: undefined })
      seen.add((await builds(folder)) !== undefined)
    }
    await fc.assert(fc.asyncProperty(fc.array(change, { maxLength: 3 }), check), {
      seed: 20_260_101,
      numRuns: 16,
    })
    expect([...seen].sort()).toEqual([false, true])
  })

  test('holds all drills in reading order, deprecated ones too, and no drafts', async () => {
    const folder = newCorpus()
    const question = (id: string, title: string, more = ''): void =>
      place(
        folder,
        `drills/questions/${id}.md`,
        edit(
          edit(
            variant(valid.question, 'what-is-recall', id, title),
            'Explain the metric to a product manager.',
            `What would ${id} say ${id}? Nobody knows ${id}, and ${id} ${id} knows ${title}.`,
          ),
          'difficulty: core',
          `difficulty: core${more}`,
        ),
      )
    question('zebra', 'A zebra', '\nstatus: deprecated')
    question('beta', 'Ünïcode 🎙 "quoted" & more')
    question('pinned', 'Z last by title', '\norder: 1')
    question('draft', 'A draft', '\nstatus: draft')
    const files = await builds(folder)
    expect(idsOf(files)).toEqual([
      'voice-note-search',
      'empty-search-results',
      'pinned',
      'zebra',
      'what-is-recall',
      'beta',
    ])
    expect(Object.keys(files ?? {}).filter((name) => name.includes('draft'))).toEqual([])
    expect(JSON.parse(files?.['drills.json'] ?? '')).toHaveLength(6)
    question('draft', 'A draft')
    expect(idsOf(await builds(folder))).toHaveLength(7)
    question('draft', 'A draft', '\nstatus: draft')
    expect(idsOf(await builds(folder))).toHaveLength(6)
  })

  test('may hold no drill at all', async () => {
    const folder = newCorpus()
    for (const name of [
      paths.round,
      paths.incident,
      paths.question,
      ...samplePaths,
      'history/published.json',
    ])
      place(folder, name, undefined)
    const files = await builds(folder)
    expect([files?.['drills.json'], files?.['prompts.json']]).toEqual(['[]\n', '[]\n'])
  })
})

describe.each([[['--no-cache']], [[]]])('a build with an error, %j', (flags) => {
  test.each([
    ['of a drill', paths.question, edit(valid.question, '## Answer', '## Anwser')],
    ['of all drills together', 'drills/rounds/twin.md', valid.round],
    ['of a definition document', paths.rubric, 'x'],
    ['of a track', trackPath('first-week'), track({ drills: ['what-is-recall', 'gone'] })],
    ['of the redirects', paths.redirects, 'renamed: ['],
  ])('%s leaves the old package as it was, and nothing beside it', async (_, name, content) => {
    const folder = newCorpus()
    const out = path.join(folder, 'a/b/dist')
    const build = ['build', '--out', out, ...flags]
    const good = fileReader.readText(path.join(folder, name))
    place(folder, name, content)
    expect((await run(folder, build)).code).toBe(1)
    expect(existsSync(path.join(folder, 'a'))).toBe(false)
    place(folder, name, good)
    expect((await run(folder, build)).code).toBe(0)
    const before = tree(path.join(folder, 'a'))
    place(folder, name, content)
    const { code, stderr } = await run(folder, build)
    expect([code, stderr]).toEqual([1, 'drills: nothing written, because of the errors above\n'])
    expect(tree(path.join(folder, 'a'))).toEqual(before)
    expect(readdirSync(path.dirname(out))).toEqual(['dist'])
  })
})
