import { expect, test } from 'vitest'
import { gradingFormats } from '../../src/report/stats/format-grading.ts'
import { drills, memoryReader, type Ran, validFiles } from '../support/terminal.ts'

const stats = (...args: string[]): Promise<Ran> => {
  const reader = memoryReader(validFiles, {})
  return drills(['stats', ...args], { reader })
}

test('text: the own model answer, the best foreign one, and a template, per drill', async () => {
  const { code, stdout, stderr } = await stats('--grading')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^drill +own +foreign +template +which foreign one$/m)
  expect(stdout).toMatch(/^voice-note-search +\d+ +\d+ +\d+ +[a-z-]+$/m)
})

test('json: the same as data', async () => {
  const { code, stdout } = await stats('--grading', '--drill', 'voice-note-search', '--format', 'json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual([
    {
      drill: 'voice-note-search',
      own: expect.any(Number),
      missed: expect.any(Array),
      foreign: { drill: expect.any(String), score: expect.any(Number) },
      template: expect.any(Number),
      loose: expect.any(Array),
    },
  ])
})

test('criteria that an own model answer misses are named when it scores too little', () => {
  const one = { foreign: null, template: 0, loose: [] }
  const found = gradingFormats.text([
    { ...one, drill: 'voice-note-search', own: 91, missed: ['index-goes-stale', 'rollback-path'] },
    { ...one, drill: 'what-is-recall', own: 95, missed: ['not-precision'] },
  ])
  expect(found).toContain(
    '\nCriteria that an own model answer is not found to meet\n  voice-note-search: index-goes-stale, rollback-path\n\n',
  )
})

test.each([
  [['--drill', 'voice-note-search'], '`--drill` goes with `--grading`'],
  [
    ['--grading', '--drill', 'voice-note-serch'],
    'unknown drill `voice-note-serch`; did you mean `voice-note-search`?',
  ],
  [['--grading', '--format', 'markdown'], 'unknown format `markdown`; expected `text` or `json`'],
])('%j is wrong usage', async (args, message) => {
  expect(await stats(...args)).toEqual({ code: 2, stdout: '', stderr: `drills: ${message}\n` })
})
