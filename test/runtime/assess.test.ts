import { expect, test } from 'vitest'
import { assess, assessWith, criterion } from '../support/assess.ts'

const state = 'the state it goes back to (“back to the previous version”, “reinstates the FP16 weights”)'
const trigger = 'a trigger or a time, with a number (“when errors exceed 2 %”, “in 5 minutes”)'
const rollback = 'When errors exceed 2 %, traffic goes back to the previous index.'

test('a general criterion is found in the sentence that passes its test', () => {
  const answer = `# Operations\n\nWe deploy on Mondays. ${rollback} Then we look.`
  const start = answer.indexOf(rollback)
  expect(criterion(assess(answer), 'rollback-path')).toMatchObject({
    id: 'rollback-path',
    status: 'found',
    sentence: rollback,
    at: { start, end: start + rollback.length },
    matched: expect.arrayContaining(['back to']),
  })
})

test('a sentence without the number is shown with what it lacks', () => {
  const sentence = 'If it breaks, traffic goes back to the previous index.'
  expect(criterion(assess(`# Operations\n\n${sentence}`), 'rollback-path')).toMatchObject({
    id: 'rollback-path',
    status: 'missing',
    sentence,
    lacks: [trigger],
  })
})

test('a sentence that holds nothing of it is not shown', () => {
  const found = criterion(assess('# Operations\n\nWe deploy on Mondays.'), 'rollback-path')
  expect(found.status).toBe('missing')
  expect(found).not.toHaveProperty('sentence')
})

test('a sentence with what it must not say is not shown', () => {
  const sentence = 'Last year traffic went back to the previous index in 5 minutes.'
  const found = criterion(assess(`# Operations\n\n${sentence}`), 'rollback-path')
  expect(found).toEqual({ id: 'rollback-path', status: 'missing', lacks: [state, trigger] })
})

test.each([
  'We have no rollback: nothing goes back to the previous index within 5 minutes.',
  'When errors exceed 2 %, traffic does not go back to the previous index.',
  'It is not true that traffic goes back to the previous index in 5 minutes.',
])('what is denied is not found: %s', (sentence) => {
  expect(criterion(assess(`# Operations\n\n${sentence}`), 'rollback-path').status).not.toBe('found')
})

test('an empty answer misses everything, with accepted wording', () => {
  for (const empty of ['', ' \n\n', {}]) {
    const { general: criteria, sections, redFlags, weight } = assess(empty)
    expect(criteria.map(({ status }) => status)).toEqual(Array(6).fill('missing'))
    expect(criteria.find(({ id }) => id === 'rollback-path')).toEqual({
      id: 'rollback-path',
      status: 'missing',
      lacks: [state, trigger],
    })
    expect(sections.flatMap(({ points }) => points).some(({ mentioned }) => mentioned)).toBe(false)
    expect(redFlags).toEqual([])
    expect(weight).toEqual({ found: 0, possible: 100 })
  }
})

test('the weight is that of the found criteria', () => {
  const answer = `# Constraints\n\nWe assume 300 callers at the weekday peak.\n\n# Operations\n\nIn 5 minutes traffic goes back to the previous index.`
  const { general: criteria, weight } = assess(answer)
  expect(criteria.filter(({ status }) => status === 'found').map(({ id }) => id)).toEqual([
    'explicit-assumptions',
    'rollback-path',
  ])
  expect(weight).toEqual({ found: 30, possible: 100 })
})

test('a criterion is earned in its sections, and where the answer names none', () => {
  const status = (answer: string): string => criterion(assess(answer), 'rollback-path').status
  expect(status(`# Operations\n${rollback}`)).toBe('found')
  expect(status(rollback)).toBe('found')
  expect(status(`# Thoughts\n${rollback}`)).toBe('found')
  expect(status(`# Tradeoffs\n${rollback}`)).toBe('missing')
})

const cue = {
  need: [
    { say: 'words of return', any: 'back | return*' },
    { say: 'who does it', any: 'router | on-call' },
  ],
  reject: [{ say: 'a wish', any: 'hope*' }],
}
const cued = assessWith('rollback-path', { cue })
const about = (answer: string): unknown => criterion(cued(`# Operations\n\n${answer}`), 'rollback-path')

test('without its first cue a sentence is not about the criterion', () => {
  const sentence = 'Above 2 % errors the router reinstates the previous index.'
  expect(criterion(assess(`# Operations\n\n${sentence}`), 'rollback-path').status).toBe('found')
  expect(about(sentence)).toEqual({
    id: 'rollback-path',
    status: 'missing',
    lacks: ['words of return', 'who does it', state, trigger],
  })
})

test('the other cues are needed to earn it', () => {
  const sentence = 'Above 2 % errors traffic goes back to the previous index.'
  expect(about(sentence)).toMatchObject({ status: 'missing', sentence, lacks: ['who does it'] })
  expect(about(`${sentence} Above 3 % the router sends it back to the old one.`)).toMatchObject({
    id: 'rollback-path',
    status: 'found',
    sentence: 'Above 3 % the router sends it back to the old one.',
  })
  expect(about('We hope that above 2 % the router goes back to the old index.')).not.toHaveProperty(
    'sentence',
  )
})

test.each([
  ['a label', '- **Return by the router:** above 2 % errors it reinstates the old index.'],
  [
    'the label of the sentence before',
    '- **Return by the router:** soon. Above 2 % errors it reinstates the old index.',
  ],
  [
    'a heading inside the section',
    '### Return by the router\n\nAbove 2 % errors it reinstates the old index.',
  ],
  ['the line before a list', 'Return by the router:\n\n- above 2 % errors it reinstates the old index'],
  ['the item above', '- Return by the router\n  - above 2 % errors it reinstates the old index'],
])('cue words may stand in %s', (_, answer) => {
  expect(about(answer)).toMatchObject({ status: 'found', sentence: expect.stringContaining('2 % errors') })
})

test('cues may allow other sections', () => {
  const wide = assessWith('rollback-path', { cue: { ...cue, sections: ['tradeoffs'] } })
  const sentence = 'Above 2 % the router goes back to the old index.'
  expect(criterion(wide(`# Tradeoffs\n${sentence}`), 'rollback-path').status).toBe('found')
  expect(criterion(wide(`# Operations\n${sentence}`), 'rollback-path').status).toBe('missing')
})

test('of several sentences the one that lacks least is shown, the shortest of equals', () => {
  const answer = 'We go back to the old index. We go back to the old index if it is slow. Go back!'
  expect(criterion(assess(`# Operations\n${answer}`), 'rollback-path')).toMatchObject({
    status: 'missing',
    sentence: 'We go back to the old index.',
  })
})

test('a drill narrows criteria and points to its kind', () => {
  const incident = assess('', { drill: { kind: 'incident' } })
  expect(incident.general).toHaveLength(6)
  expect(incident.sections.find(({ id }) => id === 'operations')?.points.map(({ id }) => id)).toEqual([
    'monitoring',
    'rollback',
    'incident-ownership',
    'learning',
    'first-hour',
    'mitigation',
  ])
  const question = assess(rollback, { drill: { kind: 'question' } })
  expect(question).toMatchObject({ criteria: [], general: [], weight: { found: 0, possible: 100 } })
  expect(question.sections.flatMap(({ points }) => points)).toEqual([])
  expect(assess('').sections.find(({ id }) => id === 'operations')?.points).toHaveLength(10)
})

test('sentences of the prompt count for nothing', () => {
  const drill = { kind: 'round', prompt: { markdown: `Design it.\n${rollback}` } } as const
  expect(criterion(assess(`# Operations\n\n${rollback}`, { drill }), 'rollback-path').status).toBe('missing')
  const own = 'Above 2 % errors the router goes back to the old index, in minutes.'
  expect(criterion(assess(`# Operations\n\n${own}`, { drill }), 'rollback-path').status).toBe('found')
})

test('points are mentioned in their section, by their label in any number', () => {
  const mentioned = (answer: string): string[] =>
    assess(answer).sections.flatMap(({ id, points }) =>
      points.flatMap((point) => (point.mentioned ? [`${id}/${point.id}`] : [])),
    )
  expect(mentioned('# Evaluation\n\nOne offline slice, an online SLO, CI/CD.')).toEqual([
    'evaluation/offline-slices',
    'evaluation/online-slos',
  ])
  expect(mentioned('# Operations\n\n- **CI/CD:** builds\n- on alert, rolled')).toEqual([
    'operations/ci-cd',
    'operations/alerts',
  ])
  expect(mentioned('Traffic and human reviews')).toEqual(['constraints/traffic', 'evaluation/human-review'])
})

test('a model path of more words than evaluation and operations together raises its red flag', () => {
  const answer = (evaluation: string): string =>
    `# Model path\n\none two three four five six\n\n# Evaluation\n\n${evaluation}\n\n# Operations\n\nfour five six`
  expect(assess(answer('one two')).redFlags).toEqual([
    {
      id: 'model-choice-is-the-system',
      reason: 'Model path takes 6 words, Evaluation and Operations together 5',
    },
  ])
  expect(assess(answer('one two three')).redFlags).toEqual([])
})

test('the same answer gives the same assessment, and nothing is kept of the one before', () => {
  const first = assess(rollback)
  assess('')
  expect(assess(rollback)).toEqual(first)
})
