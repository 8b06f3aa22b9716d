import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerPairs, fieldsInOrder } from '../../src/core/grading/answer-pairs.ts'
import { compareAttempts } from '../../src/core/grading/compare.ts'
import { foundFor } from '../../src/core/grading/found.ts'
import { markOf, markReason } from '../../src/core/grading/mark.ts'
import { ownWords, placeOf } from '../../src/core/grading/own-words.ts'
import { agreement, givenFrom, isKnown } from '../../src/core/grading/reviews.ts'
import { scorecard } from '../../src/core/grading/scorecard.ts'
import { secondRoundOf, secondRoundText } from '../../src/core/grading/second-round.ts'
import type { ActionBody } from '../../src/core/model/actions.ts'
import { applyChange } from '../../src/core/model/change.ts'
import { followUpSpent } from '../../src/core/model/follow-ups.ts'
import { emptyLibrary } from '../../src/core/model/records.ts'
import { sentencesOf } from '../../src/core/model/sentences.ts'
import type { Attempt } from '../../src/core/model/types.ts'
import { progressOf } from '../../src/core/progress/progress.ts'
import { parseAttempt } from '../../src/core/storage/parse-attempt.ts'
import { upgradeLibrary } from '../../src/core/storage/upgrade.ts'
import { attemptWith, finishScored, graded, minute, practiceLoop, question, run, t0 } from './support.ts'

const sections = [
  { id: 'check-list', title: 'Check list' },
  { id: 'path', title: 'Path' },
  { id: 'limits', title: 'Limits' },
  { id: 'costs', title: 'Costs' },
]
const placed = [...practiceLoop.sections, { id: 'costs', phase: 'build' }]
const pairsOf = (attempt: Attempt): unknown =>
  answerPairs(attempt, sections, placed).map(({ id, field, sections: met }) => [
    id,
    field?.id ?? null,
    met.map((section) => section.id),
  ])

describe('the two answers side by side', () => {
  test('a guided text meets the section of its name; what only the model answer has comes last', () => {
    expect(pairsOf(attemptWith())).toEqual([
      ['limits', 'limits', ['limits']],
      ['path', 'path', ['path']],
      ['costs', null, ['costs']],
      ['check-list', null, ['check-list']],
    ])
  })

  test('the text of a phase meets all sections of the phase, and a phase without any stays', () => {
    expect(pairsOf(attemptWith({ mode: 'interview' }))).toEqual([
      ['plan', 'plan', ['limits']],
      ['build', 'build', ['path', 'costs']],
      ['check', 'check', []],
      ['check-list', null, ['check-list']],
    ])
  })

  test('a question has one text', () => {
    expect(answerPairs(attemptWith({ drill: question('why') }), [], placed)).toMatchObject([
      { id: 'answer', sections: [] },
    ])
  })

  test('fields are shown phase by phase, in whatever order they were stored', () => {
    const attempt = attemptWith()
    const fields = [...attempt.fields].reverse()
    expect(fieldsInOrder({ ...attempt, fields }).map(({ id }) => id)).toEqual(['limits', 'path'])
  })
})

describe('sentences', () => {
  const cut = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end))

  test('end with their marks or with the line', () => {
    expect(cut('p95 is 3.5 s. “Is it?” Yes …  and\nRollback: warm\n\n - last')).toEqual([
      'p95 is 3.5 s.',
      '“Is it?”',
      'Yes …',
      'and',
      'Rollback: warm',
      '- last',
    ])
  })

  test('hold all of a text but blanks, in order', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '.', '?', ' ', '\n', '”', '…', 'é') })
    fc.assert(
      fc.property(text, (words) => {
        let end = 0
        for (const span of sentencesOf(words)) {
          expect(words.slice(end, span.start).trim()).toBe('')
          expect(span.end).toBeGreaterThan(span.start)
          end = span.end
        }
        expect(words.slice(end).trim()).toBe('')
      }),
    )
  })
})

describe('my words for a criterion', () => {
  const open = graded(attemptWith(), {})
  const quote = (text: string | null): Attempt =>
    run(open, [2 * minute, { type: 'quote', criterion: 'gates', text }])

  test('are those that I picked, before those that were found', () => {
    const found = { status: 'found', sentence: 'Some words' } as const
    expect(ownWords(open, 'gates', found)).toEqual({ by: 'search', text: 'Some words' })
    expect(ownWords(quote('words'), 'gates', found)).toEqual({ by: 'learner', text: 'words' })
    expect(ownWords(quote(''), 'gates', found)).toEqual({ by: 'learner', text: null })
    expect(ownWords(open, 'gates', { status: 'denied', sentence: 'No gates' })).toEqual({
      by: 'denial',
      text: 'No gates',
    })
    const id = 'gates'
    const own = { id: 'bounded', status: 'missing' } as const
    const general = { id, status: 'found' } as const
    expect(foundFor({ criteria: [own], general: [general] }, id)).toBe(general)
    // The nearest sentence of a missing criterion is none that speaks of it.
    expect(ownWords(open, 'gates', { status: 'missing', sentence: 'Some words' })).toEqual({
      by: 'search',
      text: null,
    })
    expect(ownWords(open, 'gates', undefined)).toEqual({ by: 'search', text: null })
  })

  test('are those with the same quantities as the model answer, where nothing else is found', () => {
    const phrase = 'Four times the size costs four times the compute, so I expect 180 ms instead of 45'
    const mine = 'Four times as large means 180 ms which is over the budget of 80 ms'
    const of = (text: string, phrases: readonly string[], status: 'missing' | 'unread' = 'missing') =>
      ownWords(
        run(open, [4 * minute, { type: 'write', field: 'limits', text }]),
        'gates',
        { status },
        phrases,
      )
    const figures = (text: string) => ({ by: 'figures', text })
    const none = { by: 'search', text: null }
    expect(of(`It costs 180 ms.\n${mine}`, [phrase])).toEqual(figures(mine))
    expect(of('A fourfold size, and 180 milliseconds.', [phrase])).toEqual(
      figures('A fourfold size, and 180 milliseconds.'),
    )
    expect(of('4× the size: 180ms', [phrase])).toEqual(figures('4× the size: 180ms'))
    expect(of('82 per cent of 1,200 calls', ['at most 82 % of 1200 calls'])).toEqual(
      figures('82 per cent of 1,200 calls'),
    )
    // One quantity is chance, as are two of different phrases; a number without its unit is none.
    expect(of('It takes 180 ms.', [phrase])).toEqual(none)
    expect(of('Four times or 80 ms', [phrase, 'at most 80 ms'])).toEqual(none)
    expect(of('4 and 180', [phrase])).toEqual(none)
    expect(of('Often tens of people', ['10 s of 4 people'])).toEqual(none)
    expect(of(mine, [phrase], 'unread')).toEqual(none)
  })

  test('are found again where they stand first', () => {
    expect(placeOf(open, 'words')).toEqual({ field: 'limits', start: 5, end: 10 })
    expect([placeOf(open, ''), placeOf(open, 'Other words')]).toEqual([null, null])
  })

  test('go with their criterion, so that the attempt stays readable', () => {
    const without = open.criteria.filter(({ id }) => id !== 'gates')
    const next = run(quote('words'), [3 * minute, { type: 'criteria', criteria: without }])
    expect(next.quotes).toEqual({})
    expect(parseAttempt(JSON.parse(JSON.stringify(next)), 'attempt')).toEqual(next)
  })
})

describe('an attempt whose grades say little', () => {
  const first = run(graded(attemptWith({ id: 'attempt-0001' }), { gates: 'met' }), [
    2 * minute,
    { type: 'finish', score: null, mark: null },
  ])
  const library = { ...emptyLibrary, attempts: [first] }
  const all = { bounded: 'met', counted: 'met', gates: 'met', rollback: 'met', privacy: 'met' } as const
  const again = (after: number, grades: Parameters<typeof graded>[1] = { gates: 'met' }): Attempt =>
    graded(attemptWith({ id: 'attempt-0002', at: t0 + after }), grades, after)

  test('is told why before it is finished', () => {
    const words = (after: number): string | null => markReason(library, again(after))
    expect(words(13 * minute)).toBe(
      'You read this answer 12 minutes before you began, so this attempt is kept but moves no schedule.',
    )
    expect(words(2 * minute)).toContain('1 minute before')
    expect(words(minute)).toContain('just before')
    expect(words(31 * minute)).toBeNull()
    const seen = run(first, [40 * minute, { type: 'read' }])
    expect(markReason({ ...library, attempts: [seen] }, again(50 * minute))).toContain('10 minutes before')
  })

  test('with empty parts and everything met counts them', () => {
    const met = again(60 * minute, all)
    expect(markOf(library, met)).toBeNull()
    const one = run(met, [61 * minute, { type: 'write', field: 'path', text: ' ' }])
    expect(markReason(library, one)).toBe(
      'One part of your answer is empty, and every criterion is met. This attempt is kept but moves no schedule.',
    )
    const two = run(one, [62 * minute, { type: 'write', field: 'limits', text: '' }])
    expect(markReason(library, two)).toContain('2 parts of your answer are empty')
    const partly = run(two, [63 * minute, { type: 'grade', criterion: 'gates', grade: 'partly' }])
    expect(markReason(library, partly)).toBeNull()
  })

  test('with fewer than five words for each criterion and everything met counts them', () => {
    const met = again(60 * minute, all)
    const said = (limits: string): Attempt =>
      run(
        met,
        [61 * minute, { type: 'write', field: 'path', text: 'A transducer, probably.' }],
        [61 * minute, { type: 'write', field: 'limits', text: limits }],
      )
    const short = said('I don’t know – “”')
    expect(markOf(library, short)).toBe('few-words-met')
    expect(markReason(library, short)).toBe(
      'Your answer has 6 words, and all 5 criteria are met. This attempt is kept but moves no schedule.',
    )
    expect(markOf(library, said('word '.repeat(21)))).toBe('few-words-met')
    expect(markOf(library, said('word '.repeat(22)))).toBeNull()
    expect(
      markOf(library, run(short, [62 * minute, { type: 'grade', criterion: 'gates', grade: 'partly' }])),
    ).toBeNull()
    // Not every script has words that can be counted.
    expect(markOf(library, said('每个人都能找到自己的笔记'))).toBeNull()
    const change = finishScored(library, short, t0 + 63 * minute)
    expect([change.attempts?.[0]?.mark, change.cards]).toEqual(['few-words-met', undefined])
    expect(parseAttempt(JSON.parse(JSON.stringify(change.attempts?.[0])), 'attempt').mark).toBe(
      'few-words-met',
    )
  })

  test('with recordings counts what can be said in them, 130 words a minute, beside the words', () => {
    const met = again(60 * minute, all)
    const said = (text: string, speaking: number, words?: number): Attempt =>
      run(
        met,
        ...['limits', 'path'].map(
          (field) => [61 * minute, { type: 'write', field, text }] as [number, ActionBody],
        ),
        ...['plan', 'build'].map(
          (part) =>
            [
              61 * minute,
              {
                type: 'spoken',
                part,
                spoken: { length: 9000, speaking, pauses: 0, ...(words && { words }) },
              },
            ] as [number, ActionBody],
        ),
      )
    // Five criteria ask for 25 words: with two of text and twice 11 of sound they are one short.
    expect(markReason(library, said('abc', 5300))).toBe(
      'Your answer has 24 words, with what can be said in its recordings, and all 5 criteria are met. This attempt is kept but moves no schedule.',
    )
    expect(markOf(library, said('abc', 5400))).toBeNull()
    // The words of a transcript are in the text.
    expect(markOf(library, said('abc', 5400, 1))).toBe('few-words-met')
    expect(markOf(library, said('abc', minute))).toBeNull()
    // A cough is no answer, and a recording that is not measured yet may be one.
    expect(markOf(library, said('', 2300))).toBe('empty-met')
    expect(markOf(library, said('', 5800))).toBeNull()
    const unheard = { length: 0, speaking: 0, pauses: 0 }
    const begun = run(said('', minute), [62 * minute, { type: 'spoken', part: 'plan', spoken: unheard }])
    expect(markOf(library, begun)).toBeNull()
  })

  test('says so in the scorecard, and is not the best one', () => {
    const change = finishScored(library, again(3 * minute, all), t0 + 4 * minute)
    const [marked] = change.attempts ?? []
    expect([marked?.mark, marked?.score?.total, change.cards]).toEqual(['just-read', 100, undefined])
    const text = marked && scorecard(marked, { now: t0, dateText: String, withAnswer: false })
    expect(text).toContain('; begun soon after the answer was read, so it moved no schedule')
    const progress = progressOf(applyChange(library, change), 'launch', t0 + 5 * minute)
    expect([progress.counted, progress.last?.mark]).toEqual([null, 'just-read'])
  })
})

describe('the second round', () => {
  const revealed = graded(attemptWith(), {})
  const write = (followUp: string, text: string): ActionBody => ({ type: 'followUpWrite', followUp, text })
  const start = (followUp: string): ActionBody => ({ type: 'followUpStart', followUp })
  const show = (followUp: string): ActionBody => ({ type: 'followUpReveal', followUp })
  const grade = (followUp: string, given: 'met' | 'partly' | 'not' | null): ActionBody => ({
    type: 'followUpGrade',
    followUp,
    grade: given,
  })
  const spent = (attempt: Attempt, at: number): number[] =>
    attempt.followUps.map((each) => followUpSpent(each, t0 + at))

  test('has one clock at a time, started by hand or by the first word', () => {
    const two = run(revealed, [minute, write('a', 'Because')], [3 * minute, start('b')])
    expect(two.followUps.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(spent(two, 4 * minute)).toEqual([2 * minute, minute])
    expect(spent(run(two, [4 * minute, { type: 'followUpStop' }]), 9 * minute)).toEqual([2 * minute, minute])
    const shown = run(two, [4 * minute, show('b')])
    expect(spent(shown, 9 * minute)).toEqual([2 * minute, minute])
    expect(run(shown, [5 * minute, start('b')])).toBe(shown)
  })

  test('left running by a page that was closed ends with the last word', () => {
    const left = run(revealed, [minute, start('a')], [2 * minute, write('a', 'So')])
    const stopped = run(left, [0, { type: 'followUpStop' }])
    expect(spent(stopped, 600 * minute)).toEqual([minute])
  })

  test('gives back a night in which its clock ran, while it runs and afterwards', () => {
    const leaveOut = (followUp: string, length: number): ActionBody => ({
      type: 'followUpLeaveOut',
      followUp,
      length,
    })
    const night = run(revealed, [minute, start('a')])
    const running = run(night, [601 * minute, leaveOut('a', 599 * minute)])
    expect(spent(running, 602 * minute)).toEqual([2 * minute])
    const stopped = run(
      night,
      [601 * minute, { type: 'followUpStop' }],
      [602 * minute, leaveOut('a', 599 * minute)],
    )
    expect(spent(stopped, 700 * minute)).toEqual([minute])
    expect(spent(run(stopped, [603 * minute, leaveOut('a', 9 * minute)]), 700 * minute)).toEqual([0])
    expect(run(stopped, [603 * minute, leaveOut('b', minute)])).toBe(stopped)
  })

  test('is graded after its answer only, at any later time, and never part of the score', () => {
    expect(run(revealed, [minute, grade('a', 'met')])).toBe(revealed)
    const before = run(attemptWith(), [0, { type: 'start' }])
    expect(run(before, [1, write('a', 'Early')])).toBe(before)
    const finished = run(revealed, [2 * minute, { type: 'finish', score: null, mark: null }])
    const done = run(
      finished,
      [600 * minute, show('a')],
      [601 * minute, grade('a', 'met')],
      [602 * minute, show('b')],
      [603 * minute, grade('b', 'partly')],
      [604 * minute, show('c')],
    )
    expect(done.score).toBe(finished.score)
    expect(secondRoundOf(finished)).toBeNull()
    expect(secondRoundOf(done)).toEqual({ met: 1, partly: 1, not: 0 })
    const counts = secondRoundOf(done) ?? { met: 0, partly: 0, not: 0 }
    expect(secondRoundText(counts, 3)).toBe('second round: 1 met, 1 partly, 0 not of 3')
    expect(scorecard(done, { now: t0, dateText: String, withAnswer: false })).toContain(
      '\n- Second round: 1 met, 1 partly, 0 not\n',
    )
    expect(compareAttempts(finished, done, t0).secondRounds).toEqual({ first: null, second: counts })
  })
})

describe('two attempts in different modes', () => {
  const guided = run(
    attemptWith(),
    [0, { type: 'write', field: 'limits', text: 'p95' }],
    [1, { type: 'write', field: 'path', text: 'ASR' }],
  )
  const interview = run(attemptWith({ id: 'attempt-0002', mode: 'interview' }), [
    2,
    { type: 'write', field: 'build', text: 'ASR, then search' },
  ])

  test('are compared phase by phase', () => {
    expect(compareAttempts(guided, interview, t0).texts).toEqual([
      { id: 'plan', title: 'Plan', first: 'p95', second: '' },
      { id: 'build', title: 'Build', first: 'ASR', second: 'ASR, then search' },
      { id: 'check', title: 'Check', first: '', second: '' },
    ])
  })

  test('and in the same mode field by field', () => {
    expect(compareAttempts(guided, guided, t0).texts.map(({ id }) => id)).toEqual(['limits', 'path'])
    expect(compareAttempts(interview, interview, t0).texts.map(({ id }) => id)).toEqual([
      'plan',
      'build',
      'check',
    ])
  })
})

describe('a reviewer', () => {
  const mine = graded(attemptWith(), { bounded: 'met', counted: 'partly', gates: 'not', rollback: 'met' })
  const reply = {
    verdicts: { bounded: 'partly', counted: 'partly', gates: 'met', privacy: 'not' },
    redFlags: ['no-owner'],
    quotes: { bounded: 'Some words', 'no-owner': 'words' },
  } as const
  const given = givenFrom(reply, t0)

  test('is stored with the words that each verdict rests on', () => {
    expect(given).toEqual({
      at: t0,
      verdicts: {
        bounded: { verdict: 'partly', quote: 'Some words' },
        counted: { verdict: 'partly', quote: '' },
        gates: { verdict: 'met', quote: '' },
        privacy: { verdict: 'not', quote: '' },
      },
      redFlags: [{ id: 'no-owner', quote: 'words' }],
    })
  })

  test('is compared where both have judged', () => {
    expect(agreement(mine, given)).toEqual({ same: ['counted'], kinder: ['bounded'], stricter: ['gates'] })
  })

  test('is known again, whenever it was read', () => {
    const stored = run(mine, [2 * minute, { type: 'verdicts', verdicts: [given] }])
    expect(isKnown(stored, { ...given, at: t0 + minute })).toBe(true)
    expect(isKnown(stored, { ...given, redFlags: [] })).toBe(false)
  })

  test('follows a criterion to its new id', () => {
    const attempt = run(mine, [2 * minute, { type: 'verdicts', verdicts: [given] }])
    const { library } = upgradeLibrary(
      { ...emptyLibrary, attempts: [attempt] },
      (id) => ({ status: 'active', id }),
      { 'launch#bounded': 'never-blocked' },
    )
    expect(Object.keys(library.attempts[0]?.verdicts[0]?.verdicts ?? {})).toEqual([
      'never-blocked',
      'counted',
      'gates',
      'privacy',
    ])
  })
})
