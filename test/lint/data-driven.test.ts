import { expect, test } from 'vitest'
import { edit, findings, paths, valid } from '../support/corpus.ts'
import { report } from '../support/found.ts'

/** Several edits of one text. */
const edits = (text: string, ...changes: readonly (readonly [from: string, to: string])[]): string =>
  changes.reduce((before, [from, to]) => edit(before, from, to), text)

const drills = {
  [paths.round]: valid.round,
  [paths.incident]: valid.incident,
  [paths.question]: valid.question,
}
const withLoop = (loop: string, files = drills): string[] => report({ ...files, [paths.loop]: loop })
const withRubric = (rubric: string, files = drills): string[] => report({ ...files, [paths.rubric]: rubric })
const brief = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replace(/(, expected.*?)(?:: .*|, linked .*)$/, '$1'))

test('a required point', () => {
  const loop = edits(
    valid.loop,
    [
      '[latency, quality, privacy, data-retention,',
      '[latency, quality, privacy, accessibility, data-retention,',
    ],
    [
      '- **Data retention:** what is kept',
      '- **Accessibility:** who can’t use sound or sight, and what they get.\n- **Data retention:** what is kept',
    ],
  )
  expect(withLoop(loop)).toEqual([
    '22:60-22:60 «» points: Unexpected missing point in `Constraints`, expected `- **Accessibility:** …`: who can’t use sound or sight, and what they get.',
  ])
  const answered = edit(
    valid.round,
    '- **Data retention:** audio',
    '- **Accessibility:** every result has a text form.\n- **Data retention:** audio',
  )
  expect(withLoop(loop, { ...drills, [paths.round]: answered })).toEqual([])
  expect(
    withLoop(
      edit(
        valid.loop,
        'traffic, failure-tolerance]\n      incident: [latency',
        'traffic]\n      incident: [latency',
      ),
      {
        ...drills,
        [paths.round]: edit(
          valid.round,
          '- **Failure tolerance:** new notes may be missing from search for one hour.\n',
          '',
        ),
      },
    ),
  ).toEqual([])
})

test('its label and instruction', () => {
  const loop = edit(valid.loop, '- **CI/CD:** what is tested and pinned', '- **CI-CD:** the checks that run')
  const without = edit(valid.round, '**CI/CD:**', '**Versions:**')
  expect(withLoop(loop, { ...drills, [paths.round]: without })).toEqual([
    '42:72-42:72 «» points: Unexpected missing point in `Operations`, expected `- **CI-CD:** …`: the checks that run automatically before a version can be deployed.',
  ])
})

test('the parts of a kind and the number of their items', () => {
  expect(
    withLoop(valid.loop.replace('- { id: red-flags, items: 3 }', '- { id: red-flags, items: 4 }')),
  ).toEqual([
    '70:1-70:13 «## Red flags» sections: Unexpected 3 items in `Red flags`, expected at least 4 in a round',
  ])
  expect(
    withLoop(
      valid.loop.replace('- { id: references, items: 1, optional: true }', '- { id: references, items: 1 }'),
    ),
  ).toEqual(['86:71-86:71 «» sections: Unexpected missing heading, expected `## References` here'])
  expect(
    withLoop(valid.loop.replace('title: Follow-ups,', 'title: Next questions,'), {
      [paths.round]: edit(valid.round, '## Follow-ups\n', '## Something else\n'),
    } as typeof drills),
  ).toEqual([
    '74:42-74:42 «» sections: Unexpected missing heading, expected `## Next questions` here, with questions as list items, each with its answer in an indented paragraph below it',
    '76:1-76:18 «## Something else» sections: Unexpected heading `Something else`, expected `Prompt`, `Answer`, `Constraints`, `Model path`, `Evaluation`, `Operations`, `Tradeoffs`, `Worked figures`, `Criteria`, `Red flags`, `Next questions`, `See also` or `References`; text under other headings would be lost',
  ])
})

test('a kind whose answer has sections instead of prose', () => {
  const loop = edit(valid.loop, 'answer: prose', 'answer: sections')
  expect(brief(withLoop(loop).filter((line) => line.includes('sections:')))).toEqual([
    'drills/questions/what-is-recall.md 17:1-17:223 «[The share of queries for which a right…» sections: Unexpected text under `Answer`, expected it in its sections (`### Constraints` and so on)',
    'drills/questions/what-is-recall.md 17:223-17:223 «» sections: Unexpected missing heading, expected `### Constraints` here',
    'drills/questions/what-is-recall.md 17:223-17:223 «» sections: Unexpected missing heading, expected `### Evaluation` here',
    'drills/questions/what-is-recall.md 17:223-17:223 «» sections: Unexpected missing heading, expected `### Model path` here',
    'drills/questions/what-is-recall.md 17:223-17:223 «» sections: Unexpected missing heading, expected `### Operations` here',
    'drills/questions/what-is-recall.md 17:223-17:223 «» sections: Unexpected missing heading, expected `### Tradeoffs` here',
  ])
})

test('limits', () => {
  const limit = (from: string, to: string): string[] => brief(withLoop(edit(valid.loop, from, to)))
  expect(limit('pointWords: 5', 'pointWords: 9')).toEqual([
    'drills/incidents/empty-search-results.md 30:3-30:65 «**Embedding:** one vector for each sent…» points: Unexpected 8 words in the point `Embedding`, expected at least 9',
    'drills/incidents/empty-search-results.md 44:3-44:70 «**Incident ownership:** the search team…» points: Unexpected 8 words in the point `Incident ownership`, expected at least 9',
    '31:3-31:65 «**Embedding:** one vector for each sent…» points: Unexpected 8 words in the point `Embedding`, expected at least 9',
    '37:3-37:67 «**Human review:** two people judge 200 …» points: Unexpected 8 words in the point `Human review`, expected at least 9',
    '47:3-47:70 «**Incident ownership:** the search team…» points: Unexpected 8 words in the point `Incident ownership`, expected at least 9',
  ])
  expect(limit('dominanceShare: 1', 'dominanceShare: 0.1')).toEqual([
    'drills/incidents/empty-search-results.md 27:1-27:15 «### Model path» model-dominates: Unexpected weight of `Model path`: 17 words against 98 in `Evaluation` and `Operations`, expected at most 0.1 × as many; red flag `model-choice-is-the-system`',
    '28:1-28:15 «### Model path» model-dominates: Unexpected weight of `Model path`: 17 words against 126 in `Evaluation` and `Operations`, expected at most 0.1 × as many; red flag `model-choice-is-the-system`',
  ])
  expect(limit('answerWords: 300', 'answerWords: 20')).toEqual([
    'drills/questions/what-is-recall.md 15:1-15:10 «## Answer» (warning) answer-length: Unexpected answer of 30 words, expected at most 20 in a question',
  ])
  expect(limit('leastComponents: 1', 'leastComponents: 3')).toEqual([
    'drills/incidents/empty-search-results.md 27:1-27:15 «### Model path» model-path: Unexpected labels `ASR` and `Embedding` in `Model path`, expected at least 3 that names a component',
    '28:1-28:15 «### Model path» model-path: Unexpected labels `ASR` and `Embedding` in `Model path`, expected at least 3 that names a component',
  ])
  expect(limit('    least: 1', '    least: 2')).toEqual([
    'drills/incidents/empty-search-results.md 47:14-47:14 «» points: Unexpected 1 point in `Tradeoffs`, expected at least 2',
    '51:14-51:14 «» points: Unexpected 1 point in `Tradeoffs`, expected at least 2',
  ])
})

test('how a reason is given', () => {
  expect(withLoop(edit(valid.loop, 'reason: because |', 'reason: the reason is |'))).toEqual([
    'drills/incidents/empty-search-results.md 49:3-49:153 «**No live transcription:** we gave it u…» tradeoff-reason: Unexpected tradeoff `No live transcription` without a reason, expected why it was given up (“… because …”, “… so that …”)',
    '53:3-53:153 «**No live transcription:** we gave it u…» tradeoff-reason: Unexpected tradeoff `No live transcription` without a reason, expected why it was given up (“… because …”, “… so that …”)',
  ])
  expect(withLoop(edit(valid.loop, 'reason: because |', 'reason: $contrast |'))).toEqual([])
})

test('the kinds that a criterion is required of', () => {
  const rubric = valid.rubric.replace('kinds: [round, incident]', 'kinds: [round, incident, question]')
  expect(brief(withRubric(rubric))).toEqual([
    'drills/questions/what-is-recall.md 15:1-15:10 «## Answer» rubric-coverage: Unexpected answer without evidence for `explicit-assumptions`, expected a phrase in `Constraints` that holds a value (“60 % English”) or a limit (“only one region”, “no burst capacity”)',
  ])
})

test('the sections where a criterion may be earned', () => {
  expect(
    brief(withRubric(edit(valid.rubric, '    sections: [constraints]\n', '    sections: [tradeoffs]\n'))),
  ).toEqual([
    'drills/incidents/empty-search-results.md 21:26-21:115 «[70 % of all notes are in English and l…» rubric-evidence: Unexpected evidence for `explicit-assumptions` in `Constraints`, expected it in `Tradeoffs`',
    'drills/incidents/empty-search-results.md 47:1-47:14 «### Tradeoffs» rubric-coverage: Unexpected answer without evidence for `explicit-assumptions`, expected a phrase in `Tradeoffs` that holds a value (“60 % English”) or a limit (“only one region”, “no burst capacity”)',
    '21:26-21:115 «[70 % of all notes are in English and l…» rubric-evidence: Unexpected evidence for `explicit-assumptions` in `Constraints`, expected it in `Tradeoffs`',
    '51:1-51:14 «### Tradeoffs» rubric-coverage: Unexpected answer without evidence for `explicit-assumptions`, expected a phrase in `Tradeoffs` that holds a value (“60 % English”) or a limit (“only one region”, “no burst capacity”)',
  ])
})

test('what a criterion needs, in words of its own', () => {
  const need = "        - { say: 'the state it goes back to"
  expect(
    withRubric(
      edit(
        valid.rubric,
        need,
        `        - { say: 'who does it (“the on-call engineer”)', any: on-call | engineer* }\n${need}`,
      ),
    ).map((line) => line.slice(0, 180)),
  ).toEqual([
    'drills/incidents/empty-search-results.md 38:1-38:15 «### Operations» rubric-coverage: Unexpected answer without evidence for `rollback-path`, expected a phrase in `Operations` that',
    'drills/incidents/empty-search-results.md 43:17-43:130 «[when empty results exceed 9 % for 15 m…» rubric-evidence: Unexpected evidence for `rollback-path`: `when empty results excee',
    '40:1-40:15 «### Operations» rubric-coverage: Unexpected answer without evidence for `rollback-path`, expected a phrase in `Operations` that holds who does it (“the on-call engineer',
    '46:17-46:130 «[when empty results exceed 9 % for 15 m…» rubric-evidence: Unexpected evidence for `rollback-path`: `when empty results exceed 9 % for 15 minutes, traffic retur…` is ',
  ])
})

test('a word list', () => {
  const [list = ''] = /^ {2}earlier: .*$/m.exec(valid.rubric) ?? []
  const rubric = edit(valid.rubric, list, '  earlier: vorige*')
  expect(withRubric(rubric).length).toBe(0)
  const strict = edit(rubric, 'any: $revert | $move & $earlier | $earlier & $ready', 'any: $earlier')
  expect(brief(withRubric(strict))).toEqual([
    'drills/incidents/empty-search-results.md 38:1-38:15 «### Operations» rubric-coverage: Unexpected answer without evidence for `rollback-path`, expected a phrase in `Operations` that holds the state it goes back to (“back to the previous version”, “reinstates the FP16 weights”) and a trigger or a time, with a number (“when errors exceed 2 %”, “in 5 minutes”)',
    'drills/incidents/empty-search-results.md 43:17-43:130 «[when empty results exceed 9 % for 15 m…» rubric-evidence: Unexpected evidence for `rollback-path`: `when empty results exceed 9 % for 15 minutes, traffic retur…` is not enough, expected also the state it goes back to (“back to the previous version”, “reinstates the FP16 weights”); `when … 9 %` and `15 minutes` count for a trigger or a time, with a number',
    '40:1-40:15 «### Operations» rubric-coverage: Unexpected answer without evidence for `rollback-path`, expected a phrase in `Operations` that holds the state it goes back to (“back to the previous version”, “reinstates the FP16 weights”) and a trigger or a time, with a number (“when errors exceed 2 %”, “in 5 minutes”)',
    '46:17-46:130 «[when empty results exceed 9 % for 15 m…» rubric-evidence: Unexpected evidence for `rollback-path`: `when empty results exceed 9 % for 15 minutes, traffic retur…` is not enough, expected also the state it goes back to (“back to the previous version”, “reinstates the FP16 weights”); `when … 9 %` and `15 minutes` count for a trigger or a time, with a number',
  ])
})

test('the least words of a phrase', () => {
  expect(
    report({
      [paths.question]: valid.question,
      [paths.rubric]: edit(valid.rubric, 'evidenceWords: 4', 'evidenceWords: 13'),
    }),
  ).toEqual([
    '17:102-17:185 «[A launch needs at least 85 % on every …» rubric-evidence: Unexpected evidence for `measurable-launch-gates`: `A launch needs at least 85 % on every slice` is not enough, expected also at least 13 words; `needs … 85 %` counts for a bound',
  ])
})

const criterion = `  - id: user-consent
    weight: 5
    revision: 1
    sections: [constraints]
    kinds: [round]
    substance:
      need:
        - { say: 'how it is asked for (“opt in”)', any: opt in | consent* | asks }
`

test('a new criterion', () => {
  const rubric = edits(
    valid.rubric.replace('weight: 15', 'weight: 10'),
    ['\nredFlags:\n', `${criterion}\nredFlags:\n`],
    ['## Red flags\n', '### User consent\n\nPeople know what is kept.\n\n## Red flags\n'],
  )
  expect(withRubric(rubric)).toEqual([
    '18:1-18:16 «### Constraints» rubric-coverage: Unexpected answer without evidence for `user-consent`, expected a phrase in `Constraints` that holds how it is asked for (“opt in”), linked as `[phrase](../rubric.md#user-consent)`',
  ])
  const round = edit(
    valid.round,
    'only the owner of a note may ever search it.',
    'a screen [asks people to opt in first](../rubric.md#user-consent).',
  )
  expect(withRubric(rubric, { ...drills, [paths.round]: round })).toEqual([])
})

test('a new section', () => {
  const loop = edits(
    valid.loop,
    [
      '  - id: tradeoffs\n',
      '  - id: people\n    phase: design\n    points:\n      round: [team]\n  - id: tradeoffs\n',
    ],
    [
      '### Tradeoffs\n',
      '### People\n\nSay who builds it.\n\n- **Team:** who is needed, and for how long.\n\n### Tradeoffs\n',
    ],
  )
  expect(withLoop(loop)).toEqual([
    'drills/incidents/empty-search-results.md 45:124-45:124 «» sections: Unexpected missing heading, expected `### People` here',
    '49:124-49:124 «» sections: Unexpected missing heading, expected `### People` here',
  ])
  const answer = (text: string): string =>
    edit(
      text,
      '### Tradeoffs\n',
      '### People\n\n- **Team:** two engineers and one linguist for a year.\n\n### Tradeoffs\n',
    )
  expect(
    withLoop(loop, {
      ...drills,
      [paths.round]: answer(valid.round),
      [paths.incident]: answer(valid.incident),
    }),
  ).toEqual([])
})

test('a new component', () => {
  const round = edits(
    valid.round,
    ['- **ASR:** an offline', '- **Diarisers:** an offline'],
    ['- **Embedding:** one vector for each sentence of the transcript.\n', ''],
  )
  expect(findings({ [paths.round]: round }, 'model-path')).toHaveLength(1)
  const loop = edit(
    valid.loop,
    '  - { id: codec, names: [codec] }',
    '  - { id: codec, names: [codec] }\n  - { id: diariser, names: [diariser, diarizer] }',
  )
  expect(withLoop(loop, { ...drills, [paths.round]: round })).toEqual([])
})

test('a red flag that a program raises', () => {
  const rubric = edit(
    valid.rubric,
    '  - id: average-hides-the-slice\n',
    '  - id: average-hides-the-slice\n    test: { section: constraints, against: [model-path] }\n',
  )
  expect(withRubric(rubric)).toEqual([
    'drills/incidents/empty-search-results.md 18:1-18:16 «### Constraints» model-dominates: Unexpected weight of `Constraints`: 68 words against 17 in `Model path`, expected at most 1 × as many; red flag `average-hides-the-slice`',
    '18:1-18:16 «### Constraints» model-dominates: Unexpected weight of `Constraints`: 78 words against 17 in `Model path`, expected at most 1 × as many; red flag `average-hides-the-slice`',
  ])
})
