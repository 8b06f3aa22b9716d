import { expect, test } from 'vitest'
import { scorer } from '../../src/runtime/score.ts'
import type { Verdict } from '../../src/runtime/types.ts'
import { published } from '../support/assess.ts'

const { rubric } = published()
const score = scorer(rubric)
const criteria = [
  { id: 'bounded-blocking', weight: 8 },
  { id: 'admission', weight: 2 },
]
const round = { kind: 'round', criteria, redFlags: [{ id: 'buys-gpus' }] } as const
const question = { kind: 'question', criteria } as const
const all = (verdict: Verdict): Record<string, Verdict> =>
  Object.fromEntries([...criteria, ...rubric.criteria].map(({ id }) => [id, verdict]))

test('all met is 100, all partly 50, nothing 0', () => {
  expect(score(round, { verdicts: all('met') })).toEqual({
    total: 100,
    criteria: 70,
    general: 30,
    redFlags: 0,
  })
  expect(score(round, { verdicts: all('partly') })).toEqual({
    total: 50,
    criteria: 35,
    general: 15,
    redFlags: 0,
  })
  expect(score(round, { verdicts: {} })).toEqual({ total: 0, criteria: 0, general: 0, redFlags: 0 })
})

test('criteria count by their weight', () => {
  expect(score(round, { verdicts: { 'bounded-blocking': 'met' } })).toMatchObject({ total: 56, criteria: 56 })
  expect(score(round, { verdicts: { 'rollback-path': 'partly' } })).toMatchObject({ total: 2, general: 2.3 })
})

test('where no general criterion is required, the drill’s make all of it', () => {
  expect(score(question, { verdicts: { 'bounded-blocking': 'met' } })).toEqual({
    total: 80,
    criteria: 80,
    general: 0,
    redFlags: 0,
  })
})

test('each red flag takes 5 off, once, down to 0', () => {
  const redFlags = ['buys-gpus', 'buys-gpus', 'model-choice-is-the-system']
  expect(score(round, { verdicts: all('met'), redFlags })).toMatchObject({ total: 90, redFlags: -10 })
  expect(score(round, { verdicts: {}, redFlags })).toMatchObject({ total: 0, redFlags: -10 })
})

test('unknown ids and verdicts are range errors', () => {
  const verdicts =
    (given: unknown): (() => unknown) =>
    () =>
      score(round, { verdicts: given as Record<string, Verdict> })
  expect(verdicts({ nothing: 'met' })).toThrow(new RangeError('an unknown criterion: “nothing”'))
  expect(verdicts(JSON.parse('{ "__proto__": "met" }'))).toThrow(RangeError)
  expect(verdicts({ admission: 'good' })).toThrow(RangeError)
  expect(verdicts({ admission: 'toString' })).toThrow(RangeError)
  expect(() => score(question, { verdicts: { 'rollback-path': 'met' } })).toThrow(RangeError)
  expect(() => score(round, { verdicts: {}, redFlags: ['nothing'] })).toThrow(
    new RangeError('an unknown red flag: “nothing”'),
  )
})
