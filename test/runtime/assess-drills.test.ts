import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { fileReader } from '../../src/io/file-reader.ts'
import { lintInput } from '../../src/lint/lint-input.ts'
import { openWorkspace } from '../../src/lint/workspace.ts'
import { compileCorpus } from '../../src/package/compile-corpus.ts'
import { assessor } from '../../src/runtime/assess.ts'

// The one test on live content: what the drills themselves answer must be good enough for their own rubric.
const io = { cwd: fileURLToPath(new URL('../..', import.meta.url)), reader: fileReader }
const { content } = compileCorpus(
  lintInput(openWorkspace({ ...io } as Parameters<typeof openWorkspace>[0]), io),
  [],
  '0.0.0',
)
if (!content) throw new Error('the drills can’t be compiled')
const assess = assessor(content.rubric, content.practiceLoop)
const timed = content.drills.flatMap((drill) =>
  drill.kind === 'question' ? [] : [{ drill, sections: drill.sections }],
)

test('there are drills to assess', () => {
  expect(timed.length).toBeGreaterThanOrEqual(6)
})

describe.each(timed.map(({ drill, sections }) => ({ id: drill.id, drill, sections })))(
  '$id',
  ({ drill, sections }) => {
    const text = sections.map(({ title, body }) => `## ${title}\n\n${body.markdown}`).join('\n\n')
    const record = Object.fromEntries(sections.map(({ id, body }) => [id, body.markdown]))

    test.each([
      ['Markdown', text],
      ['a record', record],
      ['text without headings', sections.map(({ body }) => body.markdown).join('\n\n')],
    ])('its model answer earns every required criterion as %s', (_, answer) => {
      const { criteria, redFlags, weight } = assess(answer, { drill })
      expect(criteria.filter(({ status }) => status !== 'earned')).toEqual([])
      expect(criteria.length).toBeGreaterThan(0)
      expect(weight.earned).toBe(weight.possible)
      expect(redFlags).toEqual([])
    })

    test('its model answer mentions every required point', () => {
      const missed = assess(text, { drill }).sections.flatMap(({ points }) =>
        points.filter(({ mentioned }) => !mentioned),
      )
      expect(missed).toEqual([])
    })

    test('its prompt earns nothing', () => {
      expect(assess(drill.prompt.markdown, { drill }).weight.earned).toBe(0)
    })
  },
)
