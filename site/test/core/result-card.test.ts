import { expect, test } from 'vitest'
import { remarksOf } from '../../src/core/grading/remarks.ts'
import { resultCard } from '../../src/core/grading/result-card.ts'
import { scorecard } from '../../src/core/grading/scorecard.ts'
import { secondRoundOf } from '../../src/core/grading/second-round.ts'
import { helpText } from '../../src/core/model/hints.ts'
import { emptyLibrary } from '../../src/core/model/records.ts'
import type { Attempt } from '../../src/core/model/types.ts'
import { attemptWith, finishScored, graded, minute, question, run, t0 } from './support.ts'

const dateText = (at: number): string => `on ${new Date(at).toISOString().slice(0, 10)}`

/** A finished attempt in interview mode with a hint, a second round and texts that nobody else should read. */
const finished = (): Attempt => {
  const attempt = run(attemptWith({ mode: 'interview' }), [
    1,
    { type: 'hint', section: 'limits', hint: 'labels' },
  ])
  const half = run(
    graded(attempt, { bounded: 'met', counted: 'partly', gates: 'not' }),
    [2 * minute, { type: 'note', text: 'Secret note' }],
    [2 * minute, { type: 'followUpWrite', followUp: 'why', text: 'Secret reply' }],
    [2 * minute, { type: 'followUpReveal', followUp: 'why' }],
    [2 * minute, { type: 'followUpGrade', followUp: 'why', grade: 'partly' }],
  )
  return finishScored(emptyLibrary, half, t0 + 3 * minute).attempts?.[0] ?? half
}

test('a result card says what counted and how, and no word of the learner', () => {
  const card = resultCard(finished(), dateText)
  expect(card).toEqual({
    title: 'Title of launch',
    facts: 'on 2026-11-02 · interview mode',
    score: '63 of 100',
    lines: [
      'By self-grade: criteria of the drill 63 of 70, general 0 of 30',
      '5 criteria: 1 met, 1 partly, 1 not met',
      'Second round: 0 met, 1 partly, 0 not',
    ],
    remarks: 'Hints: labels of Limits · 3 of 5 criteria graded, the others count as not met',
  })
  expect(JSON.stringify(card)).not.toMatch(/Secret|Some words/)
})

test('and so does the scorecard, with what makes the score say little', () => {
  const text = scorecard({ ...finished(), mark: 'just-read' }, { now: t0, dateText, withAnswer: false })
  expect(text).toContain(
    'hints: labels of Limits; 3 of 5 criteria graded, the others count as not met; begun soon after the answer was read, so it moved no schedule\n- Second round: 0 met, 1 partly, 0 not\n',
  )
})

test('nothing is said of what did not happen', () => {
  const attempt = attemptWith({ drill: question('why') })
  expect([helpText(attempt), secondRoundOf(attempt), remarksOf(attempt)]).toEqual([null, null, []])
  expect(resultCard(attempt, dateText)).toMatchObject({
    facts: 'on 2026-11-02',
    score: 'Not graded',
    lines: [],
    remarks: '',
  })
})
