import { expect, test } from 'vitest'
import { edit, valid } from '../support/corpus.ts'
import { ofRound } from '../support/found.ts'

const asr = 'an offline recogniser that runs once for each note.'
const words = (amount: number): string => Array.from({ length: amount }, () => 'word').join(' ')
const dominated = (amount: number, matter = 'order: 1'): string[] =>
  ofRound(edit(edit(valid.round, asr, words(amount)), 'order: 1', matter), 'model-dominates')

test('components that outweigh evaluation and operations together', () => {
  expect(dominated(400)).toEqual([
    '28:1-28:15 «### Model path» Unexpected weight of `Model path`: 408 words against 126 in `Evaluation` and `Operations`, expected at most 1 × as many; red flag `model-choice-is-the-system`',
  ])
  expect(dominated(400, 'status: draft')).toEqual([
    '28:1-28:15 «### Model path» (warning) Unexpected weight of `Model path`: 408 words against 126 in `Evaluation` and `Operations`, expected at most 1 × as many; red flag `model-choice-is-the-system`',
  ])
})

test('the border itself is allowed', () => {
  const [, least = ''] = /against (\d+) in/.exec(dominated(400)[0] ?? '') ?? []
  const embedding = 8
  expect(dominated(Number(least) - embedding)).toEqual([])
  expect(dominated(Number(least) - embedding + 1)).toHaveLength(1)
})

test('only points count, and it may be silenced', () => {
  expect(
    ofRound(edit(valid.round, '### Evaluation', `${words(400)}\n\n### Evaluation`), 'model-dominates'),
  ).toEqual([])
  expect(
    dominated(400, 'exceptions: [{ rule: model-dominates, reason: the path is the question here }]'),
  ).toEqual([])
})
