import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { ofRound, report } from '../support/found.ts'
import { reasoned, unreasoned } from './tradeoff-reasons.ts'

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

/** Reasons that only somebody sees who knows what the words are about. */
const unread = [
  'Rescoring helps names only, and names are 2 % of what is searched.',
  'Higher quality here goes unnoticed: listeners preferred neither voice.',
  'Silence annoys callers more than a flat tone.',
  'Answers come late but complete: a wrong dose harms, a slow one does not.',
  'Without it one engineer can hold the whole system in mind.',
  'We let the queue grow at night, when nobody is waiting.',
  'Cheap hardware in the shops makes this impossible.',
  'I give up two weeks of speed for a model that is certified.',
  'That lets three people run the service.',
  'Each extra language adds a test set, a reviewer and a page in the runbook.',
  'The gain is 0.2 points, and each point is 40,000 dollars.',
  'With 300 notes a day a cache earns nothing.',
]

const written = /^ {4}reason: .*\n(?: {6}.*\n)*/m
const [live = ''] = written.exec(readFileSync('drills/practice-loop.md', 'utf8')) ?? []

/** Those of some texts that give no reason by the patterns of this repository, each a tradeoff of one drill. */
function without(texts: readonly string[]): string[] {
  const items = texts.map((text, index) => `- **No ${index}:** ${text}`).join('\n')
  const found = report(
    {
      [paths.round]: edit(valid.round, given, `we gave it up because it is slow.\n${items}`),
      [paths.loop]: valid.loop.replace(written, () => live),
    },
    'tradeoff-reason',
  ).join('\n')
  return texts.filter((_, index) => found.includes(`\`No ${index}\``))
}

test(`of ${reasoned.length} reasons in other words all but ${unread.length} are seen`, () => {
  expect(without(reasoned)).toEqual(unread)
})

test(`none of ${unreasoned.length} tradeoffs without a reason passes`, () => {
  expect(without(unreasoned)).toEqual(unreasoned)
})
