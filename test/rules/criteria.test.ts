import { expect, test } from 'vitest'
import { edit, valid } from '../support/corpus.ts'
import { ofIncident, ofQuestion, ofRound } from '../support/found.ts'

const round = (from: string, to: string): string[] => ofRound(edit(valid.round, from, to), 'criteria')

const stale = `### Index goes stale

- **Met:** names the words of the old recogniser that stay in the index as a failure.
- **Cues:** \`index still holds\`, \`stale .. index*\`
`
const metOfStale = '- **Met:** names the words of the old recogniser that stay in the index as a failure.'
const cuesOfStale = '- **Cues:** `index still holds`, `stale .. index*`'

test('the number of criteria is data of each kind', () => {
  expect(round(stale, '').filter((line) => line.includes('heading'))).toEqual([
    '55:1-55:12 «## Criteria» Unexpected 1 heading in `Criteria`, expected at least 2 in a round: `### Name of the criterion` with `- **Met:** …` and ``- **Cues:** `words .. of it` ``',
  ])
  const more = edit(valid.loop, 'criteria: { least: 1, most: 6 }', 'criteria: { least: 3, most: 6 }')
  expect(ofQuestion(valid.question, 'criteria')).toEqual([])
  expect(more).not.toBe(valid.loop)
})

test('a name is an id and an anchor', () => {
  const named = (name: string): string[] =>
    round('### Index goes stale', `### ${name}`).filter((line) => !line.includes('no phrase'))
  const at = (name: string): string => `65:1-65:${name.length + 5} «### ${name}»`
  expect(named('Stale')).toEqual([
    `${at('Stale')} Unexpected name of 1 word for the criterion \`Stale\`, expected 2 to 6`,
  ])
  expect(named('One two three four five six seven')).toEqual([
    `${at('One two three four five six seven')} Unexpected name of 7 words for the criterion \`One two three four five six seven\`, expected 2 to 6`,
  ])
  expect(named('9 % stale')).toEqual([
    `${at('9 % stale')} Unexpected criterion \`9 % stale\`, expected a name of letters, digits, blanks and hyphens that begins with a letter`,
  ])
  expect(named('Rollback path')).toContain(
    `${at('Rollback path')} Unexpected criterion \`Rollback path\`, which is one of the rubric, expected what only this drill asks for`,
  )
  expect(named('One release for both')).toContain(
    `${at('One release for both')} Unexpected second heading with the anchor \`#one-release-for-both\`, expected a name of its own for the criterion`,
  )
})

test('a heading under the criteria with a declared name that stands elsewhere is a criterion', () => {
  const renamed = edit(
    edit(valid.round, '### Index goes stale', '### Model path'),
    '(#index-goes-stale)',
    '(#model-path-1)',
  )
  expect(ofRound(renamed, 'criteria').filter((line) => !line.includes('no phrase'))).toEqual([
    '65:1-65:15 «### Model path» Unexpected second heading with the anchor `#model-path`, expected a name of its own for the criterion',
  ])
})

test('the name of another part ends the criteria, whatever its level', () => {
  const split = (level: string): string =>
    edit(edit(valid.round, stale, ''), '## Red flags', `${level} Red flags`)
  const after = (level: string): string => edit(split(level), '## Follow-ups', `${stale}\n## Follow-ups`)
  const found = (level: string): string[] =>
    ofRound(after(level), 'sections').map((line) => line.replace(/^.*?» /, ''))
  expect(found('###')).toEqual([
    'Unexpected level 3 of the heading `Red flags`, expected `## Red flags`',
    expect.stringMatching(
      /^Unexpected heading `Index goes stale`, expected .*; text under other headings would be lost$/,
    ),
  ])
  expect(found('##')).toEqual(found('###').slice(1))
  expect(ofRound(after('###'), 'criteria')[0]).toBe(ofRound(after('##'), 'criteria')[0])
})

test('a heading of such a name over items of a criterion is a criterion', () => {
  const renamed = edit(
    edit(valid.round, '### One release for both', '### Worked figures'),
    '(#one-release-for-both)',
    '(#worked-figures)',
  )
  expect([ofRound(renamed, 'criteria'), ofRound(renamed, 'sections')]).toEqual([[], []])
})

test('labels with another sign in place of their colon, or none', () => {
  const first = 'the index and the recogniser that filled it'
  expect(round(`**Met:** ${first}`, `**Met** — ${first}`)).toEqual([
    '59:3-59:10 «**Met**» Unexpected label `Met` without a colon, expected `**Met:**`',
  ])
  expect(round('**Weight:** 8', '**Weight** – 8')).toEqual([
    '63:3-63:13 «**Weight**» Unexpected label `Weight` without a colon, expected `**Weight:**`',
  ])
  expect(round('- **Weight:** 8', '- weight: 8')).toEqual([
    expect.stringMatching(
      /^63:1-63:12 .* Unexpected item without a label `weight: 8` .*; did you mean `\*\*Weight:\*\*`\?$/,
    ),
  ])
})

test('what every criterion needs', () => {
  expect(round(`${metOfStale}\n`, '')).toEqual([
    '65:21-65:21 «» Unexpected criterion `Index goes stale` without `**Met:**`, expected `- **Met:** one statement that a stranger can tick while reading an answer`',
  ])
  expect(round(`${cuesOfStale}\n`, '')).toEqual([
    '65:21-65:21 «» Unexpected criterion `Index goes stale` without `**Cues:**`, expected `- **Cues:** code spans of the words by which an answer speaks of it`',
  ])
  expect(round(metOfStale, '- **Met:**')).toEqual([
    '67:3-67:11 «**Met:**» Unexpected `**Met:**` without text, expected what earns it',
  ])
})

test('labels: unknown, nearly right, none, twice, out of order', () => {
  expect(round(cuesOfStale, `${cuesOfStale}\n- **Wieght:** 4`)).toEqual([
    '69:3-69:14 «**Wieght:**» Unexpected label `Wieght` in a criterion, expected `**Met:**`, `**Partly:**`, `**Also met:**`, `**Cues:**`, `**Weight:**` or `**Revision:**`; did you mean `**Weight:**`?',
  ])
  expect(round(cuesOfStale, `${cuesOfStale}\n- heavy`)).toEqual([
    '69:1-69:8 «- heavy» Unexpected item without a label `heavy` in a criterion, expected `**Met:**`, `**Partly:**`, `**Also met:**`, `**Cues:**`, `**Weight:**` or `**Revision:**`',
  ])
  expect(round(cuesOfStale, `${cuesOfStale}\n- **Weight:** 4\n- **Weight:** 4`)).toEqual([
    '70:3-70:14 «**Weight:**» Unexpected second `**Weight:**`, expected each once but `**Also met:**`',
  ])
  expect(round(metOfStale, `${metOfStale}\n- **Also met:** this.\n- **Also met:** that.`)).toEqual([])
  expect(round(cuesOfStale, `${cuesOfStale}\n- **Partly:** half of it.`)).toEqual([
    '69:3-69:14 «**Partly:**» Unexpected `**Partly:**` after `**Cues:**`, expected the order `**Met:**`, `**Partly:**`, `**Also met:**`, `**Cues:**`, `**Weight:**` and `**Revision:**`',
  ])
  expect(round(metOfStale, `Some text.\n\n${metOfStale}`)).toEqual([
    '67:1-67:11 «Some text.» Unexpected text beside the items of the criterion `Index goes stale`, expected list items only',
  ])
})

test.each(['0', '11', '5.5', 'high', '-1', '1e1', '0x5'])('a weight of %s', (weight) => {
  const end = 15 + weight.length
  expect(round('- **Weight:** 8', `- **Weight:** ${weight}`)).toEqual([
    `63:3-63:${end} «**Weight:** ${weight}» Unexpected weight \`${weight}\`, expected a whole number from 1 to 10`,
  ])
})

test.each(['1', '999'])('a revision of %s', (revision) => {
  expect(round('- **Weight:** 8', `- **Weight:** 8\n- **Revision:** ${revision}`)).toEqual([])
  expect(round('- **Weight:** 8', `- **Weight:** 8\n- **Revision:** ${revision}0`).length).toBe(
    revision === '999' ? 1 : 0,
  )
})

test.each([
  ['*', 'which matches almost any sentence'],
  ['<any>', 'which matches almost any sentence'],
  ['not', 'which matches almost any sentence'],
  ['!index', 'which matches almost any sentence'],
  ['latency', 'of one common word, which matches almost any answer'],
  ['the *', 'of one common word, which matches almost any answer'],
  ['canary & <any>', 'of one common word, which matches almost any answer'],
  ['stale | old', 'that holds `|`'],
  ['$bound .. index', 'that names a list of the rubric'],
  ['stale <tme>', 'with the unknown amount `<tme>`, expected `<time>`, `<delay>`,'],
  ['stale & !<tme>', 'with the unknown amount `!<tme>`'],
  ['stale ..', 'in which `..` joins nothing, expected words before it and after it'],
  ['& stale', 'in which `&` joins nothing'],
  ['stale .. & index', 'in which `..` joins nothing'],
])('the cue `%s` can’t be read or matches almost anything', (cue, why) => {
  const [found, ...more] = round(cuesOfStale, `- **Cues:** \`index still holds\`, \`${cue}\``)
  expect(more).toEqual([])
  expect(found).toContain(`68:34-68:${36 + cue.length} «\`${cue}\`» Unexpected cue \`${cue}\` ${why}`)
})

test('words outside the code spans of cues', () => {
  expect(round(cuesOfStale, '- **Cues:** `index still holds`, old words, or `stale index`')).toEqual([
    '68:34-68:47 «old words, or» Unexpected `old words, or` outside the code spans of the cues, expected each cue between two backticks, with a comma after it',
  ])
  // A missing backtick turns all code spans after it inside out.
  expect(round(cuesOfStale, '- **Cues:** `index still holds, `stale index`, `old words`')).toContainEqual(
    expect.stringContaining('Unexpected `stale index` outside the code spans of the cues'),
  )
  expect(round(cuesOfStale, '- **Cues:** `index still holds`,\n  `stale index`; `old words`.')).toEqual([])
})

test('the links to a name that stands twice are compared with the first only', () => {
  const first = valid.round.slice(
    valid.round.indexOf('### Index goes stale'),
    valid.round.indexOf('## Red flags'),
  )
  const second = edit(first, '`index still holds`', '`stale .. index`')
  expect(ofRound(edit(valid.round, first, first + second), 'criteria')).toEqual([
    expect.stringContaining('Unexpected second heading with the anchor `#index-goes-stale`'),
  ])
})

test('cues: none, too long, twice, too many', () => {
  expect(round(cuesOfStale, '- **Cues:** stale index')).toEqual([
    '68:3-68:24 «**Cues:** stale index» Unexpected cues of `Index goes stale` without a code span, expected words and patterns like `no .. held .. <time>`, `pre-empt*`',
  ])
  expect(round(cuesOfStale, `- **Cues:** \`index still holds\`, \`${'a'.repeat(161)}\``)[0]).toContain(
    'of 161 characters, of which 160 are read',
  )
  expect(round(cuesOfStale, '- **Cues:** `index still holds`, `index still holds`')).toEqual([
    '68:34-68:53 «`index still holds`» Unexpected second cue `index still holds`, expected each once',
  ])
  const many = Array.from({ length: 41 }, (_, index) => `\`index still holds ${index}\``).join(', ')
  expect(round(cuesOfStale, `- **Cues:** \`index still holds\`, ${many}`)).toHaveLength(1)
})

test('evidence: none, elsewhere, without a cue', () => {
  const none = edit(
    valid.round,
    '[a recogniser update changes words that the index still holds](#index-goes-stale)',
    'a recogniser update changes words that the index still holds',
  )
  const message =
    '65:1-65:21 «### Index goes stale» Unexpected criterion `Index goes stale` that no phrase of the answer meets, expected `[words of the answer](#index-goes-stale)` with one of its cues: `index still holds`, `stale .. index*`'
  expect(ofRound(none, 'criteria')).toEqual([message])
  const elsewhere = edit(none, 'Has no plan', 'Has [a stale index](#index-goes-stale) and no plan')
  expect(ofRound(elsewhere, 'criteria')).toEqual([message])
  expect(round('changes words that the index still holds]', 'changes some words]')).toEqual([
    '48:22-48:81 «[a recogniser update changes some words…» Unexpected evidence for `index-goes-stale`: `a recogniser update changes some words` holds none of its cues, expected words like `index still holds`, `stale .. index*`, or these words among the cues',
  ])
  const byReference = edit(
    none,
    'a recogniser update changes words that the index still holds',
    '[the index still holds old words][s]',
  )
  expect(ofRound(`${byReference}\n[s]: #index-goes-stale\n`, 'criteria')).toEqual([])
})

test('a criterion of another drill proves nothing', () => {
  const foreign = edit(
    valid.incident,
    '(#split-by-index)',
    '(../rounds/voice-note-search.md#one-release-for-both)',
  )
  expect(ofIncident(foreign, 'criteria')).toEqual([
    '40:19-40:113 «[compare the empty rate by index versio…» Unexpected link `../rounds/voice-note-search.md#one-release-for-both` to a criterion of another drill, expected one of this drill: `#split-by-index`, `#old-index-first`',
    '53:1-53:19 «### Split by index» Unexpected criterion `Split by index` that no phrase of the answer meets, expected `[words of the answer](#split-by-index)` with one of its cues: `empty & index version*`, `by index`',
  ])
})

test('a cue in the prompt', () => {
  expect(round('Design it.', 'A stale old index annoys. Design it.')).toEqual([
    '14:63-14:78 «stale old index» Unexpected cue `stale .. index*` of `index-goes-stale` in the prompt: `A stale old index annoys.`, expected cues that only an answer holds',
  ])
})

test('in a draft its findings are warnings, and it has no exception', () => {
  const draft = edit(
    edit(valid.round, 'kind: round', 'kind: round\nstatus: draft'),
    '- **Weight:** 8',
    '- **Weight:** 0',
  )
  expect(ofRound(draft).filter((line) => line.includes('criteria'))).toHaveLength(1)
})

test('a link that holds the id of a heading with two blanks is not told to hold it', () => {
  expect(ofRound(edit(valid.round, '### Index goes stale', '### Index  goes stale'), 'criteria')).toEqual([
    '65:1-65:22 «### Index  goes stale» Unexpected criterion `Index goes stale`, expected a name of letters, digits, blanks and hyphens that begins with a letter',
  ])
})

test('a label that is nearly right is not missing as well', () => {
  const unknown =
    'in a criterion, expected `**Met:**`, `**Partly:**`, `**Also met:**`, `**Cues:**`, `**Weight:**` or `**Revision:**`; did you mean'
  expect(round(metOfStale, metOfStale.replace('Met', 'Meet'))).toEqual([
    `67:3-67:12 «**Meet:**» Unexpected label \`Meet\` ${unknown} \`**Met:**\`?`,
  ])
  expect(round(cuesOfStale, cuesOfStale.replace('Cues', 'Clues'))).toEqual([
    `68:3-68:13 «**Clues:**» Unexpected label \`Clues\` ${unknown} \`**Cues:**\`?`,
  ])
})
