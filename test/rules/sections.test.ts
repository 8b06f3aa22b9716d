import { expect, test } from 'vitest'
import { edit, valid } from '../support/corpus.ts'
import { ofIncident, ofQuestion, ofRound } from '../support/found.ts'

const round = (from: string, to: string): string[] => ofRound(edit(valid.round, from, to), 'sections')

/** The text of a round from one heading up to another. */
function part(from: string, to: string): string {
  const start = valid.round.indexOf(`${from}\n`)
  return valid.round.slice(start, valid.round.indexOf(`${to}\n`, start))
}

const without = (from: string, to: string): string => edit(valid.round, part(from, to), '')

test('missing: at the end of what precedes it', () => {
  expect(ofRound(without('### Evaluation', '### Operations'), 'sections')).toEqual([
    '31:65-31:65 «» Unexpected missing heading, expected `### Evaluation` here',
  ])
  expect(ofRound(without('### Constraints', '### Model path'), 'sections')).toEqual([
    '16:10-16:10 «» Unexpected missing heading, expected `### Constraints` here',
  ])
  expect(ofRound(without('## Prompt', '## Answer'), 'sections')).toEqual([
    '10:20-10:20 «» Unexpected missing heading, expected `## Prompt` here',
  ])
  expect(ofRound(valid.round.slice(0, valid.round.indexOf('## Follow-ups')), 'sections')).toEqual([
    '74:42-74:42 «» Unexpected missing heading, expected `## Follow-ups` here, with questions as list items, each with its answer in an indented paragraph below it',
  ])
  expect(ofRound('---\nid: a\n---\n\n# T\n', 'sections').map((line) => line.replace(/ «.*/, ''))).toEqual([
    '5:4-5:4',
  ])
  expect(ofQuestion(valid.question.replace(/## Answer\n\n.*\n\n/, ''), 'sections')).toEqual([
    '13:41-13:41 «» Unexpected missing heading, expected `## Answer` here',
  ])
})

test('unknown, nearly right, and of another kind', () => {
  expect(round('## Red flags', '## Notes\n\nSome.\n\n## Red flags')).toEqual([
    '70:1-70:9 «## Notes» Unexpected heading `Notes`, expected `Prompt`, `Answer`, `Constraints`, `Model path`, `Evaluation`, `Operations`, `Tradeoffs`, `Worked figures`, `Criteria`, `Red flags`, `Follow-ups`, `See also` or `References`; text under other headings would be lost',
  ])
  expect(round('### Evaluation', '### Evalution')).toEqual([
    '33:1-33:14 «### Evalution» Unexpected heading `Evalution`, expected a declared one; did you mean `### Evaluation`?',
  ])
  expect(round('### Tradeoffs', '### Trade-offs')).toEqual([
    '51:1-51:15 «### Trade-offs» Unexpected heading `Trade-offs`, expected a declared one; did you mean `### Tradeoffs`?',
  ])
  expect(round('### Model path', '### Model paths')).toEqual([
    '28:1-28:16 «### Model paths» Unexpected heading `Model paths`, expected a declared one; did you mean `### Model path`?',
  ])
  expect(round('## Follow-ups', '## Follow ups')).toEqual([
    '76:1-76:14 «## Follow ups» Unexpected heading `Follow ups`, expected a declared one; did you mean `## Follow-ups`?',
  ])
  expect(round('## Follow-ups', '## FOLLOW-UPS')).toEqual([
    '76:1-76:14 «## FOLLOW-UPS» Unexpected heading `FOLLOW-UPS`, expected a declared one; did you mean `## Follow-ups`?',
  ])
  expect(
    ofQuestion(
      edit(valid.question, '## Criteria', '### Constraints\n\n- **A:** b\n\n## Criteria'),
      'sections',
    ),
  ).toEqual([
    '19:1-19:16 «### Constraints» Unexpected heading `Constraints`, expected `Prompt`, `Answer`, `Worked figures`, `Criteria`, `Red flags`, `Follow-ups`, `See also` or `References`; text under other headings would be lost',
  ])
})

test('twice', () => {
  expect(round('### Operations', '### Evaluation\n\n- **More:** of it.\n\n### Operations')).toEqual([
    '40:1-40:15 «### Evaluation» Unexpected second heading `Evaluation`, expected each once; move its text to the first',
  ])
  expect(round('## Red flags', '## Prompt\n\nMore of it.\n\n## Red flags')).toEqual([
    '70:1-70:10 «## Prompt» Unexpected second heading `Prompt`, expected each once; move its text to the first',
  ])
})

test('out of order: only what has to move', () => {
  const evaluation = part('### Evaluation', '### Operations')
  const moved = edit(
    without('### Evaluation', '### Operations'),
    '### Model path',
    `${evaluation}### Model path`,
  )
  expect(ofRound(moved, 'sections')).toEqual([
    '35:1-35:15 «### Model path» Unexpected position of the section `Model path`, expected it after `### Constraints`',
  ])
  const flags = part('## Red flags', '## Follow-ups')
  expect(
    ofRound(edit(without('## Red flags', '## Follow-ups'), '## Prompt', `${flags}## Prompt`), 'sections'),
  ).toEqual([
    '12:1-12:13 «## Red flags» Unexpected position of the section `Red flags`, expected it after `## Criteria`',
  ])
})

test('at the wrong level', () => {
  expect(round('### Evaluation', '## Evaluation')).toEqual([
    '33:1-33:14 «## Evaluation» Unexpected level 2 of the heading `Evaluation`, expected `### Evaluation`',
  ])
  expect(round('## Red flags', '### Red flags')).toEqual([
    '70:1-70:14 «### Red flags» Unexpected level 3 of the heading `Red flags`, expected `## Red flags`',
  ])
  expect(round('### Constraints', '#### Constraints')).toEqual([
    '18:1-18:17 «#### Constraints» Unexpected level 4 of the heading `Constraints`, expected `### Constraints`',
  ])
})

test('a criterion at the wrong level', () => {
  expect(round('### Index goes stale', '#### Index goes stale')).toEqual([
    '65:1-65:22 «#### Index goes stale» Unexpected level 4 of the criterion `Index goes stale`, expected `### Index goes stale`',
  ])
})

test('setext headings are headings', () => {
  expect(round('## Prompt', 'Prompt\n------')).toEqual([])
})

test('empty', () => {
  expect(round('A note-taking app wants people to find what they once said. Design it.\n', '')).toEqual([
    '12:1-12:10 «## Prompt» Unexpected empty section `Prompt`, expected text under it',
  ])
  expect(
    ofRound(edit(valid.round, part('### Tradeoffs', '## Criteria'), '### Tradeoffs\n\n'), 'sections'),
  ).toEqual(['51:1-51:14 «### Tradeoffs» Unexpected empty section `Tradeoffs`, expected text under it'])
  expect(ofQuestion(valid.question.replace(/\[The share.*\n\n/, ''), 'sections')).toEqual([
    '15:1-15:10 «## Answer» Unexpected empty section `Answer`, expected text under it',
  ])
  expect(
    round('A note-taking app wants people to find what they once said. Design it.', '[a]: b.md'),
  ).toEqual(['12:1-12:10 «## Prompt» Unexpected empty section `Prompt`, expected text under it'])
})

test('too few items', () => {
  expect(round('- Has no plan for notes in two languages.\n', '')).toEqual([
    '70:1-70:13 «## Red flags» Unexpected 2 items in `Red flags`, expected at least 3 in a round',
  ])
  expect(ofRound(valid.round.replace(/- What changes when notes[\s\S]*$/, 'None.\n'), 'sections')).toEqual([
    '76:1-76:14 «## Follow-ups» Unexpected 0 items in `Follow-ups`, expected at least 3 in a round',
  ])
  expect(
    ofIncident(
      edit(
        valid.incident,
        '- What changes when notes are shared?\n\n  Whoever may read a note may find it, so the index needs the readers of each note.\n',
        '',
      ),
      'sections',
    ),
  ).toEqual([
    '70:1-70:14 «## Follow-ups» Unexpected 2 items in `Follow-ups`, expected at least 3 in an incident',
  ])
  expect(ofQuestion(`${valid.question}\n## Red flags\n\n- One.\n`, 'sections')).toEqual([])
  expect(ofQuestion(`${valid.question}\n## References\n\nNone.\n`, 'sections')).toEqual([
    '26:1-26:14 «## References» Unexpected 0 items in `References`, expected at least 1 in a question',
  ])
})

test('text that no part takes', () => {
  expect(round('# Voice note search\n', '# Voice note search\n\nA subtitle.\n')).toEqual([
    '12:1-12:12 «A subtitle.» Unexpected text under the title, expected it under `## Prompt`',
  ])
  expect(round('# Voice note search\n', 'A preface.\n\n# Voice note search\n')).toEqual([
    '10:1-10:11 «A preface.» Unexpected text before the title, expected it under `## Prompt`',
  ])
  expect(round('## Answer\n', '## Answer\n\nIn short.\n')).toEqual([
    '18:1-18:10 «In short.» Unexpected text under `Answer`, expected it in its sections (`### Constraints` and so on)',
  ])
  expect(round('## Red flags\n', '## Red flags\n\nWatch for these:\n')).toEqual([
    '72:1-72:17 «Watch for these:» Unexpected text beside the list of `Red flags`, expected list items only',
  ])
  expect(ofQuestion(valid.question, 'sections')).toEqual([])
})

test('nested headings in quotes and lists are no sections', () => {
  expect(round('## Red flags\n', '> ## Red flags\n')).toEqual([
    '55:12-55:12 «» Unexpected missing heading, expected `## Red flags` here',
  ])
})

test('in a draft they are warnings', () => {
  expect(
    ofRound(edit(without('### Evaluation', '### Operations'), 'order: 1', 'status: draft'), 'sections'),
  ).toEqual(['31:65-31:65 «» (warning) Unexpected missing heading, expected `### Evaluation` here'])
})
