import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { ofRound, report } from '../support/found.ts'
import { bare, reasons } from './tradeoff-reasons.ts'

const given =
  'we gave it up because [streaming costs 3 times the GPU time and saves users 20 s](../rubric.md#cost-and-latency-reasoning).'
const reason = (text: string, matter = 'order: 1'): string[] =>
  ofRound(edit(edit(valid.round, given, text), 'order: 1', matter), 'tradeoff-reason')

test('every tradeoff says why', () => {
  expect(reason('we gave it up after a long meeting.')).toEqual([
    '53:3-53:65 «**No live transcription:** we gave it u…» Unexpected tradeoff `No live transcription` without a reason, expected why it was given up (“… because …”, “… so that …”)',
  ])
  expect(reason('we gave it up since it is slow.\n- **No names:** we leave them out of the index.')).toEqual([
    '54:3-54:48 «**No names:** we leave them out of the …» Unexpected tradeoff `No names` without a reason, expected why it was given up (“… because …”, “… so that …”)',
  ])
  expect(reason('we gave it up after a long meeting.', 'status: draft')).toEqual([
    '53:3-53:65 «**No live transcription:** we gave it u…» (warning) Unexpected tradeoff `No live transcription` without a reason, expected why it was given up (“… because …”, “… so that …”)',
  ])
  expect(reason('the causes of it were becauses.')).toEqual([
    '53:3-53:61 «**No live transcription:** the causes o…» Unexpected tradeoff `No live transcription` without a reason, expected why it was given up (“… because …”, “… so that …”)',
  ])
})

test.each([
  'because it is slow',
  'since it is slow',
  'so that the app stays small',
  'in order to save money',
  'as it would double the bill',
])('“… %s”', (words) => {
  expect(reason(`we gave it up ${words}.`)).toEqual([])
})

test('a reason that is spread over a nested list counts', () => {
  expect(reason('we gave it up.\n  - It would double the bill.')).toEqual([])
})

test('a point without words is a matter of another rule', () => {
  expect(reason('')).toEqual([])
})

const reasonLine = /^ {4}reason: .*$/m
const [live = ''] = reasonLine.exec(readFileSync('drills/practice-loop.md', 'utf8')) ?? []
/** Judged by the words that the practice loop of this repository declares. */
const judged = (text: string): string[] =>
  report(
    {
      [paths.round]: edit(valid.round, given, text),
      [paths.loop]: valid.loop.replace(reasonLine, () => live),
    },
    'tradeoff-reason',
  )

test.each(reasons)('a reason: %s', (words) => {
  expect(judged(words)).toEqual([])
})

test.each(bare)('no reason: %s', (words) => {
  expect(judged(words)).toHaveLength(1)
})
