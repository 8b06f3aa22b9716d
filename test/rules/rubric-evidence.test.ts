import { expect, test } from 'vitest'
import { edit, valid } from '../support/corpus.ts'
import { ofQuestion, ofRound } from '../support/found.ts'

const round = (from: string, to: string, matter = 'order: 1'): string[] =>
  ofRound(edit(edit(valid.round, from, to), 'order: 1', matter), 'rubric-evidence')
const phrase = 'when empty results exceed 9 % for 15 minutes, traffic returns to the previous index'
const link = `[${phrase}](../rubric.md#rollback-path)`

test('an unknown criterion', () => {
  expect(round('(../rubric.md#rollback-path)', '(../rubric.md#rollback-paths)')).toEqual([
    '46:17-46:131 «[when empty results exceed 9 % for 15 m…» Unexpected criterion `rollback-paths`, expected `explicit-assumptions`, `measurable-launch-gates`, `privacy-safe-observability`, `rollback-path`, `cost-and-latency-reasoning` or `learning-from-failures`; did you mean `rollback-path`?',
  ])
  expect(round('(../rubric.md#rollback-path)', '(../rubric.md#safety)')).toEqual([
    '46:17-46:123 «[when empty results exceed 9 % for 15 m…» Unexpected criterion `safety`, expected `explicit-assumptions`, `measurable-launch-gates`, `privacy-safe-observability`, `rollback-path`, `cost-and-latency-reasoning` or `learning-from-failures`',
  ])
  expect(round('(../rubric.md#rollback-path)', '(../rubric.md)')).toEqual([
    '46:17-46:116 «[when empty results exceed 9 % for 15 m…» Unexpected link to the rubric without a criterion, expected `explicit-assumptions`, `measurable-launch-gates`, `privacy-safe-observability`, `rollback-path`, `cost-and-latency-reasoning` or `learning-from-failures`',
  ])
  expect(round('(../rubric.md#rollback-path)', '(../rubric.md#)')).toEqual([
    '46:17-46:117 «[when empty results exceed 9 % for 15 m…» Unexpected link to the rubric without a criterion, expected `explicit-assumptions`, `measurable-launch-gates`, `privacy-safe-observability`, `rollback-path`, `cost-and-latency-reasoning` or `learning-from-failures`',
  ])
  expect(round('(../rubric.md#rollback-path)', '(../rubric.md#criteria)')).toEqual([
    '46:17-46:125 «[when empty results exceed 9 % for 15 m…» Unexpected criterion `criteria`, expected `explicit-assumptions`, `measurable-launch-gates`, `privacy-safe-observability`, `rollback-path`, `cost-and-latency-reasoning` or `learning-from-failures`',
  ])
  expect(round('(../rubric.md#rollback-path)', '(../rubric.md#constructor)')).toEqual([
    '46:17-46:128 «[when empty results exceed 9 % for 15 m…» Unexpected criterion `constructor`, expected `explicit-assumptions`, `measurable-launch-gates`, `privacy-safe-observability`, `rollback-path`, `cost-and-latency-reasoning` or `learning-from-failures`',
  ])
})

test('words that fail say which part is missing', () => {
  expect(round(phrase, 'rollback path')).toEqual([
    '46:17-46:60 «[rollback path](../rubric.md#rollback-p…» Unexpected evidence for `rollback-path`: `rollback path` is not enough, expected also at least 4 words and the state it goes back to (“back to the previous version”, “reinstates the FP16 weights”) and a trigger or a time, with a number (“when errors exceed 2 %”, “in 5 minutes”)',
  ])
  expect(round(phrase, 'we can always go back to the previous version')).toEqual([
    '46:17-46:92 «[we can always go back to the previous …» Unexpected evidence for `rollback-path`: `we can always go back to the previous version` is not enough, expected also a trigger or a time, with a number (“when errors exceed 2 %”, “in 5 minutes”); `back to` and `back … previous` count for the state it goes back to',
  ])
  expect(round(phrase, 'within 15 minutes all of it is fine again')).toEqual([
    '46:17-46:88 «[within 15 minutes all of it is fine ag…» Unexpected evidence for `rollback-path`: `within 15 minutes all of it is fine again` is not enough, expected also the state it goes back to (“back to the previous version”, “reinstates the FP16 weights”); `within 15` counts for a trigger or a time, with a number',
  ])
  expect(
    round(
      '70 % of all notes are in English and last under 40 s',
      'we write down all our assumptions about 3 languages',
    ),
  ).toEqual([
    '21:26-21:114 «[we write down all our assumptions abou…» Unexpected evidence for `explicit-assumptions`: `we write down all our assumptions about 3 languages` is talk about assuming instead of what is assumed, by `write … assumptions`, expected the thing itself',
  ])
  expect(round(phrase, 'x')).toEqual([
    '46:17-46:48 «[x](../rubric.md#rollback-path)» Unexpected evidence for `rollback-path`: `x` is not enough, expected also at least 4 words and the state it goes back to (“back to the previous version”, “reinstates the FP16 weights”) and a trigger or a time, with a number (“when errors exceed 2 %”, “in 5 minutes”)',
  ])
  expect(round(link, '[](../rubric.md#rollback-path)')).toEqual([
    '46:17-46:47 «[](../rubric.md#rollback-path)» Unexpected evidence for `rollback-path`: `` is not enough, expected also at least 4 words and the state it goes back to (“back to the previous version”, “reinstates the FP16 weights”) and a trigger or a time, with a number (“when errors exceed 2 %”, “in 5 minutes”)',
  ])
})

test('words that say the contrary', () => {
  expect(round(phrase, 'we rolled back twice last year within 5 minutes to the previous version')).toEqual([
    '46:17-46:118 «[we rolled back twice last year within …» Unexpected evidence for `rollback-path`: `we rolled back twice last year within 5 minutes to the prev…` is a story of the past, by `we rolled back` and `last year`, expected the thing itself',
  ])
})

test('the name of a criterion never passes', () => {
  for (const name of [
    'Rollback path',
    'Measurable launch gates',
    'Explicit assumptions',
    'Learning from failures',
  ]) {
    const id = name.toLowerCase().replaceAll(' ', '-')
    const text = valid.round.replace(
      new RegExp(`\\[[^\\]]*\\]\\(../rubric.md#${id}\\)`),
      `[${name}](../rubric.md#${id})`,
    )
    expect(ofRound(text, 'rubric-evidence').join('\n')).toContain(
      `Unexpected evidence for \`${id}\`: \`${name}\` is not enough`,
    )
    expect(ofRound(text, 'rubric-coverage')).toHaveLength(1)
  }
})

test('a place where it can not be earned', () => {
  expect(round('only the owner of a note may ever search it.', `only the owner. ${link}`)).toEqual([
    '22:32-22:145 «[when empty results exceed 9 % for 15 m…» Unexpected evidence for `rollback-path` in `Constraints`, expected it in `Operations`',
  ])
  expect(round('- Has no plan for notes in two languages.', `- ${link}`)).toEqual([
    '74:3-74:116 «[when empty results exceed 9 % for 15 m…» Unexpected evidence for `rollback-path` in `Red flags`, expected it in `Operations`',
  ])
  expect(round('- What changes when notes are shared?', `- What if ${link}?`)).toEqual([
    '78:11-78:124 «[when empty results exceed 9 % for 15 m…» Unexpected evidence for `rollback-path` in `Follow-ups`, expected it in `Operations`',
  ])
  expect(round('# Voice note search\n', `# Voice note search\n\n${link}\n`)).toEqual([
    '12:1-12:114 «[when empty results exceed 9 % for 15 m…» Unexpected evidence for `rollback-path` in `Voice note search`, expected it in `Operations`',
  ])
  expect(round('## Answer\n', `## Answer\n\n${link}\n`)).toEqual([
    '18:1-18:114 «[when empty results exceed 9 % for 15 m…» Unexpected evidence for `rollback-path` in `Answer`, expected it in `Operations`',
  ])
})

test('in the prompt it is a leak, not evidence', () => {
  const text = edit(valid.round, 'Design it.', `Design it. [Rollback path](../rubric.md#rollback-path)`)
  expect(ofRound(text)).toEqual([
    '14:72-14:115 «[Rollback path](../rubric.md#rollback-p…» prompt-leak: Unexpected link to the rubric in the prompt: `Rollback path`, expected no hint of the answer',
  ])
})

test('red flags and the rubric itself may be linked outside the answer', () => {
  expect(
    round(
      '- Has no plan for notes in two languages.',
      '- Falls for [this](../rubric.md#model-choice-is-the-system).',
    ),
  ).toEqual([])
  expect(
    round('- Has no plan for notes in two languages.', '- Never saw the [rubric](../rubric.md).'),
  ).toEqual([])
  expect(
    round(
      'only the owner of a note may ever search it.',
      'only the [owner](../rubric.md#model-choice-is-the-system) may.',
    ),
  ).toEqual([
    '22:25-22:73 «[owner](../rubric.md#model-choice-is-th…» Unexpected criterion `model-choice-is-the-system`, expected `explicit-assumptions`, `measurable-launch-gates`, `privacy-safe-observability`, `rollback-path`, `cost-and-latency-reasoning` or `learning-from-failures`',
  ])
})

test('questions in prose may earn anything anywhere in the answer', () => {
  expect(
    ofQuestion(edit(valid.question, 'because the mean', `because ${link} and the mean`), 'rubric-evidence'),
  ).toEqual([])
  expect(ofQuestion(`${valid.question}\n## Follow-ups\n\n- ${link}\n`, 'rubric-evidence')).toEqual([
    '28:3-28:116 «[when empty results exceed 9 % for 15 m…» Unexpected evidence for `rollback-path` in `Follow-ups`, expected it in `Operations`',
  ])
})

test('a reference without a definition', () => {
  expect(round(link, `[${phrase}][rollback-path]`)).toEqual([
    '46:17-46:117 «[when empty results exceed 9 % for 15 m…» Unexpected reference `[when empty results exceed 9 % for 15 minutes, traffic retu…` without a definition, expected the line `[rollback-path]: ../rubric.md#rollback-path` at the end of the file',
  ])
  expect(round(link, `[${phrase}][rolback-path]`)).toEqual([
    '46:17-46:116 «[when empty results exceed 9 % for 15 m…» Unexpected reference `[when empty results exceed 9 % for 15 minutes, traffic retu…` without a definition, expected the line `[rolback-path]: ../rubric.md#rollback-path` at the end of the file',
  ])
  expect(round(link, `${link} [sic][elsewhere] \`[a][rollback-path]\``)).toEqual([])
})

test('in a draft they are warnings', () => {
  expect(round(phrase, 'rollback path', 'status: draft')).toEqual([
    '46:17-46:60 «[rollback path](../rubric.md#rollback-p…» (warning) Unexpected evidence for `rollback-path`: `rollback path` is not enough, expected also at least 4 words and the state it goes back to (“back to the previous version”, “reinstates the FP16 weights”) and a trigger or a time, with a number (“when errors exceed 2 %”, “in 5 minutes”)',
  ])
})

test('formatting inside a phrase does not count', () => {
  expect(
    round(
      phrase,
      'when *empty* results exceed `9 %` for **15 minutes**, traffic returns to the previous index',
    ),
  ).toEqual([])
  expect(
    round(phrase, 'when empty results exceed\n  9 % for 15 minutes, traffic returns to the previous index'),
  ).toEqual([])
})

const failing = 'we go back to what was there when the on-call says so'
const exception = (phrase: string, reason = 'the on-call is the trigger'): string =>
  `order: 1\nexceptions:\n  - { rule: rubric-evidence, phrase: ${phrase}, reason: ${reason} }`
const excepted = (linked: string, matter: string): string[] =>
  ofRound(edit(edit(valid.round, phrase, linked), 'order: 1', matter))

test('an exception of a phrase earns its criterion', () => {
  expect(excepted(failing, 'order: 1')).toHaveLength(2)
  expect(excepted(failing, exception(failing))).toEqual([])
  expect(excepted(failing.replace('there when', 'there\n  when'), exception(failing))).toEqual([])
  expect(excepted(failing.replace('go back', '*go back*'), exception(failing))).toEqual([])
})

test('it excepts every link with these words, and no others', () => {
  const twice = edit(
    edit(valid.round, phrase, failing),
    '[70 % of all notes are in English and last under 40 s](../rubric.md#explicit-assumptions)',
    `[${failing}](../rubric.md#explicit-assumptions)`,
  )
  expect(ofRound(edit(twice, 'order: 1', exception(failing)))).toEqual([])
  expect(excepted(failing, exception('we go back')).map((found) => found.replace(/^.*?» /, ''))).toEqual([
    'unused-exception: Unexpected exception of `rubric-evidence` for `we go back`, which silences nothing, expected the words of a link that fails its test',
    expect.stringContaining('rubric-coverage: Unexpected answer without evidence for `rollback-path`'),
    expect.stringContaining('rubric-evidence: Unexpected evidence for `rollback-path`'),
  ])
})

test('it excepts neither a wrong place nor an unknown criterion', () => {
  const elsewhere = edit(
    valid.round,
    'only the owner of a note may ever search it.',
    `only the owner. [${failing}](../rubric.md#rollback-path)`,
  )
  expect(ofRound(edit(elsewhere, 'order: 1', exception(failing)))).toEqual([
    expect.stringContaining('unused-exception'),
    expect.stringContaining('Unexpected evidence for `rollback-path` in `Constraints`'),
  ])
  const unknown = edit(valid.round, link, `${link} [${failing}](../rubric.md#rollback-plan)`)
  expect(ofRound(edit(unknown, 'order: 1', exception(failing)))).toEqual([
    expect.stringContaining('unused-exception'),
    expect.stringContaining('Unexpected criterion `rollback-plan`'),
  ])
})

test('one that is not needed, is there twice or has no reason', () => {
  expect(excepted(phrase, exception(`"${phrase}"`))).toEqual([
    expect.stringContaining('unused-exception: Unexpected exception of `rubric-evidence` for'),
  ])
  expect(
    excepted(failing, `${exception(failing)}\n  - { rule: rubric-evidence, phrase: ${failing}, reason: so }`),
  ).toEqual([expect.stringContaining('7:5-7:')])
  expect(excepted(failing, exception(failing, '" "'))).toEqual([
    expect.stringContaining('Unexpected exception of `rubric-evidence` without a reason'),
    expect.stringContaining('rubric-coverage'),
    expect.stringContaining('rubric-evidence'),
  ])
})
