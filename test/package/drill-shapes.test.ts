import { describe, expect, test } from 'vitest'
import type { Drill } from '../../src/model/generated/published/drill.ts'
import type { PracticeLoop } from '../../src/model/generated/published/practice-loop.ts'
import type { Prompt } from '../../src/model/generated/published/prompt.ts'
import type { Redirects } from '../../src/model/generated/published/redirects.ts'
import type { Rubric } from '../../src/model/generated/published/rubric.ts'
import * as validators from '../../src/model/generated/published/validators.js'
import { UnpublishableError, verifyPrompt } from '../../src/package/verify.ts'
import { compiled } from '../contract/packages.ts'
import { edit, type Files, paths, valid } from '../support/corpus.ts'
import { leaked, runsOf, strings } from '../support/leaks.ts'
import { validDrills } from '../support/terminal.ts'

/** Data of the package that a corpus gives. */
function data<T>(name: string, files: Files = {}): T {
  const built = compiled({ ...validDrills, ...files })
  return JSON.parse(built.files.get(name) ?? 'null') as T
}

const round = (text: string): Drill => data<Drill>('drills/voice-note-search.json', { [paths.round]: text })
const question = (text: string): Drill =>
  data<Drill>('drills/what-is-recall.json', { [paths.question]: text })

const after = (text: string, heading: string, more: string): string =>
  edit(text, heading, `${more}${heading}`)

const figures = `## Worked figures

- **Notes a second:** 2 million × 3 ÷ 86,400 = 69, as the [index](#index-goes-stale) has to keep up with [them](../rubric.md#explicit-assumptions).
- **Notes a second:** by hand, \`70\` at most.

`

describe('criteria', () => {
  test('statements in both forms, cues as plain strings', () => {
    expect(round(valid.round).criteria).toEqual([
      {
        id: 'one-release-for-both',
        title: 'One release for both',
        weight: 8,
        revision: 1,
        met: {
          markdown: 'the index and the recogniser that filled it change in one release.',
          html: '<p>the index and the recogniser that filled it change in one release.</p>',
        },
        partly: {
          markdown: 'both have versions, which may differ.',
          html: '<p>both have versions, which may differ.</p>',
        },
        alsoMet: [
          {
            markdown: 'the index is rebuilt before a new recogniser serves.',
            html: '<p>the index is rebuilt before a new recogniser serves.</p>',
          },
        ],
        cues: ['pinned together', 'index & model & one release', 'rebuil* .. index'],
        digest: expect.stringMatching(/^1:[0-9a-f]{64}$/),
      },
      {
        id: 'index-goes-stale',
        title: 'Index goes stale',
        weight: 5,
        revision: 1,
        met: {
          markdown: 'names the words of the old recogniser that stay in the index as a failure.',
          html: '<p>names the words of the old recogniser that stay in the index as a failure.</p>',
        },
        alsoMet: [],
        cues: ['index still holds', 'stale .. index*'],
        digest: expect.stringMatching(/^1:[0-9a-f]{64}$/),
      },
    ])
  })

  test('links and marks in a statement, and a colon outside the label', () => {
    const text = edit(
      valid.round,
      '- **Met:** names the words of the old recogniser',
      '- **Met**: *names* <the> `words`, [cited](https://example.org/a), [here](../rubric.md) of the\n  old recogniser',
    ).replace('<the>', '&lt;the&gt;')
    expect(round(text).criteria[1]?.met).toEqual({
      markdown:
        '*names* &lt;the&gt; `words`, [cited](https://example.org/a), here of the\nold recogniser that stay in the index as a failure.',
      html: '<p><em>names</em> &#x3C;the> <code>words</code>, <a href="https://example.org/a">cited</a>, here of the\nold recogniser that stay in the index as a failure.</p>',
    })
  })

  test('an address that entities and escapes fill with signs ends where it should', () => {
    const link = '[cited](<https://example.org/(\\>&#10;&#10;\\<script\\>)>)'
    const text = edit(valid.round, '- **Met:** names the words', `- **Met:** names ${link} the words`)
    expect(round(text).criteria[1]?.met.markdown).toContain(
      'names [cited](<https://example.org/(%3E%0A%0A%3Cscript%3E)>) the words',
    )
  })

  test('the digest changes with what a verdict depends on, and with nothing else', () => {
    const digest = (from: string, to: string): string | undefined =>
      round(edit(valid.round, from, to)).criteria[0]?.digest
    const before = digest('change in one release.', 'change in one  release.')
    expect(before).toBe(round(valid.round).criteria[0]?.digest)
    const same = [
      ['- **Weight:** 8', '- **Weight:** 9'],
      ['`pinned together`', '`pinned together`, `one version`'],
      ['both have versions', 'each has a version'],
      ['### One release for both', '### One release For both'],
    ] as const
    for (const [from, to] of same) expect(digest(from, to)).toBe(before)
    const others = [
      ['change in one release', 'change in 1 release'],
      ['change in one release', 'never change in one release'],
      ['- **Weight:** 8', '- **Weight:** 8\n- **Revision:** 2'],
      ['- **Partly:** both have versions, which may differ.\n', ''],
      ['- **Also met:**', '- **Also met:** one file holds both.\n- **Also met:**'],
    ] as const
    const found = others.map(([from, to]) => digest(from, to))
    expect(new Set([...found, before]).size).toBe(others.length + 1)
  })
})

describe('evidence', () => {
  test('says whose criterion it is, and marks the words in the answer', () => {
    const { evidence, ...drill } = round(valid.round)
    expect(evidence.map(({ id, scope, section, point }) => [id, scope, section, point].join(' '))).toEqual([
      'explicit-assumptions general constraints quality',
      'measurable-launch-gates general evaluation online-slos',
      'one-release-for-both drill operations ci-cd',
      'privacy-safe-observability general operations monitoring',
      'rollback-path general operations rollback',
      'index-goes-stale drill operations failure-modes',
      'learning-from-failures general operations learning',
      'cost-and-latency-reasoning general tradeoffs no-live-transcription',
    ])
    expect(JSON.stringify(drill).match(/<mark [^>]*>/g)?.length).toBe(evidence.length)
  })

  test('links to criteria are plain words outside the answer, and in the answer where they prove nothing', () => {
    const text = edit(
      edit(
        after(valid.round, '## Criteria\n', figures),
        'so the index needs the readers of each note.',
        'so the [index still holds](#index-goes-stale) the readers, says [the rubric](../rubric.md#rollback-path).',
      ),
      'audio is deleted after 30 days',
      '[audio](#one-release-for-both) is deleted after 30 days',
    )
    const drill = round(text)
    expect(drill.evidence).toEqual(round(valid.round).evidence)
    expect(drill.followUps[0]?.answer).toEqual({
      markdown: 'Whoever may read a note may find it, so the index still holds the readers, says the rubric.',
      html: '<p>Whoever may read a note may find it, so the index still holds the readers, says the rubric.</p>',
    })
    expect(JSON.stringify(drill)).toContain('<strong>Data retention:</strong> audio is deleted')
    expect(JSON.stringify(drill)).not.toMatch(/\]\(#|rubric\.md/)
  })

  test('a second phrase of a criterion has an id of its own', () => {
    const text = edit(
      valid.round,
      'recall at 10 by language',
      '[the index still holds](#index-goes-stale) recall at 10 by language',
    )
    expect(round(text).evidence.map(({ id }) => id)).toEqual([
      'explicit-assumptions',
      'index-goes-stale',
      'measurable-launch-gates',
      'one-release-for-both',
      'privacy-safe-observability',
      'rollback-path',
      'index-goes-stale-2',
      'learning-from-failures',
      'cost-and-latency-reasoning',
    ])
  })
})

describe('lists', () => {
  test('follow-ups with their answers, whose ids are those of the questions', () => {
    const text = edit(
      valid.round,
      '- What would you build for ten times the traffic?\n\n  We split',
      '- Why?\n\n  Because:\n\n  - one\n  - two\n\n  We split',
    )
    const { followUps } = round(text)
    expect(followUps.map(({ id }) => id)).toEqual([
      'what-changes-when-notes-are-shared',
      'how-do-you-search-for-a',
      'why',
    ])
    expect(followUps[2]).toEqual({
      id: 'why',
      question: { markdown: 'Why?', html: '<p>Why?</p>' },
      answer: {
        markdown:
          'Because:\n\n- one\n- two\n\nWe split the index by owner, because no query ever needs two owners.',
        html: '<p>Because:</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<p>We split the index by owner, because no query ever needs two owners.</p>',
      },
    })
  })

  test('worked figures as plain words', () => {
    expect(round(after(valid.round, '## Criteria\n', figures)).workedFigures).toEqual([
      {
        id: 'notes-a-second',
        label: 'Notes a second',
        text: '2 million × 3 ÷ 86,400 = 69, as the index has to keep up with them.',
      },
      { id: 'notes-a-second-2', label: 'Notes a second', text: 'by hand, 70 at most.' },
    ])
  })

  test('the ids of red flags: a label, or the first six words', () => {
    const text = edit(
      valid.round,
      '- Has no plan for notes in two languages.',
      '- **No plan for notes in two languages:** it measures one.\n- Has no plan for notes in two languages.',
    )
    expect(round(text).redFlags).toEqual([
      {
        id: 'sends-audio-to-a-search-index',
        markdown: 'Sends audio to a search index without asking who may read it.',
        html: '<p>Sends audio to a search index without asking who may read it.</p>',
      },
      {
        id: 'measures-the-recogniser-and-never-the',
        markdown: 'Measures the recogniser and never the search.',
        html: '<p>Measures the recogniser and never the search.</p>',
      },
      {
        id: 'no-plan-for-notes-in-two-languages',
        markdown: '**No plan for notes in two languages:** it measures one.',
        html: '<p><strong>No plan for notes in two languages:</strong> it measures one.</p>',
      },
      {
        id: 'has-no-plan-for-notes-in',
        markdown: 'Has no plan for notes in two languages.',
        html: '<p>Has no plan for notes in two languages.</p>',
      },
    ])
  })

  test('other drills, without links to anything else', () => {
    const text = `${valid.round}
## See also

- [Empty search results](../incidents/empty-search-results.md): what fails.
- Take up [recall](../questions/what-is-recall.md#answer) again.
- [Itself](voice-note-search.md), [the rubric](../rubric.md) or [elsewhere](https://example.org).
`
    expect(round(text).seeAlso).toEqual([
      { id: 'empty-search-results', note: 'what fails.' },
      { id: 'what-is-recall', note: 'Take up recall again.' },
    ])
  })
})

describe('kinds', () => {
  test('a question has minutes, components and an answer, and no sections', () => {
    const drill = question(
      edit(valid.question, 'topics: [recall]', 'topics: [recall]\ncomponents: [tts, asr]'),
    )
    expect(drill).toMatchObject({ kind: 'question', minutes: 5, components: ['tts', 'asr'] })
    expect(drill.modelPath).toEqual(['tts', 'asr'])
    expect('sections' in drill).toBe(false)
    expect(question(valid.question)).toMatchObject({ components: [], modelPath: [] })
  })

  test('the schema requires of each kind what it has', () => {
    const all = [
      round(valid.round),
      data<Drill>('drills/empty-search-results.json'),
      question(valid.question),
    ]
    const lacking = (drill: Drill, field: string): object => {
      const copy: Record<string, unknown> = { ...drill }
      delete copy[field]
      return copy
    }
    for (const drill of all) {
      expect(validators.drill(drill)).toBe(true)
      const needed = drill.kind === 'question' ? (['answer', 'components'] as const) : (['sections'] as const)
      for (const field of [...needed, 'kind', 'criteria', 'workedFigures', 'seeAlso', 'minutes'])
        expect([field, validators.drill(lacking(drill, field))]).toEqual([field, false])
      expect(validators.drill({ ...drill, later: 'a field of the next version' })).toBe(true)
    }
  })

  test('a drill narrows by its kind', () => {
    const labels = ({ ...drill }: Drill): string[] =>
      drill.kind === 'question' ? [drill.answer.markdown] : drill.sections.map(({ title }) => title)
    expect(labels(round(valid.round))).toContain('Operations')
    expect(labels(question(valid.question))).toHaveLength(1)
  })
})

describe('prompts', () => {
  const hidden = (drill: Drill): unknown[] => [
    drill.kind === 'question' ? drill.answer : drill.sections,
    drill.criteria,
    drill.workedFigures,
    drill.followUps,
    drill.redFlags,
  ]

  test('hold nothing that is hidden, in any form', () => {
    const files = { [paths.round]: after(valid.round, '## Criteria\n', figures) }
    const built = compiled({ ...validDrills, ...files }).files
    const drills = JSON.parse(built.get('drills.json') ?? '[]') as Drill[]
    const runs = drills.flatMap(hidden).flatMap(strings).flatMap(runsOf)
    const shown = [...built].filter(([name]) => /^(?:prompts|data\/prompts)/.test(name))
    expect(shown.map(([name]) => name)).toContain('prompts/voice-note-search.js')
    expect(runs.length).toBeGreaterThan(300)
    for (const [name, text] of shown) {
      expect([name, leaked(runs, text)]).toEqual([name, []])
      for (const word of ['criteria', 'cues', 'criterion', 'pinned together', 'topics', 'modelPath'])
        expect([name, text.includes(word)]).toEqual([name, false])
    }
  })

  test('are closed shapes', () => {
    const prompt = data<Prompt>('prompts/voice-note-search.json')
    expect(validators.prompt(prompt)).toBe(true)
    expect(validators.prompt({ ...prompt, criteria: [] })).toBe(false)
    expect(validators.prompt({ ...prompt, prompt: { ...prompt.prompt, cues: [] } })).toBe(false)
  })

  const shared = 'one two three four five six'
  const with6 = (change: (drill: Drill) => unknown): (() => void) => {
    const drill = change(round(valid.round)) as Drill
    const prompt = data<Prompt>('prompts/voice-note-search.json')
    const text = { markdown: `Say ${shared} now.`, html: '' }
    return () => verifyPrompt({ ...prompt, prompt: text }, drill, 6)
  }
  const text = { markdown: `and ${shared}.`, html: '' }
  const first = <T>(list: readonly T[], change: Partial<T>): T[] =>
    list.map((item, index) => (index === 0 ? { ...item, ...change } : item))

  test.each<[string, (drill: Drill) => unknown]>([
    [
      'the answer',
      (drill) => drill.kind === 'round' && { ...drill, sections: first(drill.sections, { body: text }) },
    ],
    ['a worked figure', (drill) => ({ ...drill, workedFigures: [{ id: 'x', label: 'X', text: shared }] })],
    ['a criterion', (drill) => ({ ...drill, criteria: first(drill.criteria, { met: text }) })],
    ['what half meets it', (drill) => ({ ...drill, criteria: first(drill.criteria, { partly: text }) })],
    ['what meets it too', (drill) => ({ ...drill, criteria: first(drill.criteria, { alsoMet: [text] }) })],
    ['a cue', (drill) => ({ ...drill, criteria: first(drill.criteria, { cues: [shared] }) })],
    ['a red flag', (drill) => ({ ...drill, redFlags: [{ id: 'x', ...text }] })],
    ['a follow-up', (drill) => ({ ...drill, followUps: first(drill.followUps, { question: text }) })],
    ['its answer', (drill) => ({ ...drill, followUps: first(drill.followUps, { answer: text }) })],
  ])('that share a run of words with %s are not published', (_, change) => {
    expect(with6(change)).toThrow(UnpublishableError)
  })

  test('may share it with what is shown', () => {
    expect(
      with6((drill) => ({
        ...drill,
        seeAlso: [{ id: 'x', note: shared }],
        references: [{ title: shared, url: 'https://example.org', note: '' }],
      })),
    ).not.toThrow()
  })
})

describe('substance', () => {
  const substance = (from: string, to: string, text = valid.round): string =>
    round(edit(text, from, to)).digests.substance
  const before = round(valid.round).digests.substance

  test.each([
    ['the weight of a criterion', '- **Weight:** 8', '- **Weight:** 7'],
    ['its revision', '- **Weight:** 8', '- **Weight:** 8\n- **Revision:** 2'],
    ['its cues', '`pinned together`', '`pinned together`, `same version`'],
    ['a figure of a statement', 'in one release.\n- **Partly', 'in 1 release.\n- **Partly'],
    ['a negation of a statement', 'which may differ', 'which may not differ'],
    ['whose evidence a phrase is', '(#index-goes-stale)', '(#one-release-for-both)'],
    ['a worked figure', '## Criteria\n', `${figures}## Criteria\n`],
    ['a figure of the answer', 'within 800 ms', 'within 700 ms'],
    ['a figure of the prompt', 'what they once said', 'what they said in 3 years'],
  ])('changes with %s', (_, from, to) => {
    expect(substance(from, to)).not.toBe(before)
  })

  test.each([
    ['the wording of a statement', 'which may differ', 'which can differ'],
    ['the title of a criterion', '### Index goes stale', '### Index Goes Stale'],
    ['a follow-up', 'We index a phonetic key', 'We hold a phonetic key'],
    ['a red flag', 'never the search.', 'never the search itself.'],
    ['a figure in another unit', 'within 800 ms', 'within 0.8 s'],
  ])('does not change with %s', (_, from, to) => {
    expect(substance(from, to)).toBe(before)
    expect(round(edit(valid.round, from, to)).digests.text).not.toBe(round(valid.round).digests.text)
  })
})

describe('rubric, practice loop and redirects', () => {
  const rubric = (text = valid.rubric): Rubric => data<Rubric>('rubric.json', { [paths.rubric]: text })

  test('the rubric says how a score is made', () => {
    expect(rubric().score).toEqual({ criteria: 70, general: 30, redFlag: 5 })
    expect(validators.rubric(rubric())).toBe(true)
  })

  test('its digest changes with what a grade depends on', () => {
    const digest = (from: string, to: string): string => rubric(edit(valid.rubric, from, to)).digest
    const { digest: before } = rubric()
    expect(before).toMatch(/^1:[0-9a-f]{64}$/)
    for (const [from, to] of [
      ['redFlag: 5', 'redFlag: 6'],
      ['evidenceWords: 4', 'evidenceWords: 5'],
      ['  - id: average-hides-the-slice\n', ''],
      ['side: or lower', 'side: or smaller | or lower'],
      ['against: [evaluation, operations]', 'against: [evaluation]'],
    ] as const)
      expect(digest(from, to)).not.toBe(before)
    expect(digest('There is a known earlier state, a', 'There is a known earlier state and a')).toBe(before)
    expect(
      digest(
        '  - id: average-hides-the-slice\n  - id: numbers-without-conditions\n',
        '  - id: numbers-without-conditions\n  - id: average-hides-the-slice\n',
      ),
    ).toBe(before)
  })

  test('the practice loop says what each kind asks for', () => {
    expect(data<PracticeLoop>('practice-loop.json').kinds).toEqual({
      round: { minutes: 25, answerWords: 1100, criteria: { least: 2, most: 12 } },
      incident: { minutes: 25, answerWords: 850, criteria: { least: 2, most: 12 } },
      question: { minutes: 5, answerWords: 300, criteria: { least: 1, most: 6 } },
    })
  })

  test('redirects of criteria', () => {
    const files = { [paths.redirects]: 'criteria:\n  voice-note-search#old: index-goes-stale\n' }
    expect(data<Redirects>('redirects.json', files)).toEqual({
      renamed: {},
      split: {},
      retired: {},
      criteria: { 'voice-note-search#old': 'index-goes-stale' },
    })
    expect(data<Redirects>('redirects.json').criteria).toEqual({})
  })
})
