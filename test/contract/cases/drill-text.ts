import { edit, paths, valid } from '../../support/corpus.ts'
import { type Case, type Cases, edits } from './case.ts'

const round = (from: string, to: string): Case => ({
  current: { [paths.round]: edit(valid.round, from, to) },
})
const roundBefore = (from: string, to: string): Case => ({
  previous: { [paths.round]: edit(valid.round, from, to) },
})
const question = (from: string, to: string): Case => ({
  current: { [paths.question]: edit(valid.question, from, to) },
})

const withReference = (url: string): string =>
  `${valid.round}\n## References\n\n- [Recall](${url}): what it measures\n`

const privacy = '- **Privacy:** only the owner of a note may ever search it.\n'
const latency = '- **Latency:**'
const embedding = '- **Embedding:**'
const criteria = '## Criteria\n'
const figures = '## Worked figures\n\n- **Notes:** 200 × 10 = 2,000 a day\n\n'

/** Text and metadata of a drill. */
export const drillTextCases: Cases = {
  number: round('within 800 ms', 'within 700 ms'),
  typo: roundBefore('may ever search it', 'may evver search it'),
  title: question('# What does recall at ten measure?', '# What does recall measure?'),
  prompt: round('what they once said. Design it.', 'what they once told it. Design that.'),
  'front-matter': {
    current: {
      [paths.round]: edits(
        valid.round,
        ['difficulty: core', 'difficulty: expert'],
        ['[system-design]', '[system-design, speech]'],
        ['[asr]', '[asr, retrieval]'],
      ),
    },
  },
  'answer-of-a-question': question('because the mean hides', 'because a mean hides'),
  'point-added': round(
    embedding,
    `- **TTS:** reads the best hit aloud when asked.
${embedding}`,
  ),
  'point-removed': roundBefore(
    embedding,
    `- **Wake word:** nothing runs before the user asks.
${embedding}`,
  ),
  'point-relabelled': {
    previous: {
      [paths.round]: edit(
        valid.round,
        embedding,
        `- **Wake word:** nothing runs before the user asks.\n${embedding}`,
      ),
    },
    current: {
      [paths.round]: edit(
        valid.round,
        embedding,
        `- **Hot word:** nothing runs before the user asks.\n${embedding}`,
      ),
    },
  },
  'point-order': {
    current: { [paths.round]: edits(valid.round, [privacy, ''], [latency, `${privacy}${latency}`]) },
  },
  'evidence-moved': {
    current: {
      [paths.round]: edits(
        valid.round,
        [
          'page when empty results stay above 9 % for 15 minutes.',
          'page when empty results stay above 9 % for 15 minutes, because then [traffic returns to the previous index within 5 minutes](../rubric.md#rollback-path).',
        ],
        [
          '[when empty results exceed 9 % for 15 minutes, traffic returns to the previous index](../rubric.md#rollback-path)',
          'when empty results exceed 9 % for 15 minutes, traffic returns to the previous index',
        ],
      ),
    },
  },
  'evidence-wording': round('[we log latency and', 'we log [latency and'),
  'red-flags': {
    current: {
      [paths.round]: edits(
        valid.round,
        ['never the search.', 'never the search itself.'],
        ['- Has no plan for notes in two languages.', '- Forgets who deletes the audio.'],
      ),
    },
  },
  'follow-ups': round('when notes are shared?', 'when notes are shared with a family?'),
  'follow-up-answer': round('needs the readers of each note', 'has to hold the readers of each note'),
  'worked-figure-added': round(criteria, `${figures}${criteria}`),
  'worked-figure-number': {
    previous: { [paths.round]: edit(valid.round, criteria, `${figures}${criteria}`) },
    current: {
      [paths.round]: edit(
        valid.round,
        criteria,
        `${edits(figures, ['10', '20'], ['2,000', '4,000'])}${criteria}`,
      ),
    },
  },
  'see-also': {
    current: {
      [paths.round]: `${valid.round}\n## See also\n\n- [Empty search results](../incidents/empty-search-results.md): what it looks like when it fails\n`,
    },
  },
  'components-of-a-question': question('topics: [recall]', 'topics: [recall]\ncomponents: [asr]'),
  link: {
    previous: { [paths.round]: withReference('https://example.org/recall') },
    current: { [paths.round]: withReference('https://example.com/recall') },
  },
}
