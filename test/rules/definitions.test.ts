import { expect, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { report } from '../support/found.ts'

const loop = (from: string, to: string): string[] =>
  report({ [paths.loop]: edit(valid.loop, from, to) }, 'definitions')
const rubric = (from: string, to: string): string[] =>
  report({ [paths.rubric]: edit(valid.rubric, from, to) }, 'definitions')

test('the valid documents hold together', () => {
  expect(report({}, 'definitions')).toEqual([])
})

test('no rubric', () => {
  expect(report({ [paths.rubric]: undefined }, 'definitions')).toEqual([
    '1:1-1:1 Unexpected missing rubric, expected a readable file `drills/rubric.md` with criteria',
  ])
})

test('ids and headings', () => {
  expect(loop('### Evaluation\n', '### Evaluating\n')).toEqual([
    '59:9-59:19 «evaluation» Unexpected id `evaluation` without a heading, expected a heading `### Evaluation` with a paragraph in this file',
  ])
  expect(loop('### Failure modes\n', '### Failures\n')).toEqual([
    '5:11-5:24 «failure-modes» Unexpected id `failure-modes` without a heading, expected a heading `### Failure modes` with a paragraph in this file',
  ])
  expect(rubric('### Rollback path\n', '### Rollback\n')).toEqual([
    '79:9-79:22 «rollback-path» Unexpected id `rollback-path` without a heading, expected a heading `### Rollback path` with a paragraph in this file',
  ])
  expect(rubric('  - id: average-hides-the-slice\n', '  - id: average-hides-it\n')).toEqual([
    '116:9-116:25 «average-hides-it» Unexpected id `average-hides-it` without a heading, expected a heading `### Average hides it` with a paragraph in this file',
  ])
  expect(rubric('  - id: numbers-without-conditions\n', '  - id: average-hides-the-slice\n')).toEqual([
    '117:9-117:32 «average-hides-the-slice» Unexpected second `average-hides-the-slice` in `redFlags`, expected each id once',
  ])
  expect(loop('{ id: design, minutes: 10 }', '{ id: assumptions, minutes: 10 }')).toEqual([
    '4:11-4:22 «assumptions» Unexpected second `assumptions` in `phases`, expected each id once',
    '57:12-57:18 «design» Unexpected phase `design`, expected `assumptions`, `failure-modes` or `metrics-and-rollout`',
    '70:12-70:18 «design» Unexpected phase `design`, expected `assumptions`, `failure-modes` or `metrics-and-rollout`',
  ])
})

test('a heading without a paragraph', () => {
  expect(
    rubric(
      'One number for all users decides the launch, and nobody has asked who pays for the average: the accent with few speakers, the noisy device, the tenant with unusual names.\n',
      '',
    ),
  ).toEqual([
    '116:9-116:32 «average-hides-the-slice» Unexpected empty section under the heading of `average-hides-the-slice`, expected a paragraph',
  ])
})

test('points without a bullet', () => {
  expect(loop('- **Quality:** what is good enough', '- **Qualities:** what is good enough')).toEqual([
    '54:24-54:31 «quality» Unexpected point `quality` without a bullet, expected `- **Quality:** what to write` under the heading of `constraints`',
    '55:27-55:34 «quality» Unexpected point `quality` without a bullet, expected `- **Quality:** what to write` under the heading of `constraints`',
  ])
  expect(
    loop('online-slos, human-review, regression-budgets]', 'online-slos, human-reviews, regression-budgets]'),
  ).toEqual([
    '62:44-62:57 «human-reviews» Unexpected point `human-reviews` without a bullet, expected `- **Human reviews:** what to write` under the heading of `evaluation`',
  ])
})

test('phases', () => {
  expect(
    loop('  - id: evaluation\n    phase: metrics-and-rollout\n', '  - id: evaluation\n    phase: metrics\n'),
  ).toEqual([
    '6:11-6:30 «metrics-and-rollout» Unexpected phase `metrics-and-rollout` without a section, expected one with `phase: metrics-and-rollout`',
    '60:12-60:19 «metrics» Unexpected phase `metrics`, expected `assumptions`, `design`, `failure-modes` or `metrics-and-rollout`',
  ])
  expect(
    loop('  - id: operations\n    phase: failure-modes\n', '  - id: operations\n    phase: design\n'),
  ).toEqual([
    '5:11-5:24 «failure-modes» Unexpected phase `failure-modes` without a section, expected one with `phase: failure-modes`',
  ])
})

test('minutes that the introduction does not promise', () => {
  expect(loop('{ id: design, minutes: 10 }', '{ id: design, minutes: 12 }')).toEqual([
    '3:3-6:44 «- { id: assumptions, minutes: 5 }⏎  - {…» Unexpected minutes: the phases sum to 27, expected the 25 minutes that the introduction promises',
  ])
  expect(loop('takes 25 minutes', 'takes 30 minutes')).toEqual([
    '3:3-6:44 «- { id: assumptions, minutes: 5 }⏎  - {…» Unexpected minutes: the phases sum to 25, expected the 30 minutes that the introduction promises',
  ])
  expect(loop('takes 25 minutes', 'takes its time')).toEqual([])
})

test('a kind needs a prompt and an answer', () => {
  expect(
    report({ [paths.loop]: valid.loop.replace('- { id: prompt }', '- { id: task }') }, 'definitions'),
  ).toEqual([
    '14:7-21:53 «- { id: task }⏎      - { id: answer }⏎ …» Unexpected kind without the part `prompt`, expected `- { id: prompt }`',
  ])
})

test('weights sum to 100', () => {
  expect(report({ [paths.rubric]: valid.rubric.replace('weight: 15', 'weight: 16') }, 'definitions')).toEqual(
    [
      '44:3-111:107 «- id: explicit-assumptions⏎    weight: …» Unexpected weights that sum to 101, expected 100',
    ],
  )
})

test('a criterion may be earned in sections that exist', () => {
  expect(rubric('    sections: [constraints]\n', '    sections: [constraint]\n')).toEqual([
    '47:16-47:26 «constraint» Unexpected section `constraint`, expected `constraints`, `model-path`, `evaluation`, `operations` or `tradeoffs`; did you mean `constraints`?',
  ])
  expect(
    rubric(
      'test: { section: model-path, against: [evaluation, operations] }',
      'test: { section: model, against: [evaluations, prompt] }',
    ),
  ).toEqual([
    '115:22-115:27 «model» Unexpected section `model`, expected `constraints`, `model-path`, `evaluation`, `operations` or `tradeoffs`',
    '115:39-115:50 «evaluations» Unexpected section `evaluations`, expected `constraints`, `model-path`, `evaluation`, `operations` or `tradeoffs`; did you mean `evaluation`?',
    '115:52-115:58 «prompt» Unexpected section `prompt`, expected `constraints`, `model-path`, `evaluation`, `operations` or `tradeoffs`',
  ])
})

test('patterns that can’t be read', () => {
  expect(rubric('  out: not |', '  out: not | <sometime> |')).toEqual([
    '41:8-41:81 «not | <sometime> | never | stay* | off …» Unexpected pattern: it has the class `<sometime>`; there are <time>, <delay>, <date>, <money>, <ratio>, <factor>, <size>, <count>, <number>, <value>, <any>, <past>, <told>, <does>, <verb>, <wish>, <word>, <version>, <more>, <name>, <not>, <denied>, <first>, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
  expect(rubric('  out: not |', '  out: not | $nothing |')).toEqual([
    '41:8-41:79 «not | $nothing | never | stay* | off | …» Unexpected pattern: it has the list `$nothing`, which is not declared, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
  expect(rubric('  out: not |', '  out: not | $constructor |')).toEqual([
    '41:8-41:83 «not | $constructor | never | stay* | of…» Unexpected pattern: it has the list `$constructor`, which is not declared, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
  expect(rubric('  out: not |', '  out: not | |')).toEqual([
    '41:8-41:70 «not | | never | stay* | off | out | exc…» Unexpected pattern: it has an empty alternative in “| never”, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
  expect(rubric('  out: not |', '  out: not | a .. |')).toEqual([
    '41:8-41:75 «not | a .. | never | stay* | off | out …» Unexpected pattern: it has an empty alternative in “a ..”, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
  expect(loop('reason: because |', 'reason: because | $nothing |')).toEqual([
    '72:13-72:173 «because | $nothing | since | so that | …» Unexpected pattern: it has the list `$nothing`, which is not declared, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
})

test('a list that contains itself', () => {
  expect(rubric('  out: not |', '  out: not | $out |')).toEqual([
    '41:8-41:75 «not | $out | never | stay* | off | out …» Unexpected pattern: it has the list `$out`, which contains itself, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
  expect(rubric('  out: not |', '  one: a | $two\n  two: b | $one\n  out: not |')).toEqual([
    '41:8-41:16 «a | $two» Unexpected pattern: it has the list `$two`, which contains itself, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
    '42:8-42:16 «b | $one» Unexpected pattern: it has the list `$one`, which contains itself, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
})

test('nothing is concluded about one document from errors in the other', () => {
  expect(report({ [paths.loop]: edit(valid.loop, 'minutes: 10', 'minutes: ten') }, 'definitions')).toEqual([])
  expect(
    report({ [paths.rubric]: edit(valid.rubric, 'evidenceWords: 4', 'evidenceWords: four') }, 'definitions'),
  ).toEqual([])
})

const cue =
  '    cue:\n      need:\n        - { say: words about it, any: because | $out }\n      sections: [operations]\n'
const withCue = (text: string): string[] =>
  rubric('    sections: [constraints]\n', `    sections: [constraints]\n${text}`)

test('cues of criteria and mentions of points', () => {
  expect(withCue(cue)).toEqual([])
  expect(withCue(edit(cue, '$out', '$nothing'))).toEqual([
    '50:39-50:57 «because | $nothing» Unexpected pattern: it has the list `$nothing`, which is not declared, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
  expect(withCue(edit(cue, '[operations]', '[operation]'))).toEqual([
    '51:18-51:27 «operation» Unexpected section `operation`, expected `constraints`, `model-path`, `evaluation`, `operations` or `tradeoffs`; did you mean `operations`?',
  ])
  const mention = (text: string): string[] =>
    loop('    leastComponents: 1\n', `    leastComponents: 1\n    mentions: { ${text} }\n`)
  expect(mention('latency: p95')).toEqual([
    '59:26-59:29 «p95» Unexpected mention of the point `latency`, expected none, as there are none',
  ])
  const operations = (text: string): string[] =>
    loop('  - id: operations\n', `  - id: operations\n    mentions: { ${text} }\n`)
  expect(operations('rollback: roll* .. back | $out')).toEqual([])
  expect(operations('rolback: roll* .. back')).toEqual([
    '65:26-65:39 «roll* .. back» Unexpected mention of the point `rolback`, expected `deployment`, `ci-cd`, `monitoring`, `alerts`, `rollback`, `incident-ownership`, `failure-modes`, `learning`, `first-hour` or `mitigation`; did you mean `rollback`?',
  ])
  expect(operations('rollback: roll* .. back | $nothing')).toEqual([
    '65:27-65:51 «roll* .. back | $nothing» Unexpected pattern: it has the list `$nothing`, which is not declared, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
})

test('components and parts stand once', () => {
  expect(loop('  - { id: codec, names: [codec] }', '  - { id: tts, names: [codec] }')).toEqual([
    '80:11-80:14 «tts» Unexpected second `tts` in `components`, expected each id once',
  ])
  expect(
    report(
      { [paths.loop]: valid.loop.replace('- { id: red-flags, items: 3 }', '- { id: prompt }') },
      'definitions',
    ),
  ).toEqual(['18:15-18:21 «prompt» Unexpected second `prompt` in `kinds.round.parts`, expected each id once'])
})

test('their text is linted like any other', () => {
  expect(
    report({
      [paths.loop]: edit(
        valid.loop,
        '# Practice loop\n',
        '# Practice loop\n\nTODO <b>more</b> [here](http://a.example) {{ x }}\n',
      ),
    }),
  ).toEqual([
    '94:1-94:5 «TODO» placeholder: Unexpected placeholder `TODO`, expected the text itself',
    '94:6-94:9 «<b>» plain-markdown: Unexpected HTML `<b>`, expected plain Markdown',
    '94:13-94:17 «</b>» plain-markdown: Unexpected HTML `</b>`, expected plain Markdown',
    '94:18-94:42 «[here](http://a.example)» links: Unexpected scheme `http:` of the address `http://a.example`, expected `https://…`',
    '94:43-94:45 «{{» plain-markdown: Unexpected template syntax `{{`, expected text that no template engine reads',
  ])
})

test('criteria, minutes and the score hold together', () => {
  expect(loop('criteria: { least: 1, most: 6 }', 'criteria: { least: 7, most: 6 }')).toEqual([
    '39:15-39:36 «{ least: 7, most: 6 }» Unexpected least number 7 of criteria above the most, 6, expected the smaller one first',
  ])
  expect(
    loop('    minutes: 5\n    criteria', '    criteria').map((line) => line.replace(/^[^ ]+ «.*?» /, '')),
  ).toEqual([
    'Unexpected kind `question` in prose without minutes, expected `minutes`: how long an answer takes',
  ])
  expect(loop('answerWords: 1100\n', 'answerWords: 1100\n    minutes: 25\n')).toEqual([
    '12:14-12:16 «25» Unexpected minutes of `round`, expected none: they are the sum of the phases',
  ])
  expect(rubric('general: 30', 'general: 31')).toEqual([
    '4:8-4:49 «{ criteria: 70, general: 31, redFlag: 5…» Unexpected score of at most 101, expected `criteria` and `general` to sum to 100',
  ])
})

test('the kinds are fixed: all three, and no other', () => {
  const loop = (from: RegExp | string, to: string): string[] =>
    report({ [paths.loop]: valid.loop.replace(from, to) }, 'schema')
  expect(loop(/ {2}incident:\n {4}answer[\s\S]*?(?= {2}question:)/, '')).toEqual([
    expect.stringMatching(/ Unexpected missing key `incident` in `kinds`, expected a line `incident: …`$/),
  ])
  expect(loop('  question:\n', '  kata:\n')).toEqual([
    expect.stringMatching(
      /«kata» Unexpected key `kata`, expected `round`, `incident` or `question`; did you mean `question`\?$/,
    ),
  ])
})
