import { describe, expect, test } from 'vitest'
import type { ActionBody } from '../../src/core/model/actions.ts'
import { answerOf, answerRead, criteriaOf, fieldsOf, stageOf, textOf } from '../../src/core/model/attempt.ts'
import { helpText } from '../../src/core/model/hints.ts'
import { reduce } from '../../src/core/model/reduce.ts'
import {
  attemptWith,
  graded,
  minute,
  ownCriteria,
  practiceLoop,
  question,
  rubric,
  run,
  t0,
} from './support.ts'

describe('a new attempt', () => {
  test('takes phases and fields from the data it is given, and no criteria, which give the answer away', () => {
    const attempt = attemptWith()
    expect(attempt.phases).toEqual([
      { id: 'plan', title: 'Plan', planned: 300_000, extra: 0, spent: 0 },
      { id: 'build', title: 'Build', planned: 600_000, extra: 0, spent: 0 },
      { id: 'check', title: 'Check', planned: 60_000, extra: 0, spent: 0 },
    ])
    expect(attempt.fields.map(({ id, phase }) => `${id} in ${phase}`)).toEqual([
      'limits in plan',
      'path in build',
    ])
    expect([attempt.criteria, attempt.score]).toEqual([[], null])
    expect(attempt.digests).toEqual({ prompt: '1:p', text: '1:t', substance: '1:s' })
    expect([attempt.revision, stageOf(attempt), attempt.phase]).toEqual([0, 'ready', 'plan'])
  })

  test('at a question has one text and the minutes of the question', () => {
    const attempt = attemptWith({ drill: question('why') })
    expect(attempt.phases.map(({ id, planned }) => [id, planned])).toEqual([['answer', 5 * minute]])
    const written = run(attempt, [1, { type: 'write', field: 'answer', text: 'Because.' }])
    expect(answerOf(written)).toBe('Because.')
    expect(answerRead(written)).toBe('Because.')
  })
})

describe('what is graded', () => {
  const open = graded(attemptWith(), { bounded: 'met', counted: 'partly', gates: 'met', rollback: 'not' })

  test('are the criteria of the drill, then the general ones of its kind', () => {
    expect(open.criteria.map(({ id, scope, digest }) => [id, scope, digest])).toEqual([
      ['bounded', 'drill', '1:bounded'],
      ['counted', 'drill', '1:counted'],
      ['gates', 'general', '1:rubric'],
      ['rollback', 'general', '1:rubric'],
      ['privacy', 'general', '1:rubric'],
    ])
    const own = criteriaOf({ kind: 'question', criteria: ownCriteria }, rubric)
    expect(own.map(({ id }) => id)).toEqual(['bounded', 'counted'])
  })

  test('are taken anew while the attempt is open: grades of what changed are dropped', () => {
    const changed = ownCriteria.map((each) => (each.id === 'counted' ? { ...each, digest: '1:new' } : each))
    const criteria = criteriaOf({ kind: 'round', criteria: changed }, rubric)
    const next = run(open, [2 * minute, { type: 'criteria', criteria }])
    expect(next.criteria).toEqual(criteria)
    expect(next.grades).toEqual({ bounded: 'met', gates: 'met', rollback: 'not' })
    const other = criteriaOf({ kind: 'round', criteria: ownCriteria }, { ...rubric, digest: '1:stricter' })
    expect(run(open, [minute, { type: 'criteria', criteria: other }]).grades).toEqual({
      bounded: 'met',
      counted: 'partly',
    })
  })

  test('stay as they were graded once it is finished', () => {
    const finished = run(open, [2 * minute, { type: 'finish', score: null, mark: null }])
    expect(run(finished, [3 * minute, { type: 'criteria', criteria: [] }])).toBe(finished)
  })
})

describe('the stages', () => {
  const steps: readonly [ActionBody, string][] = [
    [{ type: 'start' }, 'writing'],
    [{ type: 'write', field: 'limits', text: 'p95 under 300 ms' }, 'writing'],
    [{ type: 'reveal' }, 'comparing'],
    [
      { type: 'criteria', criteria: criteriaOf({ kind: 'round', criteria: ownCriteria }, rubric) },
      'comparing',
    ],
    [{ type: 'grade', criterion: 'gates', grade: 'met' }, 'comparing'],
    [{ type: 'finish', score: null, mark: null }, 'finished'],
    [{ type: 'reopen' }, 'comparing'],
  ]

  test('follow the diagram, and every change counts one revision', () => {
    let attempt = attemptWith()
    for (const [index, [action, stage]] of steps.entries()) {
      attempt = reduce(attempt, { ...action, at: t0 + index })
      expect([stageOf(attempt), attempt.revision, attempt.updatedAt]).toEqual([stage, index + 1, t0 + index])
    }
  })

  test('giving up without a reveal is finished, and reopens where it was', () => {
    const finished = run(
      attemptWith(),
      [0, { type: 'start' }],
      [1, { type: 'finish', score: null, mark: null }],
    )
    expect(stageOf(finished)).toBe('finished')
    expect(stageOf(run(finished, [2, { type: 'reopen' }]))).toBe('writing')
  })

  test('an answer revealed first can still be started on', () => {
    const attempt = run(attemptWith(), [0, { type: 'reveal' }], [5, { type: 'start' }])
    expect(attempt.clock).toEqual({ running: true, since: t0 + 5 })
    expect([attempt.revealedBeforeWriting, stageOf(attempt)]).toEqual([true, 'comparing'])
  })
})

describe('what is not accepted gives the same attempt back', () => {
  const ready = attemptWith()
  const writing = run(ready, [0, { type: 'start' }], [1, { type: 'write', field: 'limits', text: 'a' }])
  const finished = run(writing, [2, { type: 'finish', score: null, mark: null }])
  const cases: readonly [string, typeof ready, ActionBody][] = [
    ['a second start', writing, { type: 'start' }],
    ['resume before start', ready, { type: 'resume' }],
    ['pause of a clock that stands', ready, { type: 'pause' }],
    ['resume of a clock that runs', writing, { type: 'resume' }],
    ['a grade before the reveal', writing, { type: 'grade', criterion: 'gates', grade: 'met' }],
    [
      'a red flag before the reveal',
      writing,
      { type: 'flag', flag: { source: 'drill', id: 'x', text: 'X' }, on: true },
    ],
    ['criteria before the reveal', writing, { type: 'criteria', criteria: graded(ready, {}).criteria }],
    [
      'the same criteria again',
      graded(ready, {}),
      { type: 'criteria', criteria: graded(ready, {}).criteria },
    ],
    ['the same text again', writing, { type: 'write', field: 'limits', text: 'a' }],
    ['an unknown field', writing, { type: 'write', field: 'constructor', text: 'b' }],
    ['back in the first phase', writing, { type: 'back' }],
    ['skip in the last phase', run(writing, [3, { type: 'skip' }], [4, { type: 'skip' }]), { type: 'skip' }],
    ['the timer on twice', writing, { type: 'timer', on: true }],
    ['the factor that it has', writing, { type: 'factor', factor: 1 }],
    ['reopening what is open', writing, { type: 'reopen' }],
    ['text after the end', finished, { type: 'write', field: 'limits', text: 'b' }],
    ['a reveal after the end', finished, { type: 'reveal' }],
    ['an unknown criterion', graded(ready, {}), { type: 'grade', criterion: 'toString', grade: 'met' }],
  ]
  test.each(cases)('%s', (_name, attempt, action) => {
    expect(reduce(attempt, { ...action, at: t0 + minute })).toBe(attempt)
  })
})

describe('reveal', () => {
  test('stops the clock and reads whether anything was written', () => {
    const blank = run(
      attemptWith(),
      [0, { type: 'start' }],
      [1, { type: 'write', field: 'path', text: ' \n' }],
      [9000, { type: 'reveal' }],
    )
    expect([blank.revealedBeforeWriting, blank.revealedAt, blank.clock.running]).toEqual([
      true,
      t0 + 9000,
      false,
    ])
    expect(blank.phases[0]?.spent).toBe(9000)
    expect(graded(attemptWith(), {}).revealedBeforeWriting).toBe(false)
  })

  test('writing afterwards is allowed and marked', () => {
    const before = graded(attemptWith(), {})
    const after = run(before, [2 * minute, { type: 'write', field: 'path', text: 'ASR' }])
    expect([before.editedAfterReveal, after.editedAfterReveal]).toEqual([false, true])
    expect(textOf(after, 'path')).toBe('ASR')
  })
})

describe('notes, grades and flags', () => {
  const flag = { source: 'drill', id: 'no-owner', text: 'Nobody owns it' } as const

  test('a note is accepted after the end, a grade can be taken back, a flag unticked', () => {
    const open = run(
      graded(attemptWith(), { gates: 'met', privacy: 'not' }),
      [minute, { type: 'grade', criterion: 'privacy', grade: null }],
      [minute, { type: 'flag', flag, on: true }],
      [minute, { type: 'flag', flag: { ...flag, source: 'rubric' }, on: true }],
      [minute, { type: 'flag', flag, on: false }],
      [minute, { type: 'finish', score: null, mark: null }],
      [2 * minute, { type: 'note', text: 'Gates next time' }],
    )
    expect(open.grades).toEqual({ gates: 'met' })
    expect(open.redFlags).toEqual([{ ...flag, source: 'rubric' }])
    expect(open.note).toEqual({ value: 'Gates next time', changedAt: t0 + 2 * minute, kept: [] })
  })

  test('a kept version can be discarded', () => {
    const attempt = { ...attemptWith(), note: { value: '', changedAt: t0, kept: ['old', 'older'] } }
    expect(run(attempt, [1, { type: 'discard', field: null, text: 'old' }]).note.kept).toEqual(['older'])
    expect(run(attempt, [1, { type: 'discard', field: null, text: 'no such' }])).toBe(attempt)
  })
})

describe('interview and guided', () => {
  const interview = attemptWith({ mode: 'interview' })
  const guided = fieldsOf({ kind: 'round', mode: 'guided' }, practiceLoop)
  const toGuided: ActionBody = { type: 'mode', mode: 'guided', fields: guided }

  test('an interview has a text for each phase, guided one for each section', () => {
    expect(interview.fields.map(({ id }) => id)).toEqual(['plan', 'build', 'check'])
    const changed = run(interview, [0, toGuided])
    expect(changed.fields.map(({ id }) => id)).toEqual(['limits', 'path'])
    expect([changed.mode, changed.startedAt, changed.clock.running]).toEqual(['guided', null, false])
  })

  test('are chosen before the first word and the reveal, not after', () => {
    const blank = run(interview, [0, { type: 'write', field: 'plan', text: '  ' }])
    expect(run(blank, [1, toGuided]).texts).toEqual({})
    const written = run(interview, [0, { type: 'write', field: 'plan', text: 'A word' }])
    expect(run(written, [1, toGuided])).toBe(written)
    const revealed = run(interview, [0, { type: 'reveal' }])
    expect(run(revealed, [1, toGuided])).toBe(revealed)
  })

  test('hints are noted, the stronger one of each section, and only before the reveal', () => {
    const hinted = run(
      interview,
      [0, { type: 'hint', section: 'limits', hint: 'labels' }],
      [1, { type: 'hint', section: 'path', hint: 'instructions' }],
      [2, { type: 'hint', section: 'path', hint: 'labels' }],
    )
    expect(hinted.hints).toEqual({ limits: 'labels', path: 'instructions' })
    expect(helpText(hinted)).toBe('hints: labels of Limits, instructions of Path')
    // Looking at a hint starts no clock.
    expect(hinted.clock.running).toBe(false)
    const revealed = run(hinted, [3, { type: 'reveal' }])
    expect(run(revealed, [4, { type: 'hint', section: 'limits', hint: 'instructions' }])).toBe(revealed)
  })

  test('the result says guided, and nothing of an interview without hints or of a question', () => {
    expect(helpText(attemptWith())).toBe('guided')
    expect(helpText(interview)).toBeNull()
    expect(helpText(attemptWith({ drill: question('why') }))).toBeNull()
  })
})

describe('the first words', () => {
  test('start the clock in the phase of their text', () => {
    const begun = run(
      attemptWith({ mode: 'interview' }),
      [5, { type: 'write', field: 'build', text: 'A' }],
      [minute, { type: 'write', field: 'check', text: 'B' }],
    )
    expect([begun.phase, begun.startedAt, begun.clock]).toEqual([
      'build',
      t0 + 5,
      { running: true, since: t0 + 5 },
    ])
  })

  test('leave a clock that was started and paused as it is', () => {
    const paused = run(
      attemptWith({ mode: 'interview' }),
      [0, { type: 'start' }],
      [minute, { type: 'pause' }],
      [2 * minute, { type: 'write', field: 'build', text: 'A' }],
    )
    expect([paused.phase, paused.clock.running]).toEqual(['plan', false])
  })

  test('in another phase move nothing; the clock is moved there, running on', () => {
    const moved = run(
      attemptWith({ mode: 'interview' }),
      [0, { type: 'start' }],
      [minute, { type: 'phase', phase: 'check' }],
    )
    expect([moved.phase, moved.clock, moved.phases[0]?.spent]).toEqual([
      'check',
      { running: true, since: t0 + minute },
      minute,
    ])
    expect(run(moved, [2 * minute, { type: 'phase', phase: 'check' }])).toBe(moved)
    expect(run(moved, [2 * minute, { type: 'phase', phase: 'no such' }])).toBe(moved)
  })
})

test('of a very long answer the beginning is read, whatever fields it has', () => {
  const write = (field: string, length: number) =>
    [1, { type: 'write', field, text: field.charAt(0).repeat(length) }] as const
  const guided = run(attemptWith(), write('limits', 70_000), write('path', 70_000))
  expect(answerRead(guided)).toEqual({ limits: 'l'.repeat(70_000), path: 'p'.repeat(30_000) })
  const interview = run(attemptWith({ mode: 'interview' }), write('plan', 99_998), write('build', 9))
  expect(answerRead(interview)).toBe(`${'p'.repeat(99_998)}\n\n`)
  expect(textOf(guided, 'path')).toHaveLength(70_000)
})
