import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SampleGrading, sampleGradingId } from '../../src/core/model/records.ts'
import type { Grade } from '../../src/core/model/types.ts'
import { calibrationOf, calibrationText } from '../../src/core/progress/calibration.ts'
import { t0 } from './support.ts'

type Grades = Readonly<Record<string, Grade>>

const grading = (sample: string, grades: Grades, given: Grades, at = t0): SampleGrading => {
  const key = { drillId: 'launch', sample, at }
  return { ...key, id: sampleGradingId(key), grades, given }
}

test('there is none before the first sample', () => {
  expect(calibrationOf([])).toBeNull()
  expect(calibrationOf([grading('first', { gone: 'met' }, {})])).toBeNull()
})

test('it counts where one was kinder and stricter, over all samples', () => {
  const calibration = calibrationOf([
    grading('first', { a: 'met', b: 'met', c: 'not' }, { a: 'not', b: 'partly', c: 'not' }),
    grading('second', { a: 'not', b: 'partly' }, { a: 'met', b: 'partly', c: 'met' }),
  ])
  expect(calibration).toEqual({ samples: 2, criteria: 5, kinder: 2, stricter: 1, bias: 0.1 })
  expect(calibration && calibrationText(calibration)).toEqual({
    counted: 'On 2 samples you were kinder than the given verdicts on 2 of 5 criteria and stricter on 1.',
    advice: 'That is too little to tell a habit; grade another sample or two.',
  })
})

test('only the first grading of a sample counts: the second knows the verdicts', () => {
  const first = grading('first', { a: 'met' }, { a: 'not' }, t0)
  const second = grading('first', { a: 'not' }, { a: 'not' }, t0 + 1)
  for (const order of [
    [first, second],
    [second, first],
  ])
    expect(calibrationOf(order)).toMatchObject({ samples: 1, criteria: 1, kinder: 1 })
})

const ids = Array.from({ length: 10 }, (_, index) => `criterion-${index}`)
const all = (grade: Grade): Grades => Object.fromEntries(ids.map((id) => [id, grade]))
const adviceFor = (mine: Grades, given: Grades): string => {
  const calibration = calibrationOf([grading('first', mine, given)])
  return calibration ? calibrationText(calibration).advice : ''
}

test('the advice follows the mean difference', () => {
  const some = (count: number, grade: Grade): Grades => ({
    ...all('partly'),
    ...Object.fromEntries(ids.slice(0, count).map((id) => [id, grade])),
  })
  expect(adviceFor(some(2, 'met'), all('partly'))).toMatch(/^You are about as strict/)
  expect(adviceFor(some(3, 'met'), all('partly'))).toMatch(/^You tend to be kind\./)
  expect(adviceFor(some(6, 'met'), all('partly'))).toMatch(/^You tend to be kind\./)
  expect(adviceFor(some(7, 'met'), all('partly'))).toMatch(/^You are far too kind,/)
  expect(adviceFor(some(6, 'not'), all('partly'))).toMatch(/^You tend to be strict\./)
  expect(adviceFor(some(7, 'not'), all('partly'))).toMatch(/^You are far too strict,/)
  expect(adviceFor(all('met'), all('met'))).toMatch(/^You are about as strict/)
  // Kind and strict in turn are no habit.
  expect(adviceFor({ ...all('partly'), 'criterion-0': 'met', 'criterion-1': 'not' }, all('partly'))).toMatch(
    /^You are about as strict/,
  )
})

test('differences that cancel out are no agreement', () => {
  const mixed = {
    ...all('partly'),
    'criterion-0': 'met',
    'criterion-1': 'not',
    'criterion-2': 'met',
  } as const
  expect(adviceFor(mixed, all('partly'))).toMatch(/^You are about as strict/)
  expect(adviceFor({ ...mixed, 'criterion-3': 'not' }, all('partly'))).toBe(
    'You and the verdicts differ on 4 of 10, in both directions. Read the levels again before you trust your grades.',
  )
})

test('full agreement is said as such', () => {
  const one = calibrationOf([grading('first', { a: 'met' }, { a: 'met' })])
  expect(one && calibrationText(one).counted).toBe(
    'On 1 sample you agreed with the given verdicts on all 1 criterion.',
  )
})

test('grading the other way round turns the bias round', () => {
  const grade = fc.constantFrom<Grade>('met', 'partly', 'not')
  const grades = fc.dictionary(fc.constantFrom(...ids), grade, { minKeys: 1 })
  fc.assert(
    fc.property(grades, grades, (mine, given) => {
      const there = calibrationOf([grading('first', mine, given)])
      const back = calibrationOf([grading('first', given, mine)])
      expect(back?.kinder).toBe(there?.stricter)
      expect(back?.bias ?? 0).toBeCloseTo(-(there?.bias ?? 0))
      expect(Math.abs(there?.bias ?? 0)).toBeLessThanOrEqual(1)
    }),
  )
})
