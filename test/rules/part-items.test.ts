import { expect, test } from 'vitest'
import { edit, valid } from '../support/corpus.ts'
import { ofRound } from '../support/found.ts'

const answer = '  We split the index by owner, because no query ever needs two owners.\n'
const round = (from: string, to: string): string[] => ofRound(edit(valid.round, from, to), 'sections')

test('a question without an answer', () => {
  expect(round(`\n${answer}`, '')).toEqual([
    '84:1-84:50 «- What would you build for ten times th…» Unexpected question `What would you build for ten times the traffic?` without an answer, expected two to five sentences below it, after an empty line and indented by two blanks',
  ])
  expect(round(`\n${answer}`, answer)).toEqual([
    '84:1-85:71 «- What would you build for ten times th…» Unexpected question `What would you build for ten times the traffic? We split th…` without an answer, expected two to five sentences below it, after an empty line and indented by two blanks',
  ])
})

test('an answer that is not indented belongs to nothing', () => {
  expect(round(answer, answer.trimStart())).toEqual([
    '86:1-86:69 «We split the index by owner, because no…» Unexpected answer of `Follow-ups` that is not indented, expected two blanks before each of its lines, so that it belongs to its question',
  ])
})

test('text before the first question', () => {
  expect(round('## Follow-ups\n', '## Follow-ups\n\nSome.\n')).toEqual([
    '78:1-78:6 «Some.» Unexpected text before the list of `Follow-ups`, expected list items only',
  ])
})

test('worked figures bear labels', () => {
  expect(
    round('## Criteria\n', '## Worked figures\n\n- **Load:** 4 × 5 = 20.\n- 6 notes\n\n## Criteria\n'),
  ).toEqual([
    '58:1-58:10 «- 6 notes» Unexpected item `6 notes` of `Worked figures` without a label, expected a bold label with a colon at its beginning (`**Label:** …`)',
  ])
})

test('the labels of worked figures end in a colon', () => {
  const figures = (item: string): string[] =>
    round('## Criteria\n', `## Worked figures\n\n- ${item}\n\n## Criteria\n`)
  expect(figures('**Load** = 20 each second')).toEqual([
    '57:3-57:11 «**Load**» Unexpected label `Load` without a colon, expected `**Load:**`',
  ])
  expect(figures('**Load**: 20 each second')).toEqual([
    '57:3-57:11 «**Load**» (warning) Unexpected colon outside the bold label `Load`, expected `**Load:**`',
  ])
})

test('see also leads to other drills', () => {
  const more = (items: string): string[] => ofRound(`${valid.round}\n## See also\n\n${items}\n`, 'sections')
  expect(more('- [Empty search results](../incidents/empty-search-results.md): what it breaks')).toEqual([])
  expect(more('- [Itself](voice-note-search.md)\n- [Loop](../practice-loop.md#design)\n- nothing')).toEqual([
    '90:1-90:33 «- [Itself](voice-note-search.md)» Unexpected item `Itself` of `See also` without a link to another drill, expected `[its title](../rounds/<id>.md): what it takes up`',
    '91:1-91:37 «- [Loop](../practice-loop.md#design)» Unexpected item `Loop` of `See also` without a link to another drill, expected `[its title](../rounds/<id>.md): what it takes up`',
    '92:1-92:10 «- nothing» Unexpected item `nothing` of `See also` without a link to another drill, expected `[its title](../rounds/<id>.md): what it takes up`',
  ])
})

test('see also says what it takes up, of each drill once', () => {
  const more = (items: string): string[] => ofRound(`${valid.round}\n## See also\n\n${items}\n`, 'sections')
  const one = '- [Empty search results](../incidents/empty-search-results.md)'
  expect(more(one)).toEqual([
    '90:1-90:63 «- [Empty search results](../incidents/e…» Unexpected item `Empty search results` of `See also` without words beside its link, expected `[its title](../rounds/<id>.md): what it takes up`',
  ])
  expect(more(`${one}:`)).toHaveLength(1)
  expect(more(`${one} – .`)).toHaveLength(1)
  expect(more('- **Failure:** [Empty](../incidents/empty-search-results.md)')).toHaveLength(1)
  expect(more('- [Empty](../incidents/empty-search-results.png): a picture')).toHaveLength(1)
  expect(more('- What [fails](../incidents/empty-search-results.md)')).toEqual([])
  expect(more(`${one}: what fails\n- [Recall](../questions/what-is-recall.md): how it is measured`)).toEqual(
    [],
  )
  expect(more(`${one}: what fails\n- [It](../incidents/empty-search-results.md#prompt): again`)).toEqual([
    '91:1-91:59 «- [It](../incidents/empty-search-result…» Unexpected item `It: again` of `See also` with the drill `empty-search-results` again, expected each drill once',
  ])
  // The first link of an item is what it is about.
  expect(
    more(
      `${one}: what fails\n- [Recall](../questions/what-is-recall.md), beside [that](../incidents/empty-search-results.md)`,
    ),
  ).toEqual([])
  // Elsewhere a drill may be named as often as wanted, and without words.
  expect(
    ofRound(
      edit(
        valid.round,
        '## Red flags\n',
        '## Red flags\n\n- [Empty search results](../incidents/empty-search-results.md)\n- [Empty search results](../incidents/empty-search-results.md)\n',
      ),
      'sections',
    ),
  ).toEqual([])
})

test('text under the heading of the criteria', () => {
  expect(round('## Criteria\n', '## Criteria\n\nWhat counts.\n')).toEqual([
    '57:1-57:13 «What counts.» Unexpected text under `Criteria`, expected it in its criteria (`### Name of the criterion` and so on)',
  ])
})
