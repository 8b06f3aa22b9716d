import { expect, test } from 'vitest'
import { edit, valid } from '../support/corpus.ts'
import { ofRound } from '../support/found.ts'

const met = 'names the words of the old recogniser that stay in the index as a failure.'
const round = (statement: string): string[] => ofRound(edit(valid.round, met, statement), 'vague-criterion')

test('vague words of a statement, each at its place', () => {
  expect(round('Has a Robust plan and is aware of appropriately old words.')).toEqual([
    '67:18-67:24 «Robust» (warning) Unexpected vague word `Robust` in what meets a criterion, expected what can be seen in an answer: a number, a decision, or words that are among its cues',
    '67:34-67:42 «is aware» (warning) Unexpected vague word `is aware` in what meets a criterion, expected what can be seen in an answer: a number, a decision, or words that are among its cues',
    '67:46-67:59 «appropriately» (warning) Unexpected vague word `appropriately` in what meets a criterion, expected what can be seen in an answer: a number, a decision, or words that are among its cues',
  ])
})

test('a number, code or a cue says what can be ticked', () => {
  expect(round('reads a good share, 5 % of notes, again.')).toEqual([])
  expect(round('reads a good share of `old` notes again.')).toEqual([])
  expect(round('has a good plan for what the index still holds.')).toEqual([])
})

test('parts of words, and other items, are no matter', () => {
  expect(round('sells goods and goodwill.')).toEqual([])
  const partly = edit(valid.round, 'both have versions, which may differ.', 'has a good plan.')
  expect(ofRound(partly, 'vague-criterion')).toEqual([])
})

test('the words are data', () => {
  const text = edit(valid.round, met, 'says a+b of it.')
  expect(ofRound(text, 'vague-criterion')).toEqual([])
})
