import { describe, expect, test, vi } from 'vitest'
import type { CompletionItem, TextEdit } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { edit, paths, valid } from '../support/corpus.ts'
import { roundSamples } from '../support/samples.ts'
import { track, trackPath } from '../support/tracks.ts'
import { type Client, connectHere as connect, cursor, withCursor } from './client.ts'

vi.setConfig({ testTimeout: 30_000 })

interface Asked {
  readonly items: readonly CompletionItem[]
  readonly labels: readonly string[]
  /** The text with an item taken. */
  readonly taking: (label: string) => string
}

async function ask(client: Client, file: string, marked: string): Promise<Asked> {
  const { text, position } = withCursor(marked)
  await client.open(file, text)
  const textDocument = { uri: client.uri(file) }
  const items = await client.request<CompletionItem[]>('textDocument/completion', { textDocument, position })
  const taking = (label: string): string => {
    const item = items.find((each) => each.label === label)
    if (!item?.textEdit) throw new Error(`no ${label}`)
    const edits = [item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])]
    return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits)
  }
  const sorted = items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
  return { items, labels: sorted.map(({ label }) => label), taking }
}

const inRound = async (from: string, to: string): Promise<Asked> =>
  ask(await connect(), paths.round, edit(valid.round, from, to))

describe('front matter', () => {
  test('keys that are missing, with their descriptions', async () => {
    const { labels, items, taking } = await inRound('order: 1\ndifficulty: core\n', `d${cursor}\n`)
    expect(labels).toEqual(['difficulty', 'order', 'status', 'exceptions'])
    expect(items[0]).toMatchObject({
      detail: 'required',
      documentation: {
        kind: 'markdown',
        value: 'How much experience a good answer takes: `core`, `advanced` or `expert`.',
      },
    })
    expect(taking('difficulty')).toContain('kind: round\ndifficulty: \ncategories:')
  })

  test('all keys while nothing else is there', async () => {
    const { labels } = await ask(await connect(), 'drills/rounds/new.md', `---\n${cursor}`)
    expect(labels.slice(0, 5)).toEqual(['id', 'kind', 'difficulty', 'categories', 'topics'])
  })

  test('values of a key', async () => {
    const { labels, taking } = await inRound('difficulty: core', `difficulty: ${cursor}`)
    expect(labels).toEqual(['core', 'advanced', 'expert'])
    expect(taking('expert')).toContain('\ndifficulty: expert\n')
  })

  test('a value right behind the colon, and in place of another', async () => {
    expect((await inRound('difficulty: core', `difficulty:${cursor}`)).taking('core')).toBe(valid.round)
    expect((await inRound('difficulty: core', `difficulty: ex${cursor}pert`)).taking('core')).toBe(
      valid.round,
    )
  })

  test('values of a list that are not in it', async () => {
    const { labels, taking } = await inRound('[system-design]', `[system-design, s${cursor}]`)
    expect(labels).toEqual(['fundamentals', 'serving', 'mlops', 'debugging', 'evaluation', 'speech'])
    expect(taking('speech')).toContain('categories: [system-design, speech]\n')
    expect((await inRound('categories: [system-design]', `categories: ${cursor}`)).taking('mlops')).toContain(
      'categories: [mlops]\n',
    )
    expect(
      (await inRound('[system-design]', `\n  - system-design\n  - ${cursor}`)).taking('mlops'),
    ).toContain('\n  - system-design\n  - mlops\n')
  })

  test('the id is the file’s name', async () => {
    expect((await inRound('id: voice-note-search', `id: ${cursor}`)).labels).toEqual(['voice-note-search'])
  })

  test('rules that have exceptions', async () => {
    const { labels } = await inRound('topics: [asr]', `topics: [asr]\nexceptions:\n  - rule: ${cursor}`)
    expect(labels).toEqual([
      'tradeoff-reason',
      'model-dominates',
      'rubric-evidence',
      'vague-criterion',
      'answer-length',
      'arithmetic',
      'near-duplicate',
    ])
  })

  test('keys of the definition documents', async () => {
    const marked = edit(valid.rubric, 'evidenceWords: 4\n', `${cursor}\n`)
    expect((await ask(await connect(), paths.rubric, marked)).labels).toEqual(['evidenceWords', 'common'])
    expect((await ask(await connect(), paths.redirects, `renamed: {}\n${cursor}`)).labels).toEqual([
      'split',
      'retired',
      'criteria',
    ])
  })
})

describe('headings', () => {
  test('those that are missing, in order, the next one here first', async () => {
    const { labels, items, taking } = await inRound('### Evaluation\n', `#${cursor}\n`)
    expect(labels).toEqual(['### Evaluation', '## Worked figures', '## See also', '## References'])
    expect(items.filter(({ preselect }) => preselect).map(({ label }) => label)).toEqual(['### Evaluation'])
    expect(items[0]?.documentation).toEqual({
      kind: 'markdown',
      value: 'Say how you know that it works before the launch and after it, and what makes you stop.',
    })
    expect(taking('### Evaluation')).toBe(valid.round)
  })

  test('all of them in an empty drill', async () => {
    const head = valid.round.slice(0, valid.round.indexOf('## Prompt'))
    const { labels } = await ask(await connect(), paths.round, `${head}##${cursor}`)
    expect(labels).toEqual([
      '## Prompt',
      '## Answer',
      '### Constraints',
      '### Model path',
      '### Evaluation',
      '### Operations',
      '### Tradeoffs',
      '## Worked figures',
      '## Criteria',
      '## Red flags',
      '## Follow-ups',
      '## See also',
      '## References',
    ])
  })

  test('those of a question', async () => {
    const marked = edit(valid.question, '## Answer', `## An${cursor}`)
    expect((await ask(await connect(), paths.question, marked)).labels).toEqual([
      '## Answer',
      '## Worked figures',
      '## Red flags',
      '## Follow-ups',
      '## See also',
      '## References',
    ])
  })
})

describe('points', () => {
  const alerts = '- **Alerts:** page when empty results stay above 9 % for 15 minutes.\n'

  test('those of the section, missing ones first, with their instruction', async () => {
    const { labels, items, taking } = await inRound(alerts, `- ${cursor}\n`)
    expect(labels).toEqual(['Alerts', 'First hour', 'Mitigation'])
    expect(items[0]).toMatchObject({
      detail: 'required',
      documentation: { value: 'the conditions that wake a person, with their windows.' },
    })
    expect(taking('Alerts')).toBe(edit(valid.round, alerts, '- **Alerts:** \n'))
  })

  test('with the stars begun, closed by the editor, or on an empty line', async () => {
    const wanted = edit(valid.round, alerts, '- **Alerts:** \n')
    for (const line of [`- **Al${cursor}`, `- **${cursor}**`, `- *${cursor}*`, cursor])
      expect((await inRound(alerts, `${line}\n`)).taking('Alerts')).toBe(wanted)
  })

  test('components of the model path', async () => {
    const { labels, taking } = await inRound('### Evaluation', `- ${cursor}\n\n### Evaluation`)
    expect(labels).toEqual(['TTS', 'LLM', 'reranker', 'codec', 'direct speech model'])
    expect(taking('TTS')).toContain('\n- **TTS:** \n')
  })

  test('none where no points are declared', async () => {
    expect((await inRound('- Measures the recogniser', `- ${cursor}Measures the recogniser`)).labels).toEqual(
      [],
    )
    expect((await inRound('page when empty', `page when ${cursor}empty`)).labels).toEqual([])
  })
})

describe('criteria', () => {
  test('in the target of a link: first those that are still to be earned here', async () => {
    const { labels, items, taking } = await inRound('../rubric.md#rollback-path', cursor)
    expect(labels[0]).toBe('rollback-path')
    expect(labels).toHaveLength(8)
    expect(items[0]?.detail).toBe('Rollback path')
    expect(JSON.stringify(items[0]?.documentation)).toContain('There is a known earlier state, a trigger')
    expect(taking('rollback-path')).toBe(valid.round)
  })

  test('with the parenthesis still open, and half of the target there', async () => {
    const { taking } = await inRound('(../rubric.md#rollback-path).', `(../rubric.md#ro${cursor}`)
    expect(taking('rollback-path')).toContain('previous index](../rubric.md#rollback-path)\n')
  })

  test('in a reference, whose definition is added', async () => {
    const { taking } = await inRound('(../rubric.md#rollback-path)', `[${cursor}]`)
    const text = taking('rollback-path')
    expect(text).toContain('previous index][rollback-path].\n')
    expect(text).toMatch(/ever needs two owners\.\n\n\[rollback-path\]: \.\.\/rubric\.md#rollback-path\n$/)
    const client = await connect()
    expect(await client.open(paths.round, text)).toEqual([])
  })

  test('in a definition', async () => {
    const wanted = `${valid.round}\n[rollback-path]: ../rubric.md#rollback-path`
    for (const line of [`[ro${cursor}`, `[${cursor}]`, `[rollback-path]: ${cursor}`]) {
      const { taking } = await ask(await connect(), paths.round, `${valid.round}\n${line}`)
      expect(taking('rollback-path')).toBe(wanted)
    }
  })

  test('of the drill itself, with what meets them', async () => {
    const { labels, items, taking } = await inRound('](#one-release-for-both)', `](#${cursor})`)
    expect(labels.slice(0, 2)).toEqual(['one-release-for-both', 'index-goes-stale'])
    expect(items[0]).toMatchObject({
      detail: 'One release for both',
      filterText: '#one-release-for-both',
      documentation: {
        value: `**One release for both** (weight 8), a criterion of this drill

- **Met:** the index and the recogniser that filled it change in one release.
- **Partly:** both have versions, which may differ.
- **Also met:** the index is rebuilt before a new recogniser serves.

Cues: \`pinned together\`, \`index & model & one release\`, \`rebuil* .. index\``,
      },
    })
    expect(taking('one-release-for-both')).toBe(valid.round)
  })

  test('of the drill before the general ones until a phrase meets them, and half typed', async () => {
    const unmet = edit(valid.round, '](#index-goes-stale)', '](#one-release-for-both)')
    const marked = edit(unmet, 'decides alone.', `[decides alone](${cursor}`)
    const { labels } = await ask(await connect(), paths.round, marked)
    expect(labels.slice(0, 3)).toEqual([
      'index-goes-stale',
      'one-release-for-both',
      'measurable-launch-gates',
    ])
    const typed = await inRound('decides alone.', `[decides alone](#roll${cursor}`)
    expect(typed.items.find(({ label }) => label === 'rollback-path')?.filterText).toBe('#rollback-path')
    expect(typed.taking('rollback-path')).toContain('[decides alone](../rubric.md#rollback-path)\n')
    expect(typed.taking('index-goes-stale')).toContain('[decides alone](#index-goes-stale)\n')
  })

  test('of the drill not behind a path', async () => {
    const { labels } = await inRound('decides alone.', `[decides alone](../${cursor}`)
    expect(labels).toHaveLength(6)
    expect(labels).not.toContain('index-goes-stale')
  })

  test('of the drill in a reference', async () => {
    const { taking } = await inRound('(#index-goes-stale)', `[${cursor}]`)
    const text = taking('index-goes-stale')
    expect(text).toMatch(
      /holds\]\[index-goes-stale\]\.\n(?:.*\n)*\n\[index-goes-stale\]: #index-goes-stale\n$/,
    )
    const client = await connect()
    expect(await client.open(paths.round, text)).toEqual([])
  })

  test('none in a prompt', async () => {
    expect((await inRound('Design it.', `[Design it](${cursor})`)).labels).toEqual([])
  })
})

describe('below a criterion', () => {
  const partly = '- **Partly:** both have versions, which may differ.\n'

  test('labels that are not there, with what they are for', async () => {
    const { labels, items, taking } = await inRound(partly, `${cursor}\n`)
    expect(labels).toEqual(['Partly', 'Also met', 'Revision'])
    expect(items[0]).toMatchObject({
      detail: 'optional',
      documentation: { value: 'what earns half of it' },
    })
    expect(items[1]?.detail).toBe('optional, may repeat')
    expect(taking('Partly')).toBe(edit(valid.round, partly, '- **Partly:** \n'))
  })

  test('with the stars begun, or closed by the editor', async () => {
    for (const line of [`- **Pa${cursor}`, `- **${cursor}**`, `- *${cursor}*`, `- ${cursor}`])
      expect((await inRound(partly, `${line}\n`)).taking('Partly')).toBe(
        edit(valid.round, partly, '- **Partly:** \n'),
      )
  })

  test('all of them in one that is only a name yet', async () => {
    const { labels, items } = await inRound(
      '## Red flags',
      `### Third thing here\n\n${cursor}\n\n## Red flags`,
    )
    expect(labels).toEqual(['Met', 'Partly', 'Also met', 'Cues', 'Weight', 'Revision'])
    expect(items.filter(({ detail }) => detail === 'required').map(({ label }) => label)).toEqual([
      'Met',
      'Cues',
    ])
  })

  test('its name is free', async () => {
    const { labels } = await inRound('## Red flags', `### ${cursor}\n\n## Red flag`)
    expect(labels).toEqual([])
  })
})

describe('see also', () => {
  const seeAlso = (line: string): Promise<Asked> =>
    connect({ [paths.incident]: valid.incident, [paths.question]: valid.question }).then((client) =>
      ask(client, paths.round, `${valid.round}\n## See also\n\n${line}\n`),
    )

  test('other drills as items, and as targets of links', async () => {
    const { labels, taking } = await seeAlso(`- ${cursor}`)
    expect(labels).toEqual(['empty-search-results', 'what-is-recall'])
    expect(taking('empty-search-results')).toMatch(
      /\n- \[Empty search results\]\(\.\.\/incidents\/empty-search-results\.md\): \n$/,
    )
    expect((await seeAlso(`- [It](../q${cursor})`)).taking('what-is-recall')).toMatch(
      /\n- \[It\]\(\.\.\/questions\/what-is-recall\.md\)\n$/,
    )
  })
})

describe('components', () => {
  test('of a question', async () => {
    const marked = (line: string): string =>
      edit(valid.question, 'topics: [recall]', `topics: [recall]\n${line}`)
    const key = await ask(await connect(), paths.question, marked(`c${cursor}`))
    expect(key.labels).toContain('components')
    const { labels, items, taking } = await ask(
      await connect(),
      paths.question,
      marked(`components: [asr, ${cursor}]`),
    )
    expect(labels).toEqual(['tts', 'llm', 'embedding', 'reranker', 'codec', 'direct-speech-model'])
    expect(items[0]?.detail).toBe('TTS, speech synthesiser, speech synthesizer')
    expect(taking('codec')).toContain('\ncomponents: [asr, codec]\n')
  })
})

describe('tracks', () => {
  const file = trackPath('first-week')
  const withQuestion = async (): Promise<Client> => {
    const client = await connect()
    await client.open(paths.question, valid.question)
    return client
  }
  const inTrack = async (from: string, to: string): Promise<Asked> =>
    ask(await withQuestion(), file, edit(track(), from, to))
  const ids = 'what-is-recall, voice-note-search, empty-search-results'

  test('keys, the id, and the drills that are not there yet', async () => {
    expect((await ask(await connect(), file, `---\n${cursor}`)).labels).toEqual(['id', 'order', 'drills'])
    expect((await inTrack('id: first-week', `id: ${cursor}`)).labels).toEqual(['first-week'])
    const { labels, items, taking } = await inTrack(ids, `what-is-recall, ${cursor}`)
    expect(labels).toEqual(['voice-note-search'])
    expect(items.find(({ label }) => label === 'voice-note-search')?.detail).toBe('Voice note search')
    expect(taking('voice-note-search')).toBe(edit(track(), ids, 'what-is-recall, voice-note-search'))
    const block = await inTrack(`[${ids}]`, `\n  - ${cursor}`)
    expect(block.labels).toContain('what-is-recall')
  })

  test('nothing in the text, where headings have no place', async () => {
    for (const line of [`## ${cursor}`, `- **${cursor}`, cursor])
      expect((await inTrack('For whoever', `${line}\nFor whoever`)).labels).toEqual([])
  })
})

describe('samples', () => {
  const strong = 'drills/samples/voice-note-search/strong.md'
  const { [strong]: sample = '' } = roundSamples()
  const inSample = async (from: string, to: string): Promise<Asked> =>
    ask(await connect(), strong, edit(sample, from, to))

  test('keys and values of the front matter, also while it is still open', async () => {
    const { labels } = await ask(await connect(), strong, `---\n${cursor}`)
    expect(labels).toEqual(['drill', 'level', 'form', 'split', 'verdicts', 'redFlags'])
    expect((await ask(await connect(), strong, `---\ndrill: ${cursor}`)).labels).toEqual([
      'voice-note-search',
    ])
    expect((await inSample('level: strong', `level: ${cursor}`)).labels).toEqual([
      'weak',
      'middling',
      'strong',
    ])
    expect((await inSample('form: typed', `form: ${cursor}`)).labels).toEqual(['typed', 'spoken'])
    expect((await inSample('split: tuned', `split: ${cursor}`)).taking('tuned')).toBe(sample)
  })

  const verdicts = '  index-goes-stale: met\n  explicit-assumptions: not\n'

  test('criteria without a verdict, those of the drill first', async () => {
    const { labels, items, taking } = await inSample(verdicts, `  ${cursor}\n`)
    expect(labels).toEqual(['index-goes-stale', 'explicit-assumptions', 'every missing criterion'])
    expect(items[0]).toMatchObject({ detail: 'Index goes stale' })
    expect(JSON.stringify(items[0]?.documentation)).toContain('names the words of the old recogniser')
    expect(taking('index-goes-stale')).toBe(edit(sample, verdicts, '  index-goes-stale: \n'))
    expect(taking('every missing criterion')).toBe(
      edit(sample, verdicts, '  index-goes-stale: \n  explicit-assumptions: \n'),
    )
  })

  test('criteria half typed, without indentation, and in place of another', async () => {
    expect((await inSample(verdicts, `  index-g${cursor}\n`)).taking('index-goes-stale')).toBe(
      edit(sample, verdicts, '  index-goes-stale: \n'),
    )
    const { labels, taking } = await ask(await connect(), strong, `---\nlevel: weak\nverdicts:\n${cursor}`)
    expect(labels.slice(0, 2)).toEqual(['one-release-for-both', 'index-goes-stale'])
    expect(labels).toContain('drill')
    expect(taking('index-goes-stale')).toMatch(/\nverdicts:\n {2}index-goes-stale: $/)
    expect(
      (await inSample('index-goes-stale: met', `index-${cursor}goes-stael: met`)).taking('index-goes-stale'),
    ).toBe(sample)
    expect((await inSample('---\n\nThe index', `${cursor}---\n\nThe index`)).labels).toEqual(['redFlags'])
  })

  test('verdicts', async () => {
    const { labels, taking } = await inSample('index-goes-stale: met', `index-goes-stale:${cursor}`)
    expect(labels).toEqual(['met', 'partly', 'not'])
    expect(taking('met')).toBe(sample)
    expect((await inSample('index-goes-stale: met', `index-goes-stale: p${cursor}`)).taking('met')).toBe(
      sample,
    )
  })

  test('both inside of braces', async () => {
    const flow = (line: string): Promise<Asked> =>
      connect().then((client) => ask(client, strong, `---\nverdicts: ${line}\n---\n`))
    const { labels, taking } = await flow(`{ index-goes-stale: met, ${cursor} }`)
    expect(labels.slice(0, 2)).toEqual(['one-release-for-both', 'explicit-assumptions'])
    expect(taking('rollback-path')).toContain('{ index-goes-stale: met, rollback-path:  }')
    expect((await flow(`{ index-goes-stale: ${cursor} }`)).labels).toEqual(['met', 'partly', 'not'])
  })

  test('red flags, the drill’s and the rubric’s', async () => {
    const { labels, items } = await inSample('split: tuned', `split: tuned\nredFlags: [${cursor}]`)
    expect(labels[0]).toBe('sends-audio-to-a-search-index')
    expect(labels).toContain('model-choice-is-the-system')
    expect(JSON.stringify(items[0]?.documentation)).toContain('without asking who may read it')
    const block = await inSample('split: tuned', `split: tuned\nredFlags:\n  - ${cursor}`)
    expect(block.labels).toEqual(labels)
  })

  test('nothing in the answer, which stands as it came', async () => {
    for (const line of [`[The index](${cursor}`, `## ${cursor}`, `- **${cursor}`, cursor])
      expect((await inSample('The index', `${line}\nThe index`)).labels).toEqual([])
  })

  test('of no drill get what the schema says', async () => {
    const file = 'drills/samples/nowhere/strong.md'
    expect((await ask(await connect(), file, `---\nverdicts:\n  ${cursor}`)).labels).toEqual([])
    expect((await ask(await connect(), file, `---\nlevel: ${cursor}`)).labels).toHaveLength(3)
  })
})
