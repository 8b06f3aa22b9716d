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
    '46:9-46:19 «evaluation» Unexpected id `evaluation` without a heading, expected a heading `### Evaluation` with a paragraph in this file',
  ])
  expect(loop('### Failure modes\n', '### Failures\n')).toEqual([
    '5:11-5:24 «failure-modes» Unexpected id `failure-modes` without a heading, expected a heading `### Failure modes` with a paragraph in this file',
  ])
  expect(rubric('### Rollback path\n', '### Rollback\n')).toEqual([
    '77:9-77:22 «rollback-path» Unexpected id `rollback-path` without a heading, expected a heading `### Rollback path` with a paragraph in this file',
  ])
  expect(rubric('  - id: average-hides-the-slice\n', '  - id: average-hides-it\n')).toEqual([
    '114:9-114:25 «average-hides-it» Unexpected id `average-hides-it` without a heading, expected a heading `### Average hides it` with a paragraph in this file',
  ])
  expect(rubric('  - id: numbers-without-conditions\n', '  - id: average-hides-the-slice\n')).toEqual([
    '115:9-115:32 «average-hides-the-slice» Unexpected second `average-hides-the-slice` in `redFlags`, expected each id once',
  ])
  expect(loop('{ id: design, minutes: 10 }', '{ id: assumptions, minutes: 10 }')).toEqual([
    '4:11-4:22 «assumptions» Unexpected second `assumptions` in `phases`, expected each id once',
    '44:12-44:18 «design» Unexpected phase `design`, expected `assumptions`, `failure-modes` or `metrics-and-rollout`',
    '57:12-57:18 «design» Unexpected phase `design`, expected `assumptions`, `failure-modes` or `metrics-and-rollout`',
  ])
})

test('a heading without a paragraph', () => {
  expect(
    rubric(
      'One number for all users decides the launch, and nobody has asked who pays for the average: the accent with few speakers, the noisy device, the tenant with unusual names.\n',
      '',
    ),
  ).toEqual([
    '114:9-114:32 «average-hides-the-slice» Unexpected empty section under the heading of `average-hides-the-slice`, expected a paragraph',
  ])
})

test('points without a bullet', () => {
  expect(loop('- **Quality:** what is good enough', '- **Qualities:** what is good enough')).toEqual([
    '41:24-41:31 «quality» Unexpected point `quality` without a bullet, expected `- **Quality:** what to write` under the heading of `constraints`',
    '42:27-42:34 «quality» Unexpected point `quality` without a bullet, expected `- **Quality:** what to write` under the heading of `constraints`',
  ])
  expect(
    loop('online-slos, human-review, regression-budgets]', 'online-slos, human-reviews, regression-budgets]'),
  ).toEqual([
    '49:44-49:57 «human-reviews» Unexpected point `human-reviews` without a bullet, expected `- **Human reviews:** what to write` under the heading of `evaluation`',
  ])
})

test('phases', () => {
  expect(
    loop('  - id: evaluation\n    phase: metrics-and-rollout\n', '  - id: evaluation\n    phase: metrics\n'),
  ).toEqual([
    '6:11-6:30 «metrics-and-rollout» Unexpected phase `metrics-and-rollout` without a section, expected one with `phase: metrics-and-rollout`',
    '47:12-47:19 «metrics» Unexpected phase `metrics`, expected `assumptions`, `design`, `failure-modes` or `metrics-and-rollout`',
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
    '13:7-17:53 «- { id: task }⏎      - { id: answer }⏎ …» Unexpected kind without the part `prompt`, expected `- { id: prompt }`',
  ])
})

test('weights sum to 100', () => {
  expect(report({ [paths.rubric]: valid.rubric.replace('weight: 15', 'weight: 16') }, 'definitions')).toEqual(
    [
      '42:3-109:107 «- id: explicit-assumptions⏎    weight: …» Unexpected weights that sum to 101, expected 100',
    ],
  )
})

test('a criterion may be earned in sections that exist', () => {
  expect(rubric('    sections: [constraints]\n', '    sections: [constraint]\n')).toEqual([
    '45:16-45:26 «constraint» Unexpected section `constraint`, expected `constraints`, `model-path`, `evaluation`, `operations` or `tradeoffs`; did you mean `constraints`?',
  ])
  expect(
    rubric(
      'test: { section: model-path, against: [evaluation, operations] }',
      'test: { section: model, against: [evaluations, prompt] }',
    ),
  ).toEqual([
    '113:22-113:27 «model» Unexpected section `model`, expected `constraints`, `model-path`, `evaluation`, `operations` or `tradeoffs`',
    '113:39-113:50 «evaluations» Unexpected section `evaluations`, expected `constraints`, `model-path`, `evaluation`, `operations` or `tradeoffs`; did you mean `evaluation`?',
    '113:52-113:58 «prompt» Unexpected section `prompt`, expected `constraints`, `model-path`, `evaluation`, `operations` or `tradeoffs`',
  ])
})

test('patterns that can’t be read', () => {
  expect(rubric('  out: not |', '  out: not | <sometime> |')).toEqual([
    '39:8-39:81 «not | <sometime> | never | stay* | off …» Unexpected pattern: it has the class `<sometime>`; there are <time>, <delay>, <date>, <money>, <ratio>, <factor>, <size>, <count>, <number>, <value>, <any>, <past>, <told>, <word>, <version>, <more>, <name>, <not>, <denied>, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
  expect(rubric('  out: not |', '  out: not | $nothing |')).toEqual([
    '39:8-39:79 «not | $nothing | never | stay* | off | …» Unexpected pattern: it has the list `$nothing`, which is not declared, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
  expect(rubric('  out: not |', '  out: not | $constructor |')).toEqual([
    '39:8-39:83 «not | $constructor | never | stay* | of…» Unexpected pattern: it has the list `$constructor`, which is not declared, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
  expect(rubric('  out: not |', '  out: not | |')).toEqual([
    '39:8-39:70 «not | | never | stay* | off | out | exc…» Unexpected pattern: it has an empty alternative in “| never”, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
  expect(rubric('  out: not |', '  out: not | a .. |')).toEqual([
    '39:8-39:75 «not | a .. | never | stay* | off | out …» Unexpected pattern: it has an empty alternative in “a ..”, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
  expect(loop('reason: because |', 'reason: because | $nothing |')).toEqual([
    '59:13-59:173 «because | $nothing | since | so that | …» Unexpected pattern: it has the list `$nothing`, which is not declared, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
})

test('a list that contains itself', () => {
  expect(rubric('  out: not |', '  out: not | $out |')).toEqual([
    '39:8-39:75 «not | $out | never | stay* | off | out …» Unexpected pattern: it has the list `$out`, which contains itself, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
  expect(rubric('  out: not |', '  one: a | $two\n  two: b | $one\n  out: not |')).toEqual([
    '39:8-39:16 «a | $two» Unexpected pattern: it has the list `$two`, which contains itself, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
    '40:8-40:16 «b | $one» Unexpected pattern: it has the list `$one`, which contains itself, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
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
    '48:39-48:57 «because | $nothing» Unexpected pattern: it has the list `$nothing`, which is not declared, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
  expect(withCue(edit(cue, '[operations]', '[operation]'))).toEqual([
    '49:18-49:27 «operation» Unexpected section `operation`, expected `constraints`, `model-path`, `evaluation`, `operations` or `tradeoffs`; did you mean `operations`?',
  ])
  const mention = (text: string): string[] =>
    loop('    leastComponents: 1\n', `    leastComponents: 1\n    mentions: { ${text} }\n`)
  expect(mention('latency: p95')).toEqual([
    '46:26-46:29 «p95» Unexpected mention of the point `latency`, expected none, as there are none',
  ])
  const operations = (text: string): string[] =>
    loop('  - id: operations\n', `  - id: operations\n    mentions: { ${text} }\n`)
  expect(operations('rollback: roll* .. back | $out')).toEqual([])
  expect(operations('rolback: roll* .. back')).toEqual([
    '52:26-52:39 «roll* .. back» Unexpected mention of the point `rolback`, expected `deployment`, `ci-cd`, `monitoring`, `alerts`, `rollback`, `incident-ownership`, `failure-modes`, `learning`, `first-hour` or `mitigation`; did you mean `rollback`?',
  ])
  expect(operations('rollback: roll* .. back | $nothing')).toEqual([
    '52:27-52:51 «roll* .. back | $nothing» Unexpected pattern: it has the list `$nothing`, which is not declared, expected words, `$lists` and `<amounts>` joined by ` | `, ` & ` and ` .. `',
  ])
})

test('components and parts stand once', () => {
  expect(loop('  - { id: codec, names: [codec] }', '  - { id: tts, names: [codec] }')).toEqual([
    '67:11-67:14 «tts» Unexpected second `tts` in `components`, expected each id once',
  ])
  expect(
    report(
      { [paths.loop]: valid.loop.replace('- { id: red-flags, items: 3 }', '- { id: prompt }') },
      'definitions',
    ),
  ).toEqual(['15:15-15:21 «prompt» Unexpected second `prompt` in `kinds.round.parts`, expected each id once'])
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
    '79:1-79:5 «TODO» placeholder: Unexpected placeholder `TODO`, expected the text itself',
    '79:6-79:9 «<b>» plain-markdown: Unexpected HTML `<b>`, expected plain Markdown',
    '79:13-79:17 «</b>» plain-markdown: Unexpected HTML `</b>`, expected plain Markdown',
    '79:18-79:42 «[here](http://a.example)» links: Unexpected scheme `http:` of the address `http://a.example`, expected `https://…`',
    '79:43-79:45 «{{» plain-markdown: Unexpected template syntax `{{`, expected text that no template engine reads',
  ])
})
