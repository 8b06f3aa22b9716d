import { describe, expect, test } from 'vitest'
import { rules } from '../../../src/rules/rules.ts'
import { edit, paths, valid } from '../../support/corpus.ts'
import { examples } from './examples.ts'
import { exceptions } from './exception-examples.ts'
import { allFixed, caseOf, fixable } from './laws.ts'

const crlf = (text: string): string => text.replaceAll('\n', '\r\n')
const made = (text: string, mistakes: readonly (readonly [string, string])[]): string =>
  mistakes.reduce((before, [right, wrong]) => edit(before, right, wrong), text)
const base = valid.round

describe.each([
  ['LF', (text: string): string => text],
  ['CRLF', crlf],
] as const)('with %s', (_, ends) => {
  test.each(examples)('%s', (what, rule, mistakes, left) => {
    const before = caseOf(paths.round, ends(made(base, mistakes)))
    const named = fixable(before).filter((each) => each.rule === rule)
    if (!what.startsWith('no ')) expect(named).not.toEqual([])
    expect(allFixed(before).text).toBe(ends(made(base, left)))
  })

  test.each(exceptions)('exceptions: %s', (_what, written, left) => {
    const at = (list: string): string => ends(edit(base, 'topics: [asr]\n', `${list}topics: [asr]\n`))
    expect(allFixed(caseOf(paths.round, at(written))).text).toBe(at(left))
  })
})

test.each([
  ['another number', '[rerankers]', '[reranker]'],
  ['another form', '[Direct speech models]', '[direct-speech-model]'],
  ['a slip', '[embeding]', '[embedding]'],
  ['no other word', '[bedding]', '[bedding]'],
  ['no component that stands beside it', '[codec, codecs]', '[codec, codecs]'],
])('components of a question: %s', (_, written, left) => {
  const at = (list: string): string =>
    edit(valid.question, 'topics: [recall]\n', `topics: [recall]\ncomponents: ${list}\n`)
  expect(allFixed(caseOf(paths.question, at(written))).text).toBe(at(left))
})

test('a rule is marked as fixable when and only when an example of it is fixed', () => {
  const shown = new Set([
    ...examples.filter(([what]) => !what.startsWith('no ')).map(([, rule]) => rule),
    'unused-exception',
    'model-path',
  ])
  expect(
    rules
      .filter(({ fixable: marked }) => marked)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...shown].sort())
})
