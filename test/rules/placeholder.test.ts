import { expect, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { ofQuestion, ofRound, report } from '../support/found.ts'

const round = (from: string, to: string): string[] => ofRound(edit(valid.round, from, to), 'placeholder')

test('marks of what is to be done', () => {
  expect(round('Design it.', 'Design it. TODO')).toEqual([
    '14:72-14:76 «TODO» Unexpected placeholder `TODO`, expected the text itself',
  ])
  expect(round('Design it.', 'TBD: FIXME (XXX)')).toEqual([
    '14:61-14:64 «TBD» Unexpected placeholder `TBD`, expected the text itself',
  ])
  expect(round('Design it.', 'Lorem ipsum dolor.')).toEqual([
    '14:61-14:72 «Lorem ipsum» Unexpected placeholder `Lorem ipsum`, expected the text itself',
  ])
  expect(round('# Voice note search', '# TODO')).toEqual([
    '10:3-10:7 «TODO» Unexpected placeholder `TODO`, expected the text itself',
  ])
  expect(round('[70 % of', '[TODO 70 % of')).toEqual([
    '21:27-21:31 «TODO» Unexpected placeholder `TODO`, expected the text itself',
  ])
})

test('words that only look like it', () => {
  expect(round('Design it.', 'Design a todo list for TODOIST, `TODO` and tbd.')).toEqual([])
})

test('dots in place of text', () => {
  expect(round('an offline recogniser that runs once for each note.', '…')).toEqual([
    '30:1-30:13 «- **ASR:** …» Unexpected dots in place of text in `Model path`, expected the text itself',
  ])
  expect(round('an offline recogniser that runs once for each note.', '...')).toEqual([
    '30:1-30:15 «- **ASR:** ...» Unexpected dots in place of text in `Model path`, expected the text itself',
  ])
  expect(round('- Has no plan for notes in two languages.', '- …')).toEqual([
    '74:1-74:4 «- …» Unexpected dots in place of text in `Red flags`, expected the text itself',
  ])
  expect(round('A note-taking app wants people to find what they once said. Design it.', '…')).toEqual([
    '14:1-14:2 «…» Unexpected dots in place of text in `Prompt`, expected the text itself',
  ])
  expect(ofQuestion(valid.question.replace(/\[The share.*/, '... ... ?'), 'placeholder')).toEqual([
    '17:1-17:10 «... ... ?» Unexpected dots in place of text in `Answer`, expected the text itself',
  ])
  expect(round('Design it.', 'Design it … or not.')).toEqual([])
})

test('the instruction of the practice loop left in place', () => {
  expect(
    round(
      'results should appear within 800 ms at p95, measured in the app.',
      'the time a user waits at each step, as a percentile, measured where the user is.',
    ),
  ).toEqual([
    '20:3-20:96 «**Latency:** the time a user waits at e…» Unexpected instruction left in the point `Latency`, expected your own answer to it',
  ])
})

test('definition documents and drafts', () => {
  expect(
    report({ [paths.rubric]: edit(valid.rubric, '# Rubric\n', '# Rubric\n\nTODO\n') }, 'placeholder'),
  ).toEqual(['122:1-122:5 «TODO» Unexpected placeholder `TODO`, expected the text itself'])
  expect(
    ofRound(edit(edit(valid.round, 'Design it.', 'TODO'), 'order: 1', 'status: draft'), 'placeholder'),
  ).toEqual(['14:61-14:65 «TODO» (warning) Unexpected placeholder `TODO`, expected the text itself'])
})

test('200,000 dots are read once', () => {
  expect(round('Design it.', `${'.'.repeat(200_000)} Design it.`)).toEqual([])
})
