import { describe, expect, test } from 'vitest'
import { type Choice, template } from '../../../src/commands/new/template.ts'
import { edit, findings, lintFiles, paths, valid } from '../../support/corpus.ts'

const choice: Choice = {
  id: 'call-summaries',
  kind: 'round',
  title: 'Call summaries',
  difficulty: 'core',
  categories: ['speech'],
  topics: ['llm'],
  components: [],
}

const folder = { round: 'rounds', incident: 'incidents', question: 'questions' } as const

/** The template of a choice, and what the linter says of it and of the documents that it follows. */
function written(changes: Partial<Choice>, documents: { loop?: string; rubric?: string } = {}) {
  const chosen = { ...choice, ...changes }
  const files = {
    [paths.loop]: documents.loop ?? valid.loop,
    [paths.rubric]: documents.rubric ?? valid.rubric,
  }
  const { corpus } = lintFiles(files)
  if (!corpus.definitions) throw new Error('the definition documents can’t be used')
  const text = template(chosen, corpus.definitions, corpus.loop)
  const found = findings({ ...files, [`drills/${folder[chosen.kind]}/${chosen.id}.md`]: text })
  return { text, lines: text.split('\n'), found, rules: [...new Set(found.map(({ rule }) => rule))].sort() }
}

/** What is found in a new round or incident: gaps, criteria without cues, and nothing that earns the general ones. */
const clean = ['placeholder']
const criterion = ['Met', 'Partly', 'Cues', 'Weight']
const flags = ['TODO name', 'TODO name', 'TODO name']
const followUp =
  '- TODO: a question that goes one step further.\n\n  TODO: its answer in two to five sentences.\n'

const headings = (lines: readonly string[]): string[] => lines.filter((line) => line.startsWith('#'))
const labels = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => /^- \*\*(.*?):\*\*/.exec(line)?.[1] ?? [])

describe('the template of a kind', () => {
  test('round', () => {
    const { text, lines, rules } = written({ components: ['asr', 'llm'] })
    expect(headings(lines)).toEqual([
      '# Call summaries',
      '## Prompt',
      '## Answer',
      '### Constraints',
      '### Model path',
      '### Evaluation',
      '### Operations',
      '### Tradeoffs',
      '## Criteria',
      '### TODO the insight',
      '### TODO a decision',
      '## Red flags',
      '## Follow-ups',
    ])
    expect(labels(lines)).toEqual([
      ...['Latency', 'Quality', 'Privacy', 'Data retention', 'Cost', 'Traffic', 'Failure tolerance'],
      ...['ASR', 'LLM'],
      ...['Offline slices', 'Online SLOs', 'Human review', 'Regression budgets'],
      ...['Deployment', 'CI/CD', 'Monitoring', 'Alerts', 'Rollback', 'Incident ownership'],
      ...['Failure modes', 'Learning', 'TODO'],
      ...criterion,
      ...criterion,
      ...flags,
    ])
    const redFlag = '- **TODO name:** TODO: what a weak answer says or leaves out.'
    expect(lines.filter((line) => line === redFlag)).toHaveLength(3)
    expect(text.split(followUp)).toHaveLength(4)
    expect(rules).toEqual(clean)
  })

  test('incident, with a label for the component that was not named', () => {
    const { lines, rules } = written({ kind: 'incident' })
    expect(labels(lines)).toEqual([
      ...['Latency', 'Quality', 'Privacy', 'Cost', 'Traffic', 'Failure tolerance', 'TODO ASR'],
      ...['Offline slices', 'Online SLOs', 'Regression budgets'],
      ...['First hour', 'Mitigation', 'Monitoring', 'Rollback', 'Incident ownership', 'Learning', 'TODO'],
      ...criterion,
      ...criterion,
      ...flags,
    ])
    expect(rules).toEqual(clean)
  })

  test('question', () => {
    const components = ['llm', 'tts']
    const topics = ['llm', '123', 'true']
    expect(written({ kind: 'question', order: 12, topics, components }).text).toBe(`---
id: call-summaries
kind: question
order: 12
difficulty: core
categories: [speech]
topics: [llm, "123", "true"]
components: [llm, tts]
---

# Call summaries

## Prompt

TODO: prompt.

## Answer

TODO: the answer in a few sentences, as a candidate could say it.

## Criteria

### TODO the insight

- **Met:** TODO: what a strong answer sees and others miss, as one statement that a stranger can tick.
- **Partly:** TODO: what earns half of it; take the line out where nothing does.
- **Cues:** TODO: code spans of the words by which an answer speaks of it.
- **Weight:** 5
`)
  })
})

const everything = ['asr', 'tts', 'llm', 'embedding', 'reranker', 'codec', 'direct-speech-model']

describe('nothing is wrong with a new drill but that it waits to be written', () => {
  test.each<[string, Partial<Choice>]>([
    ['a round', {}],
    ['a round of all components', { components: everything }],
    ['a round with a place', { order: 9999 }],
    ['an incident', { kind: 'incident' }],
    ['an incident of all components', { kind: 'incident', components: everything, order: 1 }],
    ['most categories and topics', { categories: ['speech', 'mlops', 'serving'], topics: [...'abcdefgh'] }],
    ['topics that YAML reads as something else', { topics: ['1', '1e5', '0x1f', 'null', 'false', '12-30'] }],
  ])('%s', (_, changes) => {
    expect(written(changes).rules).toEqual(clean)
  })

  test.each<[string, Partial<Choice>]>([
    ['a question', { kind: 'question' }],
    ['a question with a place', { kind: 'question', order: 3, difficulty: 'expert' }],
  ])('%s', (_, changes) => {
    expect(written(changes).rules).toEqual(['placeholder'])
  })

  test('every gap is a finding on its line', () => {
    for (const kind of ['round', 'incident', 'question'] as const) {
      const { lines, found } = written({ kind })
      const reported = new Set(found.filter(({ rule }) => rule === 'placeholder').map(({ line }) => line))
      const body = lines.indexOf('# Call summaries') + 1
      // A weight of 5 is what none would mean, and so no gap; a heading that waits for a name is one.
      const isGap = (line: string): boolean => /^(?:[^#]|### TODO)/.test(line) && line !== '- **Weight:** 5'
      const gaps = lines.flatMap((line, at) => (at >= body && isGap(line) ? [at + 1] : []))
      expect([...reported].sort((a, b) => a - b)).toEqual(gaps)
    }
  })

  test('two new drills are no duplicates of each other', () => {
    const files = {
      'drills/rounds/one-thing.md': written({ id: 'one-thing', title: 'One thing' }).text,
      'drills/rounds/other-thing.md': written({ id: 'other-thing', title: 'Other thing' }).text,
    }
    const rules = findings(files).map(({ rule }) => rule)
    expect(new Set(rules)).toEqual(new Set(clean))
  })
})

describe('the definition documents say what a template holds', () => {
  const latency =
    '- **Latency:** the time a user waits at each step, as a percentile, measured where the user is.'

  /** A practice loop with a further required point, and its bullet. */
  const withPoint = (bullet: string): string => {
    const loop = edit(valid.loop, 'round: [latency,', 'round: [consent, latency,')
    return edit(loop, latency, `${latency}\n${bullet}`)
  }

  test('a new required point', () => {
    const bullet = '- **Consent:** who agreed to what, and how that is taken back.'
    const { text, rules } = written({}, { loop: withPoint(bullet) })
    expect(text).toContain(`### Constraints\n\n${bullet}\n${latency}\n`)
    expect(rules).toEqual(clean)
  })

  test.each([
    ['short', '- **Consent:** who agreed.', '- **Consent:** TODO: who agreed. TODO TODO'],
    [
      'with marks',
      '- **Consent:** who *agreed* to `what`, [and](rubric.md) how.',
      '- **Consent:** who agreed to what, and how.',
    ],
    [
      'with literal marks',
      '- **Consent:** who agreed to 2 \\* 3 \\* 4 uses of it.',
      '- **Consent:** who agreed to 2 * 3 * 4 uses of it.',
    ],
    [
      'with an address',
      '- **Consent:** whoever agreed to [the terms](https://terms.example) and `https://terms.example/more`.',
      '- **Consent:** TODO: one full sentence TODO',
    ],
  ])('an instruction %s', (_, bullet, line) => {
    const { text, rules } = written({}, { loop: withPoint(bullet) })
    expect(text).toContain(`\n${line}\n`)
    expect(rules).toEqual(clean)
  })

  test('a point of a round that an incident does not need', () => {
    const { text } = written(
      { kind: 'incident' },
      { loop: withPoint('- **Consent:** who agreed to what, and when.') },
    )
    expect(text).not.toContain('Consent')
  })

  test('longer points', () => {
    const loop = edit(valid.loop, 'pointWords: 5', 'pointWords: 25')
    const { text, rules } = written({ components: ['asr'] }, { loop })
    expect(text).toContain('**Cost:** TODO: the budget per unit of work, and what drives it. TODO TODO')
    expect(rules).toEqual(clean)
  })

  test('more components, more tradeoffs, other words for a reason', () => {
    const changed = edit(
      edit(valid.loop, 'leastComponents: 1', 'leastComponents: 3'),
      '    least: 1',
      '    least: 2',
    )
    const loop = changed.replace(/reason: .*/, 'reason: <money> | given up .. for')
    const { lines, rules } = written({ components: ['tts'] }, { loop })
    expect(labels(lines).filter((label) => /TTS|TODO/.test(label))).toEqual([
      'TTS',
      'TODO ASR',
      'TODO LLM',
      'TODO',
      'TODO 2',
      ...flags,
    ])
    expect(lines.filter((line) => line.endsWith('what was given up, given up for TODO'))).toHaveLength(2)
    expect(rules).toEqual(clean)
  })

  test('a reason whose words stand in a list of the rubric', () => {
    const loop = valid.loop.replace(/reason: .*/, 'reason: $why')
    const rubric = valid.rubric.replace(/^lists:$/m, 'lists:\n  why: owing to | thanks to')
    const { text, rules } = written({}, { loop, rubric })
    expect(text).toContain('what was given up, owing to TODO\n')
    expect(rules).toEqual(clean)
  })

  test('more items, and parts of their own', () => {
    const loop = valid.loop
      .replace('{ least: 2, most: 12 }', '{ least: 7, most: 12 }')
      .replace(
        '- { id: red-flags, items: 3 }',
        '- { id: red-flags, items: 5 }\n      - { id: glossary, title: Glossary, items: 2 }\n      - { id: scope }',
      )
    const { text, lines, rules } = written({}, { loop })
    expect(text.split('- **TODO name:** TODO: what a weak answer says or leaves out.\n')).toHaveLength(6)
    expect(headings(lines).filter((line) => line.startsWith('### TODO'))).toEqual([
      '### TODO the insight',
      '### TODO a decision',
      '### TODO a number',
      '### TODO a risk',
      '### TODO a check',
      '### TODO a price',
      '### TODO the insight 2',
    ])
    expect(text).toContain('\n\n## Glossary\n\n- TODO\n- TODO\n\n## Scope\n\nTODO\n\n## Follow-ups\n')
    expect(rules).toEqual(clean)
  })

  test('worked figures that are not optional', () => {
    const loop = valid.loop.replace(/(id: worked-figures, holds: labels, items: 1), optional: true/, '$1')
    const { text, rules } = written({}, { loop })
    expect(text).toContain('\n\n## Worked figures\n\n- **TODO:** TODO\n\n## Criteria\n')
    expect(rules).toEqual(clean)
  })

  test('a section of its own, without points', () => {
    const section = '  - { id: handover, phase: design }\n  - id: tradeoffs'
    const headed = '### Handover\n\nSay who takes it over, *and* when.\n\n### Tradeoffs'
    const loop = edit(edit(valid.loop, '  - id: tradeoffs', section), '### Tradeoffs', headed)
    const { text, rules } = written({}, { loop })
    expect(text).toContain('\n\n### Handover\n\nTODO: Say who takes it over, and when.\n\n### Tradeoffs\n')
    expect(rules).toEqual(clean)
  })

  test('a component under another name', () => {
    const loop = edit(valid.loop, 'names: [codec]', 'names: [neural codec, codec]')
    const { lines, rules } = written({ components: ['codec'] }, { loop })
    expect(labels(lines)).toContain('Neural codec')
    expect(rules).toEqual(clean)
  })
})
