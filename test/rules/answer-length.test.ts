import { expect, test } from 'vitest'
import { edit, valid } from '../support/corpus.ts'
import { ofIncident, ofQuestion, ofRound } from '../support/found.ts'

const words = (amount: number): string => Array.from({ length: amount }, () => 'word').join(' ')

test('too long for its kind', () => {
  expect(ofQuestion(edit(valid.question, 'The share', `${words(300)} the share`), 'answer-length')).toEqual([
    '15:1-15:10 «## Answer» (warning) Unexpected answer of 330 words, expected at most 300 in a question: an outline that fits the time',
  ])
  expect(
    ofIncident(edit(valid.incident, '### Model path', `${words(900)}\n\n### Model path`), 'answer-length'),
  ).toEqual([
    '16:1-16:10 «## Answer» (warning) Unexpected answer of 1126 words, expected at most 850 in an incident: an outline that fits the time',
  ])
  expect(
    ofRound(edit(valid.round, '### Model path', `${words(1200)}\n\n### Model path`), 'answer-length'),
  ).toEqual([
    '16:1-16:10 «## Answer» (warning) Unexpected answer of 1471 words, expected at most 1100 in a round: an outline that fits the time',
  ])
})

test('the border itself is allowed', () => {
  const text = (amount: number): string => valid.question.replace(/The share[\s\S]*$/, `${words(amount)}\n`)
  expect(ofQuestion(text(300), 'answer-length')).toEqual([])
  expect(ofQuestion(text(301), 'answer-length')).toEqual([
    '15:1-15:10 «## Answer» (warning) Unexpected answer of 301 words, expected at most 300 in a question: an outline that fits the time',
  ])
})

test('prompt and lists after the answer do not count', () => {
  expect(ofQuestion(edit(valid.question, 'Explain', `${words(400)} explain`), 'answer-length')).toEqual([])
  expect(ofRound(`${valid.round}- ${words(2000)}\n`, 'answer-length')).toEqual([])
})
