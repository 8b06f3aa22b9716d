import { expect, test } from 'vitest'
import { edit, findings, paths, valid } from '../support/corpus.ts'
import { ofQuestion, ofRound } from '../support/found.ts'

const prompt = (text: string): string[] => ofRound(edit(valid.round, 'Design it.', text), 'prompt-leak')

test('links to the rubric, in every form', () => {
  expect(prompt('See the [rubric](../rubric.md).')).toEqual([
    '14:69-14:91 «[rubric](../rubric.md)» Unexpected link to the rubric in the prompt: `rubric`, expected no hint of the answer',
  ])
  expect(
    prompt(
      'See [this](../rubric.md#rollback-path) and [that][r].\n\n[r]: ../rubric.md#learning-from-failures',
    ),
  ).toEqual([
    '14:65-14:99 «[this](../rubric.md#rollback-path)» Unexpected link to the rubric in the prompt: `this`, expected no hint of the answer',
    '14:104-14:113 «[that][r]» Unexpected link to the rubric in the prompt: `that`, expected no hint of the answer',
  ])
  expect(prompt('See the [loop](../practice-loop.md).')).toEqual([])
})

test('six words in a row that the answer says too', () => {
  expect(prompt('Say that the search team is paged and decides.')).toEqual([
    '14:70-14:106 «the search team is paged and decides» Unexpected run of words shared with the hidden parts: `the search team is paged and decides`, expected fewer than 6 words in a row in common',
  ])
  expect(prompt('Say that the search team is paged now.')).toEqual([])
  expect(prompt('THE search; team, is “paged” – and decides.')).toEqual([
    '14:61-14:103 «THE search; team, is “paged” – and deci…» Unexpected run of words shared with the hidden parts: `THE search; team, is “paged” – and decides`, expected fewer than 6 words in a row in common',
  ])
})

test('marks, links and code in the answer do not hide a run', () => {
  expect(prompt('Of course 70 % of all notes are in English here.')).toEqual([
    '14:71-14:103 «70 % of all notes are in English» Unexpected run of words shared with the hidden parts: `70 % of all notes are in English`, expected fewer than 6 words in a row in common',
  ])
  expect(prompt('Quality: we assume 70 % of all notes.')).toEqual([
    '14:61-14:97 «Quality: we assume 70 % of all notes» Unexpected run of words shared with the hidden parts: `Quality: we assume 70 % of all notes`, expected fewer than 6 words in a row in common',
  ])
  expect(
    ofQuestion(
      edit(
        edit(valid.question, 'Explain', 'Explain the `p95` of all of the queries'),
        '[The share',
        'Explain **the** `p95` of [all of the queries](https://example.org). [The share',
      ),
      'prompt-leak',
    ),
  ).toEqual([
    '13:1-13:44 «Explain the `p95` of all of the queries…» Unexpected run of words shared with the hidden parts: `Explain the ˋp95ˋ of all of the queries the`, expected fewer than 6 words in a row in common',
  ])
  expect(
    ofQuestion(
      edit(
        edit(valid.question, 'Explain', 'Explain the `p95` of all the'),
        'The share',
        'Explain the `p50` of all the. The share',
      ),
      'prompt-leak',
    ),
  ).toEqual([])
})

test('every run once, at its longest, with its place in the answer', () => {
  const text = edit(
    valid.round,
    'Design it.',
    'The search team is paged and decides alone. Two people judge 200 queries for each release.',
  )
  const found = findings({ [paths.round]: text }, 'prompt-leak')
  expect(
    found.map(({ line, column, endColumn, related = [] }) => [
      line,
      column,
      endColumn,
      ...related.map((other) => [other.line, other.column, other.endColumn, other.message]),
    ]),
  ).toEqual([
    [14, 61, 103, [47, 27, 69, 'it is said here']],
    [14, 105, 150, [37, 21, 66, 'it is said here']],
  ])
})

test('criteria, red flags and follow-ups are hidden too, references are not', () => {
  const asked = 'Is there a plan for notes in two languages?'
  const flagged = edit(edit(valid.round, 'Design it.', asked), 'Has no plan', 'Has no a plan')
  expect(ofRound(flagged, 'prompt-leak')).toEqual([
    '14:70-14:103 «a plan for notes in two languages» Unexpected run of words shared with the hidden parts: `a plan for notes in two languages`, expected fewer than 6 words in a row in common',
  ])
  const met = edit(valid.round, 'Design it.', 'Names the words of the old recogniser.')
  expect(ofRound(met, 'prompt-leak')).toEqual([
    '14:61-14:98 «Names the words of the old recogniser» Unexpected run of words shared with the hidden parts: `Names the words of the old recogniser`, expected fewer than 6 words in a row in common',
  ])
  const cited = edit(valid.round, 'Design it.', 'What people said once about words.').concat(
    '\n## References\n\n- [What people said once about words](https://a.example): title\n',
  )
  expect(ofRound(cited, 'prompt-leak')).toEqual([])
})

test('a link to a criterion of the drill in the prompt', () => {
  expect(ofRound(edit(valid.round, 'Design it.', 'Design [it](#index-goes-stale).'), 'prompt-leak')).toEqual([
    '14:68-14:91 «[it](#index-goes-stale)» Unexpected link to a criterion in the prompt: `it`, expected no hint of the answer',
  ])
})

test('the length of a run is data', () => {
  const loop = edit(valid.loop, 'sharedWords: 6', 'sharedWords: 3')
  const text = edit(valid.round, 'Design it.', 'The search team.')
  expect(findings({ [paths.round]: text }, 'prompt-leak')).toEqual([])
  expect(findings({ [paths.round]: text, [paths.loop]: loop }, 'prompt-leak')).toHaveLength(1)
})
