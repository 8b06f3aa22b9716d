import { describe, expect, test } from 'vitest'
import { type Filter, nextToTry, noFilter, queryCatalog, rowsOf } from '../../src/core/catalog/catalog.ts'
import { facetsOf, topicCounts } from '../../src/core/catalog/facets.ts'
import { fold } from '../../src/core/catalog/fold.ts'
import { compareAttempts } from '../../src/core/grading/compare.ts'
import { scorecard } from '../../src/core/grading/scorecard.ts'
import { applyChange } from '../../src/core/model/change.ts'
import { hidesEarlierAttempts, newestOpen } from '../../src/core/model/library.ts'
import { escapeLine, quote } from '../../src/core/model/markdown.ts'
import { emptyLibrary, type Library, type Settings, sampleGradingId } from '../../src/core/model/records.ts'
import { dueUntil, historyOf, progressOf } from '../../src/core/progress/progress.ts'
import { criterionTrends, standing } from '../../src/core/progress/trends.ts'
import { criteriaChanges, isSubstanceChanged } from '../../src/core/storage/changes-since.ts'
import { type Resolve, resolutionText, upgradeLibrary } from '../../src/core/storage/upgrade.ts'
import {
  attemptWith,
  day,
  entry,
  finishScored,
  graded,
  minute,
  question,
  run,
  scored,
  someWords,
  t0,
} from './support.ts'

const finish = (
  library: Library,
  id: string,
  drill: string,
  grades: Parameters<typeof graded>[1],
  at: number,
): Library =>
  applyChange(
    library,
    finishScored(library, graded(attemptWith({ id, drill: entry(drill), at }), grades, at - t0), at + minute),
  )

const strong = { bounded: 'met', counted: 'met', gates: 'met', rollback: 'met', privacy: 'met' } as const
const library = finish(
  finish(emptyLibrary, 'attempt-0001', 'launch', { gates: 'not', rollback: 'met', privacy: 'met' }, t0),
  'attempt-0002',
  'capacity',
  strong,
  t0 + minute,
)

test('standings and the newest score are of attempts that count', () => {
  const [marked] = finish(emptyLibrary, 'attempt-0003', 'launch', strong, t0 + day).attempts
  if (!marked) throw new Error('no attempt')
  const later = applyChange(library, { attempts: [{ ...marked, mark: 'just-read' }] })
  expect(criterionTrends(later)).toEqual(criterionTrends(library))
  expect(criterionTrends(library).map((trend) => [trend.id, standing(trend)])).toEqual([
    ['gates', 0.5],
    ['rollback', 1],
    ['privacy', 1],
  ])
  expect(progressOf(later, 'launch', t0)).toMatchObject({ last: { mark: 'just-read' }, counted: 15 })
})

describe('upgrading', () => {
  const resolve: Resolve = (id) =>
    id === 'launch'
      ? { status: 'renamed', id: 'streaming-launch' }
      : id === 'capacity'
        ? { status: 'retired', reason: 'replaced by two incidents' }
        : { status: 'active', id }

  test('follows renamed ids in attempts, cards and reviews, and tells of what is gone', () => {
    const upgrade = upgradeLibrary(library, resolve, {})
    expect(upgrade.library.attempts.map(({ drillId }) => drillId)).toEqual(['streaming-launch', 'capacity'])
    expect(upgrade.library.cards.map(({ id }) => id)).toEqual([
      'streaming-launch',
      'streaming-launch/gates',
      'capacity',
    ])
    expect(upgrade.library.reviews.map(({ cardId }) => cardId)).toEqual([
      'streaming-launch',
      'streaming-launch/gates',
      'capacity',
    ])
    expect(
      applyChange(library, upgrade.change)
        .cards.map(({ id }) => id)
        .sort(),
    ).toEqual(['capacity', 'streaming-launch', 'streaming-launch/gates'])
    expect(upgrade.notices).toEqual([
      {
        drillId: 'launch',
        title: 'Title of launch',
        resolution: { status: 'renamed', id: 'streaming-launch' },
      },
      {
        drillId: 'capacity',
        title: 'Title of capacity',
        resolution: { status: 'retired', reason: 'replaced by two incidents' },
      },
    ])
    const text = upgrade.library.attempts[1]?.texts['limits']?.value
    expect(text).toBe(someWords)
  })

  test('follows renamed criteria, with their grades', () => {
    const missed = finish(emptyLibrary, 'attempt-0001', 'launch', { bounded: 'not', gates: 'met' }, t0)
    const renames = { 'streaming-launch#bounded': 'blocking-bounded', 'other#gates': 'doors' }
    const upgrade = upgradeLibrary(missed, resolve, renames)
    const [attempt] = upgrade.library.attempts
    expect(attempt?.criteria.map(({ id }) => id)).toEqual([
      'blocking-bounded',
      'counted',
      'gates',
      'rollback',
      'privacy',
    ])
    expect(attempt?.grades).toEqual({ 'blocking-bounded': 'not', gates: 'met' })
    expect(attempt?.score).toEqual(missed.attempts[0]?.score)
    const sample = {
      drillId: 'launch',
      sample: 'weak',
      at: t0,
      grades: { bounded: 'not' },
      given: { bounded: 'met' },
    } as const
    const picked = run(
      missed.attempts[0] ?? attemptWith(),
      [3 * minute, { type: 'reopen' }],
      [3 * minute, { type: 'quote', criterion: 'bounded', text: 'Some words' }],
    )
    const moved = upgradeLibrary(
      { ...missed, attempts: [picked], samples: [{ ...sample, id: sampleGradingId(sample) }] },
      resolve,
      renames,
    )
    expect(moved.library.attempts[0]?.quotes).toEqual({ 'blocking-bounded': 'Some words' })
    const now = {
      ...sample,
      drillId: 'streaming-launch',
      grades: { 'blocking-bounded': 'not' },
      given: { 'blocking-bounded': 'met' },
    }
    expect(moved.library.samples).toEqual([{ ...now, id: sampleGradingId(now) }])
    expect(moved.change.removed?.samples).toEqual([sampleGradingId(sample)])
    expect(upgrade.library.cards.map(({ id, criterion }) => [id, criterion])).toEqual([
      ['streaming-launch', null],
      ['streaming-launch/blocking-bounded', 'blocking-bounded'],
    ])
    expect(upgrade.library.reviews.map(({ cardId }) => cardId)).toContain('streaming-launch/blocking-bounded')
    expect(upgrade.change.removed?.cards).toEqual(['launch', 'launch/bounded'])
  })

  test('again changes nothing', () => {
    const once = upgradeLibrary(library, resolve, {}).library
    const { change } = upgradeLibrary(once, resolve, {})
    expect(change).toEqual({
      attempts: [],
      cards: [],
      reviews: [],
      samples: [],
      removed: { cards: [], samples: [] },
    })
  })

  test('takes out of settings the subjects that no drill is about any more, and tracks that are gone', () => {
    const plan = {
      date: '2026-12-07',
      minutes: 60,
      roles: ['serving', 'telepathy'],
      track: 'first',
      since: t0,
    }
    const { settings } = library
    const published = { menu: [entry('launch')], tracks: [{ id: 'first' }, { id: 'second' }] }
    const settled = (change: Partial<Settings>) =>
      upgradeLibrary({ ...library, settings: { ...settings, ...change } }, resolve, {}, published).library
        .settings
    expect(settled({ plan, track: 'second' })).toEqual({
      ...settings,
      plan: { ...plan, roles: ['serving'] },
      track: 'second',
    })
    const known = { ...plan, roles: ['serving'] }
    expect(settled({ plan: { ...known, track: 'gone' } }).plan).toEqual({ ...known, track: null })
    expect(settled({ plan: known, track: 'gone' })).toEqual({ ...settings, plan: known, track: null })
    expect(settled({ track: 'gone' })).toEqual(settings)
    expect(upgradeLibrary(library, resolve, {}, published).library.settings).toBe(settings)
    const all = { ...library, settings: { ...settings, plan: known, track: 'second' } }
    expect(upgradeLibrary(all, resolve, {}, published).library.settings).toBe(all.settings)
    expect(upgradeLibrary(all, resolve, {}).library.settings).toBe(all.settings)
  })

  test('keeps the later review where two cards meet', () => {
    const both = finish(library, 'attempt-0003', 'streaming-launch', strong, t0 + day)
    const { cards } = upgradeLibrary(both, resolve, {}).library
    expect(cards.find(({ id }) => id === 'streaming-launch')?.memory.lastReview).toBe(t0 + day + minute)
  })

  test('says why a drill is gone', () => {
    expect(resolutionText({ status: 'split', ids: ['a', 'b'], reason: 'too long' })).toBe(
      'This drill was split into 2 others: too long',
    )
    expect(resolutionText({ status: 'unknown' })).toBe('This version of the site has no such drill.')
    expect(resolutionText({ status: 'active', id: 'a' })).toBe(null)
  })

  test('tells whether the substance of a drill has changed since, by how its digest begins', () => {
    const digests = { prompt: '1:p', text: '1:t', substance: '1:5ab7ac4ce' }
    const changed = (current: string | undefined) => isSubstanceChanged({ digests }, current)
    expect(['1:5ab7', '1:5ab8', '2:5ab7', undefined].map(changed)).toEqual([false, true, true, false])
  })
})

describe('a result whose criteria have changed', () => {
  const [attempt] = library.attempts
  if (!attempt) throw new Error('no attempt')

  test('is as it was while every digest is', () => {
    expect(criteriaChanges(attempt, attempt.criteria)).toEqual({ changed: [], added: [] })
    const renamed = attempt.criteria.map((each) => ({ ...each, title: 'In other words', weight: 1 }))
    expect(criteriaChanges(attempt, renamed)).toEqual({ changed: [], added: [] })
  })

  test('names what asks for something else, is gone or is new', () => {
    const [bounded, ...others] = attempt.criteria
    const fresh = {
      id: 'fresh',
      title: 'Fresh',
      scope: 'drill',
      weight: 5,
      revision: 1,
      digest: '1:f',
    } as const
    const current = [
      ...others.map((each) => (each.scope === 'general' ? { ...each, digest: '1:stricter' } : each)),
      fresh,
    ]
    const { changed, added } = criteriaChanges(attempt, current)
    expect(changed.map(({ id }) => id)).toEqual([bounded?.id, 'gates', 'rollback', 'privacy'])
    expect(added).toEqual([fresh])
  })
})

describe('progress', () => {
  test('counts, and names best, last and due', () => {
    const progress = progressOf(library, 'launch', t0)
    expect([progress.attempts, progress.finished, progress.open, progress.counted]).toEqual([1, 1, null, 15])
    expect(progress.last).toMatchObject({ id: 'attempt-0001', stage: 'finished', finishedAt: t0 + minute })
    expect(progress.due).toBe(library.cards[0]?.memory.due)
    expect(progress.criterionCards.map(({ id }) => id)).toEqual(['launch/gates'])
    expect(progressOf(library, 'constructor', t0)).toMatchObject({ attempts: 0, last: null, due: null })
  })

  test('a peeked attempt is no best one', () => {
    const peeked = run(
      attemptWith(),
      [0, { type: 'reveal' }],
      [1, { type: 'grade', criterion: 'gates', grade: 'met' }],
    )
    const after = applyChange(emptyLibrary, finishScored(emptyLibrary, peeked, t0))
    expect(progressOf(after, 'launch', t0).counted).toBe(null)
  })

  test('a fresh attempt hides old work until its answer is revealed', () => {
    const untouched = attemptWith({ id: 'attempt-0009', at: t0 + day })
    const fresh = run(untouched, [day, { type: 'start' }])
    const withAttempt = (attempt: typeof fresh) => applyChange(library, { attempts: [attempt] })
    expect(hidesEarlierAttempts(withAttempt(untouched), 'launch')).toBe(false)
    expect(hidesEarlierAttempts(withAttempt(fresh), 'launch')).toBe(true)
    expect(hidesEarlierAttempts(withAttempt(run(fresh, [day, { type: 'reveal' }])), 'launch')).toBe(false)
    expect(hidesEarlierAttempts(withAttempt(fresh), 'capacity')).toBe(false)
    // Nothing is to be continued before something was done.
    const chosen = run(untouched, [day, { type: 'mode', mode: 'guided', fields: untouched.fields }])
    const hinted = run(chosen, [day, { type: 'hint', section: 'path', hint: 'labels' }])
    const open = [untouched, chosen, hinted, fresh].map((attempt) => newestOpen(withAttempt(attempt)))
    expect(open).toEqual([undefined, undefined, hinted, fresh])
    expect(progressOf(withAttempt(chosen), 'launch', t0 + day).open).toBeNull()
    const history = historyOf(withAttempt(fresh), 'launch', t0 + day + 5)
    expect(history.map(({ id, spent }) => [id, spent])).toEqual([
      ['attempt-0009', 5],
      ['attempt-0001', 0],
    ])
    expect(JSON.stringify(history)).not.toContain('Some words')
  })

  test('what is due leaves out drills that are gone', () => {
    const due = dueUntil(library, t0 + 400 * day, (id) => id !== 'capacity')
    expect(due.drills.map(({ id }) => id)).toEqual(['launch'])
    expect(due.criteria.map(({ id }) => id)).toEqual(['launch/gates'])
    expect(dueUntil(library, t0, () => true)).toEqual({ drills: [], criteria: [] })
  })
})

test('a list of more than 30 drills shows 20 of them at first', () => {
  const list = (length: number) => Array.from({ length }, (_, index) => index)
  expect(fold(list(30))).toEqual({ shown: list(30), rest: [] })
  expect(fold(list(31))).toEqual({ shown: list(20), rest: list(31).slice(20) })
})

describe('the catalog', () => {
  const catalog = [
    entry('launch', {
      title: 'Multilingual launch',
      difficulty: 'expert',
      modelPath: ['asr', 'llm'],
    }),
    entry('capacity', { title: 'GPU capacity', categories: ['serving', 'mlops'] }),
    entry('churn', { title: 'Café churn', kind: 'incident', difficulty: 'advanced' }),
    question('why'),
  ]
  const topics = new Map([
    ['launch', ['code-switching']],
    ['capacity', ['autoscaling']],
  ])
  const rows = rowsOf(catalog, (id) => progressOf(library, id, t0))
  const ids = (filter: Partial<Filter>) =>
    queryCatalog(rows, { ...noFilter, ...filter }, topics).map(({ entry: { id } }) => id)

  test('is filtered by each facet, alternatives within one, all of several', () => {
    expect(ids({})).toEqual(['launch', 'capacity', 'churn', 'why'])
    expect(ids({ kinds: ['incident', 'question'] })).toEqual(['churn', 'why'])
    expect(ids({ categories: ['mlops'] })).toEqual(['capacity'])
    expect(ids({ components: ['llm'] })).toEqual(['launch'])
    expect(ids({ difficulties: ['core'], kinds: ['round'] })).toEqual(['capacity'])
    expect(ids({ topics: ['code-switching'] })).toEqual(['launch'])
    expect(ids({ lengths: ['short'] })).toEqual(['why'])
    expect(ids({ lengths: ['long'], kinds: ['round'] })).toEqual(['launch', 'capacity'])
  })

  test('is filtered by what the learner did', () => {
    const states = (of: typeof rows) =>
      (['new', 'open', 'done'] as const).map((state) =>
        queryCatalog(of, { ...noFilter, states: [state] }, topics).map(({ entry: { id } }) => id),
      )
    expect(states(rows)).toEqual([['churn', 'why'], [], ['launch', 'capacity']])
    const open = ['capacity', 'why'].map((id, index) =>
      run(attemptWith({ id: `attempt-open-${index}`, drill: entry(id) }), [minute, { type: 'start' }]),
    )
    const working = { ...library, attempts: [...library.attempts, ...open] }
    expect(states(rowsOf(catalog, (id) => progressOf(working, id, t0)))).toEqual([
      ['churn'],
      ['capacity', 'why'],
      ['launch', 'capacity'],
    ])
    expect(ids({ states: ['new', 'done'] })).toHaveLength(4)
  })

  test('is searched over titles and topics by beginnings of words', () => {
    expect(ids({ search: 'CAFE' })).toEqual(['churn'])
    expect(ids({ search: 'switch code' })).toEqual(['launch'])
    expect(ids({ search: 'gpu switching' })).toEqual([])
    expect(ids({ search: ' . ' })).toHaveLength(4)
  })

  test('is narrowed to what is due', () => {
    expect(ids({ dueUntil: t0 })).toEqual([])
    expect(ids({ dueUntil: t0 + minute + day })).toEqual(['launch'])
  })

  test('is ordered, drills without a value last', () => {
    expect(ids({ order: 'title' })).toEqual(['churn', 'capacity', 'launch', 'why'])
    expect(ids({ order: 'difficulty' })).toEqual(['capacity', 'why', 'churn', 'launch'])
    expect(ids({ order: 'due' })).toEqual(['launch', 'capacity', 'churn', 'why'])
    expect(ids({ order: 'weakest' })).toEqual(['launch', 'capacity', 'churn', 'why'])
    expect(ids({ order: 'oldest' })).toEqual(['launch', 'capacity', 'churn', 'why'])
  })

  test('what to try next is the easiest never attempted, the shortest first', () => {
    const next = (attempts: Readonly<Record<string, number>>) =>
      nextToTry(
        rows.map(({ entry, progress }) => ({
          entry,
          progress: { ...progress, attempts: attempts[entry.id] ?? 0 },
        })),
      )?.entry.id
    expect(next({})).toBe('why')
    expect(next({ why: 1 })).toBe('capacity')
    expect(next({ why: 1, capacity: 2 })).toBe('churn')
    expect(next({ why: 1, capacity: 1, churn: 1, launch: 1 })).toBeUndefined()
  })

  test('counts its facets', () => {
    expect([...facetsOf(catalog).components]).toEqual([
      ['asr', 4],
      ['llm', 1],
    ])
    const ofDrills = new Map([
      ['voice', ['vad', 'barge-in']],
      ['caller', ['barge-in', 'abstention']],
    ])
    expect([...topicCounts(ofDrills)]).toEqual([
      ['abstention', 1],
      ['barge-in', 2],
      ['vad', 1],
    ])
    expect([...facetsOf(catalog).kinds]).toEqual([
      ['round', 2],
      ['incident', 1],
      ['question', 1],
    ])
  })
})

test('two attempts side by side', () => {
  const flag = { source: 'drill', id: 'no-owner', text: 'Nobody owns it' } as const
  const first = run(graded(attemptWith(), { gates: 'not', rollback: 'met' }), [
    minute,
    { type: 'flag', flag, on: true },
  ])
  const second = graded(attemptWith({ id: 'attempt-0002' }), {
    gates: 'partly',
    rollback: 'partly',
    privacy: 'met',
  })
  const withScore = (attempt: typeof first) => ({ ...attempt, score: scored(attempt) })
  const comparison = compareAttempts(
    withScore(first),
    { ...withScore(second), fields: second.fields.slice(0, 1) },
    t0 + day,
  )
  expect(comparison.grades.map(({ id, change }) => [id, change])).toEqual([
    ['bounded', 0],
    ['counted', 0],
    ['gates', 1],
    ['rollback', -1],
    ['privacy', 0],
  ])
  expect(comparison.time.map(({ first: one, second: other }) => [one, other])).toEqual([
    ['not measured', 'not measured'],
    ['not measured', '0:00'],
    ['0:00', '0:00'],
  ])
  // 30 × 35 % − 5 and 30 × 57.5 %.
  expect([comparison.scores?.first.total, comparison.scores?.second.total]).toEqual([6, 17])
  expect(compareAttempts(first, withScore(second), t0 + day).scores).toBe(null)
  expect(comparison.texts).toEqual([
    { id: 'limits', title: 'Limits', first: someWords, second: someWords },
    { id: 'path', title: 'Path', first: someWords, second: undefined },
  ])
  expect(comparison.redFlags).toEqual({ gone: [flag], come: [], still: [] })
})

describe('the scorecard', () => {
  test('tells score, criteria, time, flags, note and answer', () => {
    const open = run(
      attemptWith({ drill: entry('launch', { title: 'Launch <script>' }) }),
      [0, { type: 'start' }],
      [90_000, { type: 'write', field: 'limits', text: '- p95 < 300 ms\n\n1. [x](javascript:alert(1))' }],
      [90_000, { type: 'reveal' }],
      [90_000, { type: 'criteria', criteria: graded(attemptWith(), {}).criteria }],
      [90_000, { type: 'grade', criterion: 'gates', grade: 'partly' }],
      [90_000, { type: 'grade', criterion: 'bounded', grade: 'met' }],
      [90_000, { type: 'flag', flag: { source: 'rubric', id: 'model', text: 'Model *only*' }, on: true }],
      [90_000, { type: 'note', text: '# Next time' }],
    )
    const attempt = run(open, [90_000, { type: 'finish', score: scored(open), mark: null }])
    const options = { now: t0 + day, dateText: (at: number) => new Date(at).toISOString(), withAnswer: true }
    expect(scorecard(attempt, options)).toBe(
      [
        '# Launch \\<script\\>',
        '',
        '- Kind: round, drills 1.0.0',
        '- Date: 2026-11-02T09:00:00.000Z, finished',
        '- Score: **59 of 100** by self-grade: criteria of the drill 56 of 70, general 7.5 of 30, red flags −5; guided; 2 of 5 criteria graded, the others count as not met',
        '',
        '## Criteria',
        '',
        '| Criterion | Of | Points | Grade |',
        '| --- | --- | --- | --- |',
        '| Bounded blocking | this drill | 56 of 56 | met |',
        '| Capacity counted | this drill | 0 of 14 | not graded |',
        '| Gates | every drill | 7.5 of 15 | partly |',
        '| Rollback | every drill | 0 of 10.5 | not graded |',
        '| Privacy | every drill | 0 of 4.5 | not graded |',
        '',
        '## Time',
        '',
        '| Phase | Spent | Limit |',
        '| --- | --- | --- |',
        '| Plan | 1 minute 30 seconds | 5 minutes |',
        '| Build | 0 seconds | 10 minutes |',
        '| Check | 0 seconds | 1 minute |',
        '',
        '## Red flags',
        '',
        '- Model \\*only\\*',
        '',
        '## Note',
        '',
        '> \\# Next time',
        '',
        '## Answer',
        '',
        '### Limits',
        '',
        '> \\- p95 \\< 300 ms',
        '>',
        '> 1\\. \\[x\\](javascript:alert(1))',
        '',
        '### Path',
        '',
        'Nothing written.',
        '',
      ].join('\n'),
    )
    expect(scorecard(attempt, { ...options, withAnswer: false })).not.toContain('p95')
  })

  test.each([
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['a | b', 'a \\| b'],
    ['see https://example.org', 'see https:&#47;/example.org'],
    ['  + one\ntwo\t', '\\+ one two'],
    ['&lt; @you ~~x~~', '\\&lt; \\@you \\~\\~x\\~\\~'],
    ['abc\u202edef\u0007', 'abcdef'],
    ['12) twelve', '12\\) twelve'],
  ])('escapes %j', (text, escaped) => {
    expect(escapeLine(text)).toBe(escaped)
  })

  test('quotes line by line', () => {
    expect(quote('one\r\n\r\n    two\n')).toBe('> one\n>\n> two')
  })
})
