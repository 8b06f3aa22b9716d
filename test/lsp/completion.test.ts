import { describe, expect, test, vi } from 'vitest'
import type { CompletionItem, TextEdit } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { edit, paths, valid } from '../support/corpus.ts'
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
      'answer-length',
      'arithmetic',
      'near-duplicate',
    ])
  })

  test('keys of the definition documents', async () => {
    const marked = edit(valid.rubric, 'evidenceWords: 4\n', `${cursor}\n`)
    expect((await ask(await connect(), paths.rubric, marked)).labels).toEqual(['evidenceWords'])
    expect((await ask(await connect(), paths.redirects, `renamed: {}\n${cursor}`)).labels).toEqual([
      'split',
      'retired',
    ])
  })
})

describe('headings', () => {
  test('those that are missing, in order, the next one here first', async () => {
    const { labels, items, taking } = await inRound('### Evaluation\n', `#${cursor}\n`)
    expect(labels).toEqual(['### Evaluation', '## References'])
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
      '## Red flags',
      '## Follow-ups',
      '## References',
    ])
  })

  test('those of a question', async () => {
    const marked = edit(valid.question, '## Answer', `## An${cursor}`)
    expect((await ask(await connect(), paths.question, marked)).labels).toEqual([
      '## Answer',
      '## Red flags',
      '## Follow-ups',
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
    expect(labels).toHaveLength(6)
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
    expect(text).toMatch(/ten times the traffic\?\n\n\[rollback-path\]: \.\.\/rubric\.md#rollback-path\n$/)
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

  test('none in a prompt', async () => {
    expect((await inRound('Design it.', `[Design it](${cursor})`)).labels).toEqual([])
  })
})
