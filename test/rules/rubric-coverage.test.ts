import { expect, test } from 'vitest'
import { edit, findings, paths, valid } from '../support/corpus.ts'
import { ofIncident, ofQuestion, ofRound } from '../support/found.ts'

const covered = (text: string): string[] => ofRound(text, 'rubric-coverage')
const phrase = 'when empty results exceed 9 % for 15 minutes, traffic returns to the previous index'
const link = `[${phrase}](../rubric.md#rollback-path)`
const target = 'drills/rubric.md'

test('evidence taken away', () => {
  expect(covered(edit(valid.round, link, phrase))).toEqual([
    '40:1-40:15 «### Operations» Unexpected answer without evidence for `rollback-path`, expected a phrase in `Operations` that holds the state it goes back to (“back to the previous version”, “reinstates the FP16 weights”) and a trigger or a time, with a number (“when errors exceed 2 %”, “in 5 minutes”), linked as `[phrase](../rubric.md#rollback-path)`',
  ])
  expect(ofIncident(edit(valid.incident, link, phrase), 'rubric-coverage')).toEqual([
    '38:1-38:15 «### Operations» Unexpected answer without evidence for `rollback-path`, expected a phrase in `Operations` that holds the state it goes back to (“back to the previous version”, “reinstates the FP16 weights”) and a trigger or a time, with a number (“when errors exceed 2 %”, “in 5 minutes”), linked as `[phrase](../rubric.md#rollback-path)`',
  ])
  expect(covered(edit(edit(valid.round, link, phrase), 'order: 1', 'status: draft'))).toEqual([
    '40:1-40:15 «### Operations» (warning) Unexpected answer without evidence for `rollback-path`, expected a phrase in `Operations` that holds the state it goes back to (“back to the previous version”, “reinstates the FP16 weights”) and a trigger or a time, with a number (“when errors exceed 2 %”, “in 5 minutes”), linked as `[phrase](../rubric.md#rollback-path)`',
  ])
})

test('where it should be, when its section is missing', () => {
  const text = edit(valid.round, '### Operations', '### Elsewhere')
  expect(covered(text).map((line) => line.replace(/, expected.*/, ''))).toEqual([
    '16:1-16:10 «## Answer» Unexpected answer without evidence for `rollback-path`',
    '18:1-18:16 «### Constraints» Unexpected answer without evidence for `privacy-safe-observability`',
    '33:1-33:15 «### Evaluation» Unexpected answer without evidence for `learning-from-failures`',
  ])
})

test('evidence that fails is shown as related', () => {
  const text = edit(valid.round, link, '[rollback path](../rubric.md#rollback-path)')
  const [found] = findings({ [paths.round]: text }, 'rubric-coverage')
  expect([found?.related, found?.expected]).toEqual([
    [
      {
        file: 'drills/rounds/voice-note-search.md',
        line: 46,
        column: 17,
        endLine: 46,
        endColumn: 60,
        message: 'this claim does not pass',
      },
    ],
    [
      'the state it goes back to (“back to the previous version”, “reinstates the FP16 weights”)',
      'a trigger or a time, with a number (“when errors exceed 2 %”, “in 5 minutes”)',
    ],
  ])
})

test('a criterion counts only where it may be earned', () => {
  const moved = edit(
    edit(valid.round, `${link}.`, 'traffic returns.'),
    'only the owner of a note may ever search it.',
    `only the owner, and ${link}.`,
  )
  expect(ofRound(moved, 'rubric-coverage').map((line) => line.replace(/, expected.*/, ''))).toEqual([
    '40:1-40:15 «### Operations» Unexpected answer without evidence for `rollback-path`',
  ])
  expect(ofRound(moved, 'rubric-evidence')).toEqual([
    '22:36-22:149 «[when empty results exceed 9 % for 15 m…» Unexpected evidence for `rollback-path` in `Constraints`, expected it in `Operations`',
  ])
})

test('reference links count too', () => {
  const text = `${edit(valid.round, link, `[${phrase}][rollback-path]`)}\n[rollback-path]: ../rubric.md#rollback-path\n`
  expect(ofRound(text)).toEqual([])
  expect(ofRound(`${edit(valid.round, link, `[${phrase}][R]`)}\n[r]: ../rubric.md#rollback-path\n`)).toEqual(
    [],
  )
  expect(
    covered(edit(valid.round, link, `[${phrase}][rollback-path]`)).map((line) =>
      line.replace(/, expected.*/, ''),
    ),
  ).toEqual(['40:1-40:15 «### Operations» Unexpected answer without evidence for `rollback-path`'])
})

test('other spellings of the target', () => {
  for (const spelling of [
    '../rubric.md#rollback-path',
    './../rubric.md#rollback-path',
    '<../rubric.md#rollback-path>',
    '../rubric%2emd#rollback%2Dpath',
  ])
    expect(covered(edit(valid.round, link, `[${phrase}](${spelling})`))).toEqual([])
  expect(
    covered(edit(valid.round, link, `[${phrase}](https://example.org/rubric.md#rollback-path)`)),
  ).toHaveLength(1)
  // The link is the cause, and one finding of its own.
  const at = (spelling: string): string[] => ofRound(edit(valid.round, link, `[${phrase}](${spelling})`))
  for (const spelling of [
    'rubric.md#rollback-path',
    '../Rubric.md#rollback-path',
    '../rubrik.md#rollback-pth',
    '../../rubric#rollback-path',
    '#rollback-path',
  ])
    expect(at(spelling)).toEqual([
      expect.stringContaining(
        `rubric-evidence: Unexpected link \`${spelling}\` that does not lead to the rubric, expected \`../rubric.md#rollback-path\``,
      ),
    ])
  for (const spelling of [`/${target}#rollback-path`, '..\\rubric.md#rollback-path'])
    expect(at(spelling)).toEqual([expect.stringContaining('links: Unexpected ')])
  expect(at('../rubric.md')).toEqual([
    expect.stringContaining('rubric-evidence: Unexpected link to the rubric without a criterion'),
  ])
  // It stands for one criterion that is missing, not for two.
  expect(
    covered(
      edit(
        edit(valid.round, link, `[${phrase}](../rubric.md)`),
        '../rubric.md#learning-from-failures',
        'https://a.example',
      ),
    ),
  ).toHaveLength(2)
})

test('one valid piece is enough, whatever the others', () => {
  expect(covered(edit(valid.round, link, `${link} [rollback path](../rubric.md#rollback-path)`))).toEqual([])
})

test('questions need none, unless the rubric says so', () => {
  expect(
    ofQuestion(
      edit(valid.question, '](../rubric.md#measurable-launch-gates)', '](https://example.org)'),
      'rubric-coverage',
    ),
  ).toEqual([])
})
