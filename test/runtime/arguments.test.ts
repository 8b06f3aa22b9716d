import { expect, test } from 'vitest'
import { gradingPrompter } from '../../src/runtime/grading-prompt.ts'
import { verdictReader } from '../../src/runtime/read-verdicts.ts'
import { resolver } from '../../src/runtime/resolve.ts'
import { scorer } from '../../src/runtime/score.ts'
import { assess, drill, published } from '../support/assess.ts'

const { rubric } = published()
const calls = {
  assess: (given: unknown): unknown => assess('An answer.', given as never),
  score: (given: unknown): unknown => scorer(rubric)(given as never, { verdicts: {} }),
  given: (given: unknown): unknown => scorer(rubric)({ kind: 'round', criteria: [] }, given as never),
  gradingPrompt: (given: unknown): unknown => gradingPrompter(rubric)(given as never, 'An answer.'),
  readVerdicts: (given: unknown): unknown =>
    verdictReader(rubric)({ verdicts: [] }, given as never, 'An answer.'),
} as const

const expected = 'expected a drill, such as `loadDrill` gives'
const promised = Promise.resolve(drill)
const graded = { kind: 'round', criteria: [{ id: 'a', weight: 1 }], redFlags: [] }

test.each<[keyof typeof calls, unknown, string]>([
  ['assess', null, '`options` is null, expected `{ drill }`'],
  ['assess', 'an-id', '`options` is a string, expected `{ drill }`'],
  ['assess', [drill], '`options` is an array, expected `{ drill }`'],
  ['assess', drill, '`options` has the unknown key `kind`, expected `{ drill }` and nothing else'],
  ['assess', { drill: 'an-id' }, `\`options.drill\` is a string, ${expected}`],
  ['assess', { drill: null }, `\`options.drill\` is null, ${expected}`],
  ['assess', { drill: promised }, `\`options.drill\` is a promise (is an \`await\` missing?), ${expected}`],
  ['assess', { drill: {} }, '`options.drill.kind` is undefined, expected a string'],
  [
    'assess',
    { drill: { kind: 'round', criteria: [{ id: 'a', weight: 1, met: 'yes', cues: [] }] } },
    '`options.drill.criteria[0].met` is a string, expected an object',
  ],
  [
    'assess',
    { drill: { ...drill, evidence: [{ criterion: 'a' }] } },
    '`options.drill.evidence[0].text` is undefined, expected a string',
  ],
  ['score', undefined, `\`drill\` is undefined, ${expected}`],
  ['score', promised, `\`drill\` is a promise (is an \`await\` missing?), ${expected}`],
  ['score', { kind: 'round' }, '`drill.criteria` is undefined, expected an array'],
  ['score', { kind: 'round', criteria: [null] }, '`drill.criteria[0]` is null, expected an object'],
  [
    'score',
    { kind: 'round', criteria: [{ id: 'a', weight: '5' }] },
    '`drill.criteria[0].weight` is a string, expected a number',
  ],
  ['given', undefined, '`given` is undefined, expected an object'],
  ['given', {}, '`given.verdicts` is undefined, expected an object'],
  ['given', { verdicts: ['met'] }, '`given.verdicts` is an array, expected an object'],
  ['given', { verdicts: {}, redFlags: 'a' }, '`given.redFlags` is a string, expected an array'],
  ['given', { verdicts: {}, redFlags: [{ id: 'a' }] }, '`given.redFlags[0]` is an object, expected a string'],
  ['gradingPrompt', 7, `\`drill\` is a number, ${expected}`],
  ['gradingPrompt', graded, '`drill.title` is undefined, expected a string'],
  [
    'gradingPrompt',
    { ...graded, title: 'A', prompt: { markdown: 'Do it.' } },
    '`drill.criteria[0].title` is undefined, expected a string',
  ],
  ['readVerdicts', [], `\`drill\` is an array, ${expected}`],
  ['readVerdicts', { kind: 'round', criteria: 'all' }, '`drill.criteria` is a string, expected an array'],
])('%s says which argument is wrong: %#', (name, given, message) => {
  expect(() => calls[name](given)).toThrow(new TypeError(message))
})

test.each(['score', 'gradingPrompt', 'readVerdicts'] as const)(
  '%s refuses a kind that there is not',
  (name) => {
    expect(() => calls[name]({ ...graded, kind: 'constructor' })).toThrow(
      new RangeError('`drill.kind` is “constructor”, expected round, incident or question'),
    )
  },
)

test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 1e308])('a weight of %d makes no score', (weight) => {
  const criteria = [{ ...drill.criteria?.[0], id: 'a', weight }]
  const range = `is ${weight}, expected a number from 0 to 1000`
  for (const name of ['score', 'gradingPrompt'] as const)
    expect(() => calls[name]({ ...drill, ...graded, title: 'A', criteria })).toThrow(
      new RangeError(`\`drill.criteria[0].weight\` ${range}`),
    )
  expect(() => calls.assess({ drill: { ...drill, criteria } })).toThrow(
    new RangeError(`\`options.drill.criteria[0].weight\` ${range}`),
  )
})

test('a drill whose criteria weigh nothing scores nothing', () => {
  const criteria = [{ id: 'a', weight: 0 }]
  expect(scorer(rubric)({ kind: 'question', criteria }, { verdicts: { a: 'met' } })).toEqual({
    total: 0,
    criteria: 0,
    general: 0,
    redFlags: 0,
  })
})

test('what an app may add to a drill is no matter', () => {
  expect(() => calls.assess({ drill: { ...drill, note: 7, criteria: undefined } })).not.toThrow()
  expect(() => calls.assess(undefined)).not.toThrow()
  expect(calls.score({ ...graded, title: 7 })).toMatchObject({ total: 0 })
})

test.each([undefined, null, 7, ['old'], { toString: () => 'old' }, Symbol('old')])(
  'an id that is no text is unknown: %#',
  (id) => {
    const resolve = resolver(['new'], { renamed: { old: 'new' }, split: {}, retired: {} })
    expect(resolve(id as never)).toEqual({ status: 'unknown' })
  },
)
