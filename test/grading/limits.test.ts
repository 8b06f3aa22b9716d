import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { fileReader } from '../../src/io/file-reader.ts'
import { lintInput } from '../../src/lint/lint-input.ts'
import { openWorkspace } from '../../src/lint/workspace.ts'
import { compileCorpus } from '../../src/package/compile-corpus.ts'
import { bareIdentity } from '../../src/package/identity/identity.ts'
import { foundRates, measureDrills, type Rate, type Sample } from './measures.ts'

// What grading must make of texts whose worth is known, for every published drill. `npm run measure` shows the figures.
const cwd = fileURLToPath(new URL('../..', import.meta.url))
const io = { cwd, reader: fileReader }
const { content } = compileCorpus(
  lintInput(openWorkspace({ ...io } as Parameters<typeof openWorkspace>[0]), io),
  [],
  bareIdentity('audio-text-drills', '0.0.0'),
)
if (!content) throw new Error('the drills can’t be compiled')
const { rubric, practiceLoop } = content
const { drills } = content

function samplesOf(folder: string): Sample[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const [, matter = '', ...body] = readFileSync(path.join(folder, name), 'utf8').split(/^---$/m)
      return { ...(parse(matter) as Sample), name: path.basename(name, '.md'), text: body.join('---') }
    })
}

const samples = samplesOf(path.join(cwd, 'drills/samples'))

describe.each(measureDrills(drills, samples, rubric, practiceLoop))('$drill', (measured) => {
  test('its own model answer scores 95 or more', () => {
    expect(measured.own).toBeGreaterThanOrEqual(95)
  })

  test.each([
    ['an answer to another drill', 'foreign', 30],
    ['an answer that fits every prompt, or a soup of words', 'template', 25],
    ['a text without the subject', 'nonsense', 15],
    ['an answer that denies everything', 'denied', 15],
  ] as const)('%s scores little', (_, kind, most) => {
    expect(measured[kind].score, measured[kind].name).toBeLessThanOrEqual(most)
  })

  test('answers in other languages are not read', () => {
    expect(measured.misread).toEqual([])
  })

  test('notes and a transcript score about as much as sentences', () => {
    const scores = Object.values(measured.forms)
    if (scores.length > 0) expect(Math.max(...scores) - Math.min(...scores)).toBeLessThanOrEqual(15)
  })

  test('better samples score more', () => {
    const of = (level: Sample['level']): number[] =>
      measured.samples.filter((sample) => sample.level === level).map(({ score }) => score)
    const mean = (scores: readonly number[]): number =>
      scores.reduce((sum, score) => sum + score, 0) / scores.length
    const [weak, middling, strong] = [of('weak'), of('middling'), of('strong')]
    if (weak.length > 0 && middling.length > 0) expect(mean(weak)).toBeLessThanOrEqual(mean(middling) - 10)
    if (middling.length > 0 && strong.length > 0) expect(mean(middling)).toBeLessThanOrEqual(mean(strong) + 5)
  })
})

const share = ({ found, all }: Rate): number => found / all

describe.each(['tuned', 'frozen'] as const)('of the samples of the %s split', (split) => {
  const { met, not } = foundRates(
    drills,
    samples.filter((sample) => sample.split === split),
    'criteria',
    rubric,
    practiceLoop,
  )

  test('three of four criteria that a person calls met are found', () => {
    expect(share(met)).toBeGreaterThanOrEqual(0.75)
  })

  test('few of those that a person calls not met are', () => {
    expect(share(not)).toBeLessThanOrEqual(0.15)
  })
})
