import { expect, test } from 'vitest'
import { applyEdits } from '../../src/text/apply-edits.ts'
import { edit, findings, paths, valid } from '../support/corpus.ts'
import { ofQuestion, ofRound, report } from '../support/found.ts'

const round = (from: string, to: string): string[] => ofRound(edit(valid.round, from, to), 'schema')
const exceptions = (lines: string): string[] =>
  round('topics: [asr]\n', `topics: [asr]\nexceptions:\n${lines}\n`)

test('a missing key stands where it should be inserted: before the closing fence', () => {
  expect(round('id: voice-note-search\n', '')).toEqual([
    '7:1-7:1 «» Unexpected missing key `id`, expected a line `id: …`',
  ])
  expect(round('difficulty: core\n', '')).toEqual([
    '7:1-7:1 «» Unexpected missing key `difficulty`, expected a line `difficulty: …` with `core`, `advanced` or `expert`',
  ])
  expect(round('id: voice-note-search\nkind: round\norder: 1\ndifficulty: core\n', '')).toEqual([
    '4:1-4:1 «» Unexpected missing key `difficulty`, expected a line `difficulty: …` with `core`, `advanced` or `expert`',
    '4:1-4:1 «» Unexpected missing key `id`, expected a line `id: …`',
    '4:1-4:1 «» Unexpected missing key `kind`, expected a line `kind: …` with `round`, `incident` or `question`',
  ])
})

test('empty front matter misses everything', () => {
  expect(ofRound('---\n---\n\n# T\n', 'schema')).toEqual([
    '1:1-2:1 «---⏎» Unexpected empty value of the front matter, expected keys with values',
  ])
  expect(ofRound('---\n# nothing\n---\n\n# T\n', 'schema')).toEqual([
    '1:1-3:1 «---⏎# nothing⏎» Unexpected empty value of the front matter, expected keys with values',
  ])
  expect(ofRound('---\njust text\n---\n\n# T\n', 'schema')).toEqual([
    '2:1-2:10 «just text» Unexpected value `just text` of the front matter, expected keys with values',
  ])
  expect(ofRound('---\n- a\n---\n\n# T\n', 'schema')).toEqual([
    '2:1-2:4 «- a» Unexpected value of the front matter, expected keys with values',
  ])
})

test('an unknown key stands on the key, with the key that was probably meant', () => {
  expect(round('topics: [asr]\n', 'topics: [asr]\ntopic: [asr]\n')).toEqual([
    '8:1-8:6 «topic» Unexpected key `topic`, expected `id`, `kind`, `order`, `difficulty`, `categories`, `topics`, `components`, `status` or `exceptions`; did you mean `topics`?',
  ])
  expect(round('difficulty: core\n', 'difficulty: core\nstaus: draft\n')).toEqual([
    '6:1-6:6 «staus» Unexpected key `staus`, expected `id`, `kind`, `order`, `difficulty`, `categories`, `topics`, `components`, `status` or `exceptions`; did you mean `status`?',
  ])
  expect(round('difficulty: core\n', 'difficulty: core\nminutes: 25\n')).toEqual([
    '6:1-6:8 «minutes» Unexpected key `minutes`, expected `id`, `kind`, `order`, `difficulty`, `categories`, `topics`, `components`, `status` or `exceptions`',
  ])
  expect(round('difficulty: core\n', 'difficulty: core\n1: a\n')).toEqual([
    '6:1-6:2 «1» Unexpected key `1`, expected `id`, `kind`, `order`, `difficulty`, `categories`, `topics`, `components`, `status` or `exceptions`',
  ])
})

test('a value outside its list stands on the value', () => {
  expect(round('kind: round', 'kind: rounds')).toEqual([
    '3:7-3:13 «rounds» Unexpected value `rounds` of `kind`, expected `round`, `incident` or `question`; did you mean `round`?',
  ])
  expect(round('difficulty: core', 'difficulty: Core')).toEqual([
    '5:13-5:17 «Core» Unexpected value `Core` of `difficulty`, expected `core`, `advanced` or `expert`; did you mean `core`?',
  ])
  expect(round('difficulty: core', 'difficulty: hard')).toEqual([
    '5:13-5:17 «hard» Unexpected value `hard` of `difficulty`, expected `core`, `advanced` or `expert`',
  ])
  expect(round('difficulty: core', 'difficulty:')).toEqual([
    '5:12-5:12 «» Unexpected empty value of `difficulty`, expected `core`, `advanced` or `expert`',
  ])
  expect(round('difficulty: core', 'difficulty: 3')).toEqual([
    '5:13-5:14 «3» Unexpected value `3` of `difficulty`, expected `core`, `advanced` or `expert`',
  ])
  expect(round('[system-design]', '[system-design, sytem-design]')).toEqual([
    '6:29-6:41 «sytem-design» Unexpected value `sytem-design` of `categories.1`, expected `fundamentals`, `system-design`, `serving`, `mlops`, `debugging`, `evaluation` or `speech`; did you mean `system-design`?',
  ])
  expect(round('difficulty: core', 'difficulty: core\nstatus: published')).toEqual([
    '6:9-6:18 «published» Unexpected value `published` of `status`, expected `draft`, `stable` or `deprecated`',
  ])
})

test.each([
  [
    'difficulty: >\n  core',
    '5:13-6:7 «>⏎  core» Unexpected value `core` of `difficulty` with a line break at its end, expected `core` alone',
  ],
  [
    'difficulty: "core "',
    '5:13-5:20 «"core "» Unexpected value `core` of `difficulty` with a blank beside it, expected `core` alone',
  ],
  [
    'difficulty: core\u00a0',
    '5:13-5:18 «core\u00a0» Unexpected value `core` of `difficulty` with the character U+00A0 in it, expected `core` alone',
  ],
  [
    'difficulty: c\u043ere',
    '5:13-5:17 «c\u043ere» Unexpected value `c\u043ere` of `difficulty` with U+043E in place of `o`, expected `core` alone',
  ],
])('what is hidden in a value is told: %j', (line, message) => {
  const text = edit(valid.round, 'difficulty: core', line)
  expect(ofRound(text, 'schema')).toEqual([message])
  const [found] = findings({ [paths.round]: text }, 'schema')
  expect(applyEdits(text, found?.fix ?? [])).toBe(valid.round)
})

test('what is hidden in a name is told where its form is', () => {
  expect(round('topics: [asr]', 'topics: ["asr\\n"]')).toEqual([
    expect.stringMatching(
      /^7:10-7:17 .* Unexpected value `asr` with a line break at its end of `topics.0`, expected /,
    ),
  ])
})

test('a value of the wrong type', () => {
  expect(round('id: voice-note-search', 'id: 12')).toEqual([
    '2:5-2:7 «12» Unexpected value `12` of `id`, expected text',
  ])
  expect(round('id: voice-note-search', 'id: {a: b}')).toEqual([
    '2:5-2:11 «{a: b}» Unexpected value of `id`, expected text',
  ])
  expect(round('order: 1', 'order: "1"')).toEqual([
    '4:8-4:11 «"1"» Unexpected value `1` of `order`, expected a whole number',
  ])
  expect(round('order: 1', 'order: 1.5')).toEqual([
    '4:8-4:11 «1.5» Unexpected value `1.5` of `order`, expected a whole number',
  ])
  expect(round('order: 1', 'order: true')).toEqual([
    '4:8-4:12 «true» Unexpected value `true` of `order`, expected a whole number',
  ])
  expect(round('topics: [asr]', 'topics: asr')).toEqual([
    '7:9-7:12 «asr» Unexpected value `asr` of `topics`, expected a list (`[a, b]`)',
  ])
  expect(round('topics: [asr]', 'topics: [[asr]]')).toEqual([
    '7:10-7:15 «[asr]» Unexpected value of `topics.0`, expected text',
  ])
  expect(round('topics: [asr]', 'topics: [asr, 5]')).toEqual([
    '7:15-7:16 «5» Unexpected value `5` of `topics.1`, expected text',
  ])
  expect(round('topics: [asr]', 'topics: [asr, ]\nexceptions: none')).toEqual([
    '8:13-8:17 «none» Unexpected value `none` of `exceptions`, expected a list (`[a, b]`)',
  ])
})

test('a value out of its limits', () => {
  expect(round('order: 1', 'order: 0')).toEqual([
    '4:8-4:9 «0» Unexpected value `0` of `order`, expected at least 1',
  ])
  expect(round('order: 1', 'order: 10000')).toEqual([
    '4:8-4:13 «10000» Unexpected value `10000` of `order`, expected at most 9999',
  ])
  expect(round('[asr]', '[]')).toEqual([
    '7:9-7:11 «[]» Unexpected value of `topics`, expected at least 1 item',
  ])
  expect(round('[asr]', '[a, b, c, d, e, f, g, h, i]')).toEqual([
    '7:9-7:36 «[a, b, c, d, e, f, g, h, i]» Unexpected value of `topics`, expected at most 8 items',
  ])
  expect(round('[system-design]', '[speech, mlops, serving, evaluation]')).toEqual([
    '6:13-6:49 «[speech, mlops, serving, evaluation]» Unexpected value of `categories`, expected at most 3 items',
  ])
  expect(round('id: voice-note-search', 'id: ab')).toEqual([
    '2:5-2:7 «ab» Unexpected value `ab` of `id`, expected at least 3 characters',
  ])
  expect(round('id: voice-note-search', `id: a${'b'.repeat(64)}`)).toEqual([
    '2:5-2:70 «abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…» Unexpected value `abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…` of `id`, expected at most 64 characters',
  ])
  expect(round('[asr]', `[${'b'.repeat(49)}]`)).toEqual([
    '7:10-7:59 «bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…» Unexpected value `bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb` of `topics.0`, expected at most 48 characters',
  ])
})

test('a pattern', () => {
  expect(round('id: voice-note-search', 'id: Voice-Note')).toEqual([
    '2:5-2:15 «Voice-Note» Unexpected value `Voice-Note` of `id`, expected words of lower-case letters and digits joined by hyphens, beginning with a letter (`partial-churn`)',
  ])
  expect(round('id: voice-note-search', 'id: voice--note')).toEqual([
    '2:5-2:16 «voice--note» Unexpected value `voice--note` of `id`, expected words of lower-case letters and digits joined by hyphens, beginning with a letter (`partial-churn`)',
  ])
  expect(round('id: voice-note-search', 'id: 2-voice')).toEqual([
    '2:5-2:12 «2-voice» Unexpected value `2-voice` of `id`, expected words of lower-case letters and digits joined by hyphens, beginning with a letter (`partial-churn`)',
  ])
  expect(round('id: voice-note-search', 'id: ../voice')).toEqual([
    '2:5-2:13 «../voice» Unexpected value `../voice` of `id`, expected words of lower-case letters and digits joined by hyphens, beginning with a letter (`partial-churn`)',
  ])
  expect(round('[asr]', '[Speech Recognition]')).toEqual([
    '7:10-7:28 «Speech Recognition» Unexpected value `Speech Recognition` of `topics.0`, expected words of lower-case letters and digits joined by hyphens (`streaming-asr`)',
  ])
})

test.each(['con', 'constructor', 'prototype', 'then', 'index', 'lpt9', 'null', 'true', 'class'])(
  'the id “%s” is reserved',
  (id) => {
    const quoted = `"${id}"`
    expect(round('id: voice-note-search', `id: ${quoted}`)).toEqual([
      `2:5-2:${5 + quoted.length} «${quoted}» Unexpected reserved name \`${id}\`, expected a name that no file system or language uses`,
    ])
  },
)

test('repeated items', () => {
  expect(round('[asr]', '[asr, tts, asr]')).toEqual([
    '7:20-7:23 «asr» Unexpected repeated value in `topics`, expected each value once',
  ])
  expect(round('[system-design]', '[speech, speech]')).toEqual([
    '6:22-6:28 «speech» Unexpected repeated value in `categories`, expected each value once',
  ])
})

test('nested exceptions', () => {
  expect(exceptions('  - reason: too short')).toEqual([
    '10:1-10:1 «» Unexpected missing key `rule` in `exceptions.0`, expected a line `rule: …`',
  ])
  expect(exceptions('  - { rule: rubric-evidence, reason: it is right }')).toEqual([
    '9:49-9:49 «» Unexpected missing key `phrase` in `exceptions.0`, expected a line `phrase: …`',
  ])
  expect(exceptions('  - { rule: answer-length, phrase: too long, reason: it is right }')).toEqual([
    '9:28-9:34 «phrase» Unexpected key `phrase` in `exceptions.0`, expected it only with `rubric-evidence`',
  ])
  expect(exceptions('  - { rule: answer-length, why: it is long }')).toEqual([
    '9:28-9:31 «why» Unexpected key `why`, expected `rule`, `phrase` or `reason`',
  ])
  expect(exceptions('  - { rule: 5, reason: a }')).toEqual([
    '9:13-9:14 «5» Unexpected value `5` of `exceptions.0.rule`, expected text',
  ])
  expect(exceptions('  - answer-length')).toEqual([
    '9:5-9:18 «answer-length» Unexpected value `answer-length` of `exceptions.0`, expected keys with values',
  ])
  expect(exceptions('  - rule:\n    reason: a')).toEqual([
    '9:10-9:10 «» Unexpected empty value of `exceptions.0.rule`, expected text',
  ])
  expect(exceptions(Array.from({ length: 9 }, () => '  - rule: answer-length').join('\n'))).toEqual([
    '9:3-17:24 «- rule: answer-length⏎  - rule: answer-…» Unexpected value of `exceptions`, expected at most 8 items',
  ])
})

test('every finding of one front matter is reported at once', () => {
  expect(ofQuestion('---\nid: A\nkind: qestion\ntopics: [A, B]\nextra: 1\n---\n\n# T\n', 'schema')).toEqual([
    '2:5-2:6 «A» Unexpected value `A` of `id`, expected at least 3 characters',
    '2:5-2:6 «A» Unexpected value `A` of `id`, expected words of lower-case letters and digits joined by hyphens, beginning with a letter (`partial-churn`)',
    '3:7-3:14 «qestion» Unexpected value `qestion` of `kind`, expected `round`, `incident` or `question`; did you mean `question`?',
    '4:10-4:11 «A» Unexpected value `A` of `topics.0`, expected words of lower-case letters and digits joined by hyphens (`streaming-asr`)',
    '4:13-4:14 «B» Unexpected value `B` of `topics.1`, expected words of lower-case letters and digits joined by hyphens (`streaming-asr`)',
    '5:1-5:6 «extra» Unexpected key `extra`, expected `id`, `kind`, `order`, `difficulty`, `categories`, `topics`, `components`, `status` or `exceptions`',
    '6:1-6:1 «» Unexpected missing key `categories`, expected a line `categories: …`',
    '6:1-6:1 «» Unexpected missing key `difficulty`, expected a line `difficulty: …` with `core`, `advanced` or `expert`',
  ])
})

test('positions in CRLF files and behind a byte order mark', () => {
  expect(
    ofRound(edit(valid.round, 'difficulty: core', 'difficulty: hard').replaceAll('\n', '\r\n'), 'schema'),
  ).toEqual([
    '5:13-5:17 «hard» Unexpected value `hard` of `difficulty`, expected `core`, `advanced` or `expert`',
  ])
  expect(ofRound(`\ufeff${edit(valid.round, 'difficulty: core', 'difficulty: hard')}`, 'schema')).toEqual([
    '5:13-5:17 «hard» Unexpected value `hard` of `difficulty`, expected `core`, `advanced` or `expert`',
  ])
  expect(ofRound(edit(valid.round, 'difficulty: core\n', '').replaceAll('\n', '\r\n'), 'schema')).toEqual([
    '7:1-7:1 «» Unexpected missing key `difficulty`, expected a line `difficulty: …` with `core`, `advanced` or `expert`',
  ])
})

test('keys of JavaScript objects are no keys of ours', () => {
  expect(round('difficulty: core\n', 'difficulty: core\ntoString: 1\nhasOwnProperty: 2\n')).toEqual([
    '6:1-6:9 «toString» Unexpected key `toString`, expected `id`, `kind`, `order`, `difficulty`, `categories`, `topics`, `components`, `status` or `exceptions`',
    '7:1-7:15 «hasOwnProperty» Unexpected key `hasOwnProperty`, expected `id`, `kind`, `order`, `difficulty`, `categories`, `topics`, `components`, `status` or `exceptions`',
  ])
})

test('definition documents and redirects have schemas too', () => {
  expect(report({ [paths.loop]: edit(valid.loop, 'minutes: 10', 'minutes: ten') }, 'schema')).toEqual([
    '4:28-4:31 «ten» Unexpected value `ten` of `phases.1.minutes`, expected a whole number',
  ])
  expect(report({ [paths.loop]: edit(valid.loop, '  pointWords: 5\n', '') }, 'schema')).toEqual([
    '87:1-87:1 «» Unexpected missing key `pointWords` in `limits`, expected a line `pointWords: …`',
  ])
  expect(
    report(
      { [paths.loop]: edit(valid.loop, '  - id: tradeoffs\n    phase: design\n', '  - id: tradeoffs\n') },
      'schema',
    ),
  ).toEqual(['72:1-72:1 «» Unexpected missing key `phase` in `sections.4`, expected a line `phase: …`'])
  expect(report({ [paths.rubric]: edit(valid.rubric, '  we: we |', '  We2: we |') }, 'schema')).toEqual([
    '13:3-13:6 «We2» Unexpected name `We2` in `lists`, expected one word of lower-case letters',
  ])
  expect(
    report(
      {
        [paths.redirects]:
          'renamed:\n  old-name: X\nretried:\n  old-two: because it was wrong\nsplit:\n  old-three: { ids: [a-b] }\n',
      },
      'schema',
    ),
  ).toEqual([
    '2:13-2:14 «X» Unexpected value `X` of `renamed.old-name`, expected at least 3 characters',
    '2:13-2:14 «X» Unexpected value `X` of `renamed.old-name`, expected words of lower-case letters and digits joined by hyphens, beginning with a letter (`partial-churn`)',
    '3:1-3:8 «retried» Unexpected key `retried`, expected `renamed`, `split`, `retired` or `criteria`; did you mean `retired`?',
    '6:21-6:26 «[a-b]» Unexpected value of `split.old-three.ids`, expected at least 2 items',
    '6:26-6:26 «» Unexpected missing key `reason` in `split.old-three`, expected a line `reason: …`',
  ])
  expect(
    report(
      { [paths.redirects]: 'retired:\n  old-name: short\n  Old Name: gone because it was wrong\n' },
      'schema',
    ),
  ).toEqual([
    '2:13-2:18 «short» Unexpected value `short` of `retired.old-name`, expected at least 10 characters',
    '3:3-3:11 «Old Name» Unexpected name `Old Name` in `retired`, expected words of lower-case letters and digits joined by hyphens, beginning with a letter (`partial-churn`)',
  ])
})

const fixesOf = (text: string): unknown[] =>
  findings({ [paths.round]: text }).map(({ rule, line, column, fix }) => [rule, line, column, fix?.[0]?.text])

test.each([
  ['a key in another case', 'topics: [asr]', 'Topics: [asr]', [7, 1, 'topics']],
  ['a key without a letter', 'topics: [asr]', 'topcs: [asr]', [7, 1, 'topics']],
  ['a key with two letters swapped', 'kind: round', 'knid: round', [3, 1, 'kind']],
  ['a key in the singular', 'categories: [', 'category: [', [6, 1, 'categories']],
  ['a key that may be left out', 'order: 1', 'ordre: 1', [4, 1, 'order']],
  ['a key in quotes', 'topics: [asr]', '"Topics": [asr]', [7, 1, 'topics']],
  ['a value in another case', 'kind: round', 'kind: ROUND', [3, 7, 'round']],
  ['a value with two letters swapped', 'difficulty: core', 'difficulty: expret', [5, 13, 'expert']],
  ['a value in quotes', 'difficulty: core', "difficulty: 'Expert'", [5, 13, 'expert']],
  ['a value of a list', '[system-design]', '[speech, System Design]', [6, 22, 'system-design']],
  ['a value in the singular', '[system-design]', '[mlop]', [6, 14, 'mlops']],
  ['an id in another case', 'id: voice-note-search', 'id: Voice_Note_Search', [2, 5, 'voice-note-search']],
  ['a topic with a blank', '[asr]', '[asr, Code switching]', [7, 15, 'code-switching']],
])('%s is one finding with a fix', (_, right, wrong, [line, column, by]) => {
  expect(fixesOf(edit(valid.round, right, wrong))).toEqual([['schema', line, column, by]])
})

test.each([
  ['another word of English', 'difficulty: core', 'difficulty: score', [[5, 13]]],
  ['a key that is another word', 'kind: round', 'king: round', [[3, 1]]],
  ['a key that is there already', 'kind: round', 'kind: round\nKind: round', [[4, 1]]],
  [
    'two keys for the same',
    'order: 1',
    'Order: 1\nordr: 2',
    [
      [4, 1],
      [5, 1],
    ],
  ],
  ['a value that stands beside it', '[system-design]', '[speech, Speech]', [[6, 22]]],
  [
    'two values for the same',
    '[system-design]',
    '[Speech, SPEECH]',
    [
      [6, 14],
      [6, 22],
    ],
  ],
  ['a topic whose signs would be lost', '[asr]', '[C++, asr]', [[7, 10]]],
  ['a value of no likeness', 'kind: round', 'kind: essay', [[3, 7]]],
])('%s has no fix', (_, right, wrong, places) => {
  const found = fixesOf(edit(valid.round, right, wrong)).filter((each) => (each as unknown[])[0] === 'schema')
  expect(found).toEqual(places.map((place) => ['schema', ...place, undefined]))
})

test('misspelt keys of samples, definition documents and redirects are fixed too', () => {
  const found = (files: Record<string, string>): unknown[] =>
    findings(files).flatMap(({ file, rule, fix }) => (rule === 'schema' ? [[file, fix?.[0]?.text]] : []))
  expect(found({ [paths.redirects]: 'Retired:\n  wake-word-basics: joined with another\n' })).toEqual([
    [paths.redirects, 'retired'],
  ])
  expect(found({ [paths.loop]: edit(valid.loop, 'vagueWords:', 'vaguewords:') })).toEqual([
    [paths.loop, 'vagueWords'],
  ])
  const sample =
    '---\ndrill: voice-note-search\nlevel: Strong\nform: typed\nsplti: tuned\nverdicts: { Index-Goes-Stale: Met }\n---\n\nAn answer.\n'
  expect(found({ 'drills/samples/voice-note-search/one.md': sample })).toEqual([
    ['drills/samples/voice-note-search/one.md', 'strong'],
    ['drills/samples/voice-note-search/one.md', 'split'],
    ['drills/samples/voice-note-search/one.md', 'index-goes-stale'],
    ['drills/samples/voice-note-search/one.md', 'met'],
  ])
})

test('a key inside a definition document is compared with those of its own object', () => {
  const found = (file: string, text: string, right: string, wrong: string): unknown[] =>
    findings({ [file]: edit(text, right, wrong) })
      .filter(({ rule }) => rule === 'schema')
      .map(({ message, fix }) => [message, fix?.[0]?.text])
  expect(found(paths.loop, valid.loop, '    leastComponents:', '    leastcomponents:')).toEqual([
    [
      'Unexpected key `leastcomponents`, expected `id`, `phase`, `points`, `mentions`, `least`, `leastComponents` or `reason`; did you mean `leastComponents`?',
      'leastComponents',
    ],
  ])
  expect(found(paths.loop, valid.loop, '{ id: tts, names:', '{ id: tts, nmaes:')).toEqual([
    ['Unexpected key `nmaes`, expected `id` or `names`; did you mean `names`?', 'names'],
  ])
  expect(
    found(
      paths.redirects,
      'split:\n  a-b: { Ids: [c, d], reason: two cases in one }\n',
      'two cases',
      'two ideas',
    ),
  ).toEqual([['Unexpected key `Ids`, expected `ids` or `reason`; did you mean `ids`?', 'ids']])
})
