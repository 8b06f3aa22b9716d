import { expect, test } from 'vitest'
import { AnswerError } from '../../src/runtime/assess.ts'
import type { Answer } from '../../src/runtime/types.ts'
import { assess, criterion } from '../support/assess.ts'

const rollback = 'When errors exceed 2 %, traffic goes back to the previous index.'
const status = (answer: Answer): string => criterion(assess(answer), 'rollback-path').status

test.each([
  ['null', null, 'an answer is text or a record of section ids to text, not null'],
  ['undefined', undefined, 'an answer is text or a record of section ids to text, not undefined'],
  ['a number', 7, 'an answer is text or a record of section ids to text, not a number'],
  ['an array', ['text'], 'an answer is text or a record of section ids to text, not an array'],
  [
    'a map',
    new Map([['operations', 'text']]),
    'an answer is text or a record of section ids to text, not an object',
  ],
  ['a date', new Date(0), 'an answer is text or a record of section ids to text, not an object'],
  ['a function', () => 'text', 'an answer is text or a record of section ids to text, not a function'],
  ['a number in a record', { operations: 7 }, 'the text of `operations` is a number, expected a string'],
  ['null in a record', { operations: null }, 'the text of `operations` is null, expected a string'],
  ['an array in a record', { other: [] }, 'the text of `other` is an array, expected a string'],
  ['too long a text', 'x'.repeat(262_145), 'the answer has 262145 characters, expected at most 262144'],
  [
    'too long a record',
    { a: 'x'.repeat(262_144) },
    'the answer has 262145 characters, expected at most 262144',
  ],
])('%s is no answer', (_, answer, message) => {
  const attempt = (): unknown => assess(answer as unknown as Answer)
  expect(attempt).toThrow(AnswerError)
  expect(attempt).toThrow(TypeError)
  expect(attempt).toThrow(new AnswerError(message))
})

test('the error has a name of its own', () => {
  expect(new AnswerError('x').name).toBe('AnswerError')
})

test('the longest answer is read', () => {
  expect(status(`${rollback}\n${'\n'.repeat(262_143 - rollback.length)}`)).toBe('found')
})

test('a record gives the text of each section, whatever headings are in it', () => {
  expect(status({ operations: rollback })).toBe('found')
  expect(status({ tradeoffs: rollback })).toBe('missing')
  expect(status({ operations: `# Tradeoffs\n\n${rollback}` })).toBe('found')
  expect(status({ tradeoffs: `# Operations\n\n${rollback}` })).toBe('missing')
  expect(status(Object.assign(Object.create(null) as Record<string, string>, { operations: rollback }))).toBe(
    'found',
  )
})

const known = 'expected constraints, model-path, evaluation, operations, tradeoffs'

test.each([
  ['notes', `an unknown section: “notes”, ${known}`],
  ['Ops', `an unknown section: “Ops”, ${known}`],
  ['Eval', `an unknown section: “Eval”, ${known}; did you mean evaluation?`],
  ['', `an unknown section: “”, ${known}`],
  ['a\u0007b', `an unknown section: “a b”, ${known}`],
  ['x'.repeat(100), `an unknown section: “${'x'.repeat(60)}”, ${known}`],
])('text under the unknown name %j is refused, and the sections are named', (name, message) => {
  expect(() => assess({ operations: rollback, [name]: rollback })).toThrow(new RangeError(message))
})

test('a section may be called by its title, in any case, with one wrong letter', () => {
  expect(status({ Operatons: rollback })).toBe('found')
  expect(status({ Operations: rollback, tradeoffs: '' })).toBe('found')
})

test('an own key `__proto__` is ignored', () => {
  const answer = JSON.parse(`{ "__proto__": ${JSON.stringify(rollback)}, "operations": "" }`) as Answer
  expect(Object.keys(answer)).toContain('__proto__')
  expect(status(answer)).toBe('missing')
  expect(assess(JSON.parse('{ "__proto__": 7 }') as Answer).weight.found).toBe(0)
})

test.each(['constructor', 'toString', 'hasOwnProperty'])(
  'a key named %s is unknown like any other',
  (name) => {
    expect(() => assess({ [name]: rollback })).toThrow(RangeError)
  },
)
