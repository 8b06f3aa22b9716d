import { expect, test } from 'vitest'
import { assess } from '../support/assess.ts'

const size = 200_000
const fill = (part: string): string => part.repeat(Math.floor(size / part.length))

/** Each would take minutes with a pattern that backtracks. */
const hostile = [
  '[',
  '![',
  '[a](',
  '](',
  '*',
  '**',
  '_',
  ' _',
  '`',
  '<',
  '<a ',
  '&',
  '\\',
  '(',
  '|',
  '>',
  '#',
  ':',
  '.',
  '. ',
  '?!',
  '-',
  '- ',
  '1. ',
  '  - ',
  ' ',
  '\t',
  'a',
  'a ',
  '5',
  '5 ',
  '5.',
  '$',
  "n't",
  'é',
  '\u0301',
  '😀',
  '\u202e',
  '\0',
] // prettier-ignore

test.each(hostile)('a line of 200 KB of %j earns nothing', (part) => {
  expect(assess(fill(part)).weight.found).toBe(0)
})

test.each([
  '\n',
  '\r\n',
  '\n\n',
  '\n- ',
  '\n# ',
  '\n> ',
  '\n#Operations',
  '\nOperations\n',
  '\n|',
  '\n```\n',
])('many lines of %j earn nothing', (part) => {
  expect(assess(fill(part)).weight.found).toBe(0)
})

test('lists nested without end are read', () => {
  const nested = Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}- back to it`).join('\n')
  expect(assess(`# Operations\n${nested}`).weight.found).toBe(0)
})

test('a sentence is found behind 20,000 brackets', () => {
  const sentence = 'When errors exceed 2 %, traffic goes back to the previous index.'
  const { general: criteria } = assess(`# Operations\n${'['.repeat(20_000)} x.\n\n${sentence}`)
  expect(criteria.find(({ id }) => id === 'rollback-path')).toMatchObject({ status: 'found', sentence })
})

test.each(['constructor', 'hasownproperty', 'tostring', '__proto__', 'valueof'])(
  'the name %s is a word as any other',
  (name) => {
    const other = name.replace(/[a-z]/g, 'q')
    for (const answer of [`We assume 300 callers, and the ${name} is slow.`, `It ${name}n’t fail.`, name])
      expect(JSON.stringify(assess(answer)).replaceAll(name, other)).toBe(
        JSON.stringify(assess(answer.replaceAll(name, other))),
      )
  },
)
