import { expect, test } from 'vitest'
import { formats } from '../../src/report/stats/format.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { incidentSamples, roundSamples } from '../support/samples.ts'
import { drills, memoryReader, validFiles } from '../support/terminal.ts'

const stats = async (files: Readonly<Record<string, string>>, format = 'json'): Promise<string> =>
  (await drills(['stats', '--format', format], { reader: memoryReader(files) })).stdout

const all = {
  [paths.round]: valid.round,
  [paths.incident]: valid.incident,
  [paths.question]: valid.question,
}
const about = edit(valid.question, 'topics: [recall]', 'topics: [recall]\ncomponents: [codec, asr]')

test('the matrix counts the model path of an answer, and the components that a question lists', async () => {
  const { matrix } = JSON.parse(await stats({ ...all, [paths.question]: about }))
  const filled = (matrix as { category: string; component: string; drills: string[] }[])
    .filter((cell) => cell.drills.length > 0)
    .map(({ category, component, drills: ids }) => `${category} ${component} ${ids}`)
  expect(filled).toEqual([
    'system-design asr voice-note-search,empty-search-results',
    'system-design embedding voice-note-search,empty-search-results',
    'evaluation asr what-is-recall',
    'evaluation codec what-is-recall',
  ])
})

test.each(['text', 'markdown'] as const)('%s says when no cell of the matrix is empty', async (format) => {
  const counted = JSON.parse(await stats(all))
  const words = 'No holes: every category has a drill for every component'
  expect(formats[format]({ ...counted, holes: [] })).toContain(words)
  expect(formats[format](counted)).not.toContain(words)
})

test('general criteria, own criteria and samples are counted apart', async () => {
  const draft = 'drills/rounds/later.md'
  const { criteria, ownCriteria, samples } = JSON.parse(
    await stats({
      ...all,
      [draft]: edit(
        edit(valid.round, 'id: voice-note-search', 'id: later'),
        'topics: [asr]',
        'topics: [asr]\nstatus: draft',
      ),
      ...roundSamples(),
      ...roundSamples('later'),
    }),
  )
  expect(criteria).toHaveLength(6)
  expect(criteria[1]).toEqual({ id: 'measurable-launch-gates', evidence: 3, drills: 3, sole: 3 })
  expect(ownCriteria).toEqual({ total: 5, evidence: 5, lacking: [] })
  expect(samples).toEqual({
    total: 2,
    levels: { weak: 0, middling: 1, strong: 1 },
    forms: { typed: 2, spoken: 0 },
    splits: { tuned: 2, frozen: 0 },
    lacking: ['empty-search-results'],
  })
})

test('the fields that others read are there, in their order', async () => {
  expect(Object.keys(JSON.parse(await stats(all)))).toEqual([
    'kinds',
    'difficulties',
    'matrix',
    'criteria',
    'holes',
    'ownCriteria',
    'samples',
  ])
})

test('text and Markdown end in what the drills have of their own', async () => {
  const bare = valid.question.slice(0, valid.question.indexOf('## Criteria'))
  const files = { ...all, [paths.question]: bare, ...incidentSamples() }
  const lines = [
    'Criteria of the drills: 4, shown met by 4 phrases; without: what-is-recall',
    'Samples: 2 (weak 0, middling 1, strong 1; typed 2, spoken 0; tuned 2, frozen 0); without: voice-note-search',
  ]
  expect((await stats(files, 'text')).split('\n').slice(-3)).toEqual([...lines, ''])
  expect(await stats(files, 'markdown')).toContain(`\n\n${lines.map((line) => `${line}.`).join('\n\n')}\n`)
})

test('a valid corpus lacks nothing', async () => {
  const { stdout } = await drills(['stats'], { reader: memoryReader(validFiles) })
  expect(stdout).toContain('Criteria of the drills: 5, shown met by 5 phrases\nSamples: 4 (')
  expect(stdout).not.toContain('without:')
})
