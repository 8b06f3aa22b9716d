import { expect, test } from 'vitest'
import { edit, findings, paths, valid } from '../support/corpus.ts'
import { ofRound } from '../support/found.ts'

const reason = 'we gave it up because [streaming'
const round = (exceptions: string, text = valid.round): string[] =>
  ofRound(edit(text, 'order: 1\n', `exceptions:\n${exceptions}`))
const unreasoned = edit(valid.round, reason, 'we gave it up: [streaming')

test('an exception silences a heuristic rule in its drill', () => {
  expect(ofRound(unreasoned)).toHaveLength(1)
  expect(round('  - rule: tradeoff-reason\n    reason: the link says it\n', unreasoned)).toEqual([])
})

test('it silences that drill only', () => {
  const file = 'drills/rounds/zebra-counting.md'
  const other = edit(
    edit(unreasoned, 'id: voice-note-search', 'id: zebra-counting'),
    'order: 1\n',
    'order: 2\nexceptions: [{ rule: tradeoff-reason, reason: the link says it }]\n',
  )
  expect(
    findings({ [paths.round]: unreasoned, [file]: other }, 'tradeoff-reason').map((found) => found.file),
  ).toEqual([paths.round])
})

test('that silences nothing', () => {
  expect(round('  - rule: tradeoff-reason\n    reason: the link says it\n')).toEqual([
    '5:5-6:29 «rule: tradeoff-reason⏎    reason: the l…» unused-exception: Unexpected exception of `tradeoff-reason`, which silences nothing, expected no exception',
  ])
  expect(round('  - { rule: near-duplicate, reason: it is another one }\n')).toEqual([
    '5:5-5:56 «{ rule: near-duplicate, reason: it is a…» unused-exception: Unexpected exception of `near-duplicate`, which silences nothing, expected no exception',
  ])
})

test('of an unknown rule', () => {
  expect(round('  - { rule: tradeof-reason, reason: the link says it }\n', unreasoned)).toEqual([
    '5:5-5:55 «{ rule: tradeof-reason, reason: the lin…» unused-exception: Unexpected exception of the unknown rule `tradeof-reason`, expected `tradeoff-reason`, `model-dominates`, `rubric-evidence`, `vague-criterion`, `answer-length`, `arithmetic` or `near-duplicate`; did you mean `tradeoff-reason`?',
    '54:3-54:146 «**No live transcription:** we gave it u…» tradeoff-reason: Unexpected tradeoff `No live transcription` without a reason, expected why it was given up (“… because …”, “… so that …”)',
  ])
  expect(round('  - { rule: everything, reason: I know better }\n')).toEqual([
    '5:5-5:48 «{ rule: everything, reason: I know bett…» unused-exception: Unexpected exception of the unknown rule `everything`, expected `tradeoff-reason`, `model-dominates`, `rubric-evidence`, `vague-criterion`, `answer-length`, `arithmetic` or `near-duplicate`',
  ])
  expect(round('  - { rule: constructor, reason: I know better }\n')).toEqual([
    '5:5-5:49 «{ rule: constructor, reason: I know bet…» unused-exception: Unexpected exception of the unknown rule `constructor`, expected `tradeoff-reason`, `model-dominates`, `rubric-evidence`, `vague-criterion`, `answer-length`, `arithmetic` or `near-duplicate`',
  ])
})

test('of a rule that has none', () => {
  expect(round('  - { rule: rubric-coverage, reason: it is fine }\n')).toEqual([
    '5:5-5:50 «{ rule: rubric-coverage, reason: it is …» unused-exception: Unexpected exception of the rule `rubric-coverage`, which has none, expected `tradeoff-reason`, `model-dominates`, `rubric-evidence`, `vague-criterion`, `answer-length`, `arithmetic` or `near-duplicate`',
  ])
  expect(round('  - { rule: unused-exception, reason: it is fine }\n')).toEqual([
    '5:5-5:51 «{ rule: unused-exception, reason: it is…» unused-exception: Unexpected exception of the rule `unused-exception`, which has none, expected `tradeoff-reason`, `model-dominates`, `rubric-evidence`, `vague-criterion`, `answer-length`, `arithmetic` or `near-duplicate`',
  ])
})

test('without a reason', () => {
  expect(round('  - rule: tradeoff-reason\n', unreasoned)).toEqual([
    '5:5-5:26 «rule: tradeoff-reason» unused-exception: Unexpected exception of `tradeoff-reason` without a reason, expected `reason: why the rule is wrong about this drill`',
    '54:3-54:146 «**No live transcription:** we gave it u…» tradeoff-reason: Unexpected tradeoff `No live transcription` without a reason, expected why it was given up (“… because …”, “… so that …”)',
  ])
  expect(round('  - { rule: tradeoff-reason, reason: " " }\n', unreasoned)).toEqual([
    '5:5-5:43 «{ rule: tradeoff-reason, reason: " " }» unused-exception: Unexpected exception of `tradeoff-reason` without a reason, expected `reason: why the rule is wrong about this drill`',
    '54:3-54:146 «**No live transcription:** we gave it u…» tradeoff-reason: Unexpected tradeoff `No live transcription` without a reason, expected why it was given up (“… because …”, “… so that …”)',
  ])
})

test('twice', () => {
  expect(
    round(
      '  - { rule: tradeoff-reason, reason: the link says it }\n  - { rule: tradeoff-reason, reason: it really does }\n',
      unreasoned,
    ),
  ).toEqual([
    '6:5-6:54 «{ rule: tradeoff-reason, reason: it rea…» unused-exception: Unexpected exception of `tradeoff-reason`, which silences nothing, expected no exception',
  ])
})

test('one exception silences every finding of its rule', () => {
  const two = `${reason.replace('because ', '')}`
  const text = edit(
    unreasoned,
    '- **No live transcription:**',
    '- **No maps:** we left them out of the index.\n- **No live transcription:**',
  )
  expect(ofRound(text)).toHaveLength(2)
  expect(two).not.toContain('because')
  expect(round('  - { rule: tradeoff-reason, reason: the link says it }\n', text)).toEqual([])
})
