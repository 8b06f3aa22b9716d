import { expect, test } from 'vitest'
import { edit, valid } from '../support/corpus.ts'
import { ofIncident, ofQuestion, ofRound } from '../support/found.ts'

const round = (from: string, to: string): string[] => ofRound(edit(valid.round, from, to), 'points')
const quality =
  '- **Quality:** we assume [70 % of all notes are in English and last under 40 s](../rubric.md#explicit-assumptions).\n'
const latency = '- **Latency:** results should appear within 800 ms at p95, measured in the app.\n'
const cost = '- **Cost:** transcription may cost 1 GPU-second for each 60 s of audio.\n'

test('missing: after the point before it, or after the heading', () => {
  expect(round(quality, '')).toEqual([
    '20:80-20:80 «» Unexpected missing point in `Constraints`, expected `- **Quality:** …`: what is good enough, as a metric and a bound, for the average and for the weakest group.',
  ])
  expect(round(latency, '')).toEqual([
    '18:16-18:16 «» Unexpected missing point in `Constraints`, expected `- **Latency:** …`: the time a user waits at each step, as a percentile, measured where the user is.',
  ])
  expect(ofRound(edit(edit(valid.round, latency, ''), quality, ''), 'points')).toEqual([
    '18:16-18:16 «» Unexpected missing point in `Constraints`, expected `- **Latency:** …`: the time a user waits at each step, as a percentile, measured where the user is.',
    '18:16-18:16 «» Unexpected missing point in `Constraints`, expected `- **Quality:** …`: what is good enough, as a metric and a bound, for the average and for the weakest group.',
  ])
  expect(round(cost, '')).toEqual([
    '23:80-23:80 «» Unexpected missing point in `Constraints`, expected `- **Cost:** …`: the budget per unit of work, and what drives it.',
  ])
  expect(
    ofIncident(
      edit(
        valid.incident,
        '- **Mitigation:** [serve the previous index to everybody](#old-index-first) while the cause is unknown.\n',
        '',
      ),
      'points',
    ),
  ).toEqual([
    '40:99-40:99 «» Unexpected missing point in `Operations`, expected `- **Mitigation:** …`: what stops the harm before the cause is known, and what that costs.',
  ])
  expect(ofRound(edit(valid.round, latency, '').replaceAll('\n', '\r\n'), 'points')).toEqual([
    '18:16-18:16 «» Unexpected missing point in `Constraints`, expected `- **Latency:** …`: the time a user waits at each step, as a percentile, measured where the user is.',
  ])
})

test('an incident needs other points than a round', () => {
  expect(ofIncident(valid.incident, 'points')).toEqual([])
  const sameAnswer = edit(
    edit(valid.incident, 'kind: incident', 'kind: round'),
    'id: empty-search-results',
    'id: voice-note-search',
  )
  expect(ofRound(sameAnswer, 'points').map((line) => line.replace(/, expected (.*?): .*/, ' $1'))).toEqual([
    '22:60-22:60 «» Unexpected missing point in `Constraints` `- **Data retention:** …`',
    '35:115-35:115 «» Unexpected missing point in `Evaluation` `- **Human review:** …`',
    '38:15-38:15 «» Unexpected missing point in `Operations` `- **CI/CD:** …`',
    '38:15-38:15 «» Unexpected missing point in `Operations` `- **Deployment:** …`',
    '42:133-42:133 «» Unexpected missing point in `Operations` `- **Alerts:** …`',
    '44:70-44:70 «» Unexpected missing point in `Operations` `- **Failure modes:** …`',
  ])
})

test('a question needs none', () => {
  expect(ofQuestion(valid.question, 'points')).toEqual([])
})

test('twice', () => {
  expect(round(cost, `${cost}- **Cost:** and some more money for the network.\n`)).toEqual([
    '25:3-25:12 «**Cost:**» Unexpected second point `Cost`, expected each once; join the two',
  ])
  expect(
    round(cost, `${cost}- **Network cost:** a.\n- **Network cost:** and some more money for it.\n`),
  ).toEqual([
    '25:3-25:23 «**Network cost:** a.» Unexpected 1 word in the point `Network cost`, expected at least 5: one full sentence, or “not needed, because …”',
    '26:3-26:20 «**Network cost:**» Unexpected second point `Network cost`, expected each once; join the two',
  ])
})

test('nearly right', () => {
  expect(round('**Latency:**', '**Latancy:**')).toEqual([
    '20:3-20:15 «**Latancy:**» Unexpected label `Latancy`, expected a declared one; did you mean `**Latency:**`?',
  ])
  expect(round('**Alerts:**', '**Alert:**')).toEqual([
    '45:3-45:13 «**Alert:**» Unexpected label `Alert`, expected a declared one; did you mean `**Alerts:**`?',
  ])
  expect(round('**Failure modes:**', '**Failure mode:**')).toEqual([
    '48:3-48:20 «**Failure mode:**» Unexpected label `Failure mode`, expected a declared one; did you mean `**Failure modes:**`?',
  ])
  expect(round('**CI/CD:**', '**CI & CD:**')).toEqual([
    '43:3-43:15 «**CI & CD:**» Unexpected label `CI & CD`, expected a declared one; did you mean `**CI/CD:**`?',
  ])
  expect(round('**CI/CD:**', '**CICD:**')).toEqual([
    '43:3-43:12 «**CICD:**» Unexpected label `CICD`, expected a declared one; did you mean `**CI/CD:**`?',
  ])
  expect(round('**Human review:**', '**Humane review:**')).toEqual([
    '37:3-37:21 «**Humane review:**» Unexpected label `Humane review`, expected a declared one; did you mean `**Human review:**`?',
  ])
  expect(round('**Latency:**', '**LATENCY:**')).toEqual([
    '20:3-20:15 «**LATENCY:**» Unexpected label `LATENCY`, expected a declared one; did you mean `**Latency:**`?',
  ])
  expect(round('**Human review:**', '**Human-review:**')).toEqual([
    '37:3-37:20 «**Human-review:**» Unexpected label `Human-review`, expected a declared one; did you mean `**Human review:**`?',
  ])
})

test('further points are welcome', () => {
  expect(round(cost, `${cost}- **Language ID:** it must be known within the first second.\n`)).toEqual([])
})

test('labels without a colon, or with the colon outside', () => {
  expect(round('**Latency:** results', '**Latency** results')).toEqual([
    '20:3-20:14 «**Latency**» Unexpected label `Latency` without a colon, expected `**Latency:**`',
  ])
  expect(round('**Latency:** results', '**Latency**: results')).toEqual([
    '20:3-20:14 «**Latency**» (warning) Unexpected colon outside the bold label `Latency`, expected `**Latency:**`',
  ])
  expect(round('**Latency:** results', '**Latency** : results')).toEqual([
    '20:3-20:14 «**Latency**» (warning) Unexpected colon outside the bold label `Latency`, expected `**Latency:**`',
  ])
  expect(round('**Latency:** results', '**Latency** – results')).toEqual([
    '20:3-20:14 «**Latency**» Unexpected label `Latency` without a colon, expected `**Latency:**`',
  ])
  expect(round('**Latency:** results', '**Latency :** results')).toEqual([])
  expect(round('**Latency:** results', '__Latency:__ results')).toEqual([])
})

test('a sign between a label and its text', () => {
  expect(round('**Privacy:** only', '**Privacy:** — only')).toEqual([
    '22:16-22:17 «—» (warning) Unexpected `—` behind the label `Privacy`, expected its text',
  ])
  expect(round('**Traffic:** 2', '**Traffic:**: 2')).toEqual([
    '25:15-25:16 «:» (warning) Unexpected `:` behind the label `Traffic`, expected its text',
  ])
  expect(round('**Privacy:** only', '**Privacy**; only')).toEqual([
    '22:3-22:14 «**Privacy**» Unexpected label `Privacy` without a colon, expected `**Privacy:**`',
  ])
  expect(round('**Privacy:** only', '**Privacy；** only')).toEqual([
    '22:3-22:15 «**Privacy；**» Unexpected `**Privacy；**` in place of a label with a colon, expected `**Privacy:**`',
  ])
  for (const text of ['- 2', '– 2', '-2', ':) 2', '−2'])
    expect(round('**Traffic:** 2', `**Traffic:** ${text}`)).toEqual([])
})

test('HTML in place of a bold label is no missing point', () => {
  expect(round('**Privacy:** only', '<b>Privacy</b>: only')).toEqual([
    '22:1-22:63 «- <b>Privacy</b>: only the owner of a n…» Unexpected item `<b>Privacy</b>: only the owne…` without a label, expected the bold label `**Privacy:**` at its beginning',
  ])
})

test('a label of many signs takes no long time', () => {
  expect(round('**Quality:**', `**a ${'– '.repeat(20_000)}x:**`)).toHaveLength(1)
})

test('items without a label', () => {
  expect(round('- **Latency:** results', '- Latency: results')).toEqual([
    '20:1-20:76 «- Latency: results should appear within…» Unexpected item `Latency: results should appea…` without a label, expected the bold label `**Latency:**` at its beginning',
  ])
  expect(round('- **Latency:** results', '- *Latency:* results')).toEqual([
    '20:1-20:78 «- *Latency:* results should appear with…» Unexpected item `Latency: results should appea…` without a label, expected the bold label `**Latency:**` at its beginning',
  ])
  expect(round(cost, `${cost}- Some more words that nobody can count as a point.\n`)).toEqual([
    '25:1-25:52 «- Some more words that nobody can count…» Unexpected item `Some more words that nobody c…` without a label, expected a bold label with a colon at its beginning (`**Label:** …`)',
  ])
  expect(round('- **Latency:** results', '- The **latency:** results')).toEqual([
    '18:16-18:16 «» Unexpected missing point in `Constraints`, expected `- **Latency:** …`: the time a user waits at each step, as a percentile, measured where the user is.',
    '20:1-20:84 «- The **latency:** results should appea…» Unexpected item `The latency: results should a…` without a label, expected a bold label with a colon at its beginning (`**Label:** …`)',
  ])
  expect(round(cost, `${cost}- \n`)).toEqual([
    '25:1-25:3 «- » Unexpected item `` without a label, expected a bold label with a colon at its beginning (`**Label:** …`)',
  ])
})

test('too thin', () => {
  expect(
    round('results should appear within 800 ms at p95, measured in the app.', 'results in 800 ms.'),
  ).toEqual([
    '20:3-20:34 «**Latency:** results in 800 ms.» Unexpected 4 words in the point `Latency`, expected at least 5: one full sentence, or “not needed, because …”',
  ])
  expect(round('results should appear within 800 ms at p95, measured in the app.', '')).toEqual([
    '20:3-20:16 «**Latency:** » Unexpected 0 words in the point `Latency`, expected at least 5: one full sentence, or “not needed, because …”',
  ])
  expect(
    round('results should appear within 800 ms at p95, measured in the app.', 'results come within 800 ms.'),
  ).toEqual([])
  expect(
    round('two people judge 200 queries for each release.', 'not needed, because nobody reads it.'),
  ).toEqual([])
  expect(
    round(
      'results should appear within 800 ms at p95, measured in the app.',
      '\n  - results come\n  - within 800 ms',
    ),
  ).toEqual([])
})

test('numbered lists, loose lists and several lists hold points too', () => {
  expect(round(latency, `${latency.replace('- ', '1. ')}\n`)).toEqual([])
  expect(round(cost, `\n${cost}\n`)).toEqual([])
  expect(round(cost, `\nAnd then:\n\n* ${cost.slice(2)}`)).toEqual([])
})

test('nested items are no points', () => {
  expect(round(cost, cost.replace('- ', '  - '))).toEqual([
    '24:74-24:74 «» Unexpected missing point in `Constraints`, expected `- **Cost:** …`: the budget per unit of work, and what drives it.',
  ])
})

test('a section that needs any point', () => {
  expect(
    ofRound(
      valid.round.replace(/- \*\*No live.*\n/, 'Nothing was given up, because all was needed.\n'),
      'points',
    ),
  ).toEqual([
    '51:14-51:14 «» Unexpected 0 points in `Tradeoffs`, expected at least 1: `- **What was given up:** …`',
  ])
})

test('in a draft they are warnings', () => {
  expect(ofRound(edit(edit(valid.round, latency, ''), 'order: 1', 'status: draft'), 'points')).toEqual([
    '18:16-18:16 «» (warning) Unexpected missing point in `Constraints`, expected `- **Latency:** …`: the time a user waits at each step, as a percentile, measured where the user is.',
  ])
})

test('a label whose list marker is lost', () => {
  expect(round('- **Quality:** we assume', '**Quality:** we assume')).toEqual([
    '21:1-21:13 «**Quality:**» Unexpected label `Quality` inside the item above, expected `- ` before it',
  ])
  expect(round('- **Latency:** results', '**Latency:** results')).toEqual([
    '20:1-20:13 «**Latency:**» Unexpected label `Latency` in a paragraph, expected `- ` before it',
  ])
  expect(round('- **ASR:** an', '**ASR:** an')).toEqual([
    '30:1-30:9 «**ASR:**» Unexpected label `ASR` in a paragraph, expected `- ` before it',
  ])
  // Its marker gives it back to the list, where its own mistakes are found.
  expect(round('- **Quality:** we assume', '**Qualty:** we assume')).toHaveLength(1)
  expect(round('- **Quality:** we assume', '- **Qualty:** we assume')).toHaveLength(1)
})

test('an item whose name stands before a dash is not missing as well', () => {
  const found = (words: string): string[] =>
    ofRound(edit(valid.round, '- **Cost:** ', `- ${words}`), 'points').map((line) =>
      line.replace(/^.*» /, ''),
    )
  const bold = (start: string): string =>
    `Unexpected item \`${start}\` without a label, expected the bold label \`**Cost:**\` at its beginning`
  expect(found('Cost - ')).toEqual([bold('Cost - transcription may cost…')])
  expect(found('Costs -- ')).toEqual([bold('Costs -- transcription may co…')])
  expect(found('Cost — ')).toEqual([bold('Cost — transcription may cost…')])
})
