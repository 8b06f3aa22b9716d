import { describe, expect, test, vi } from 'vitest'
import type { DocumentSymbol, Hover, Location, SymbolInformation } from 'vscode-languageserver/node'
import { edit, paths, valid } from '../support/corpus.ts'
import { type Client, connectHere as connect, cursor, withCursor } from './client.ts'

vi.setConfig({ testTimeout: 30_000 })

async function at<R>(client: Client, method: string, file: string, marked: string): Promise<R> {
  const { text, position } = withCursor(marked)
  await client.open(file, text)
  return client.request<R>(`textDocument/${method}`, { textDocument: { uri: client.uri(file) }, position })
}

const hoverRound = async (from: string, to: string): Promise<string | undefined> => {
  const found = await at<Hover | null>(await connect(), 'hover', paths.round, edit(valid.round, from, to))
  return found === null ? undefined : (found.contents as { value: string }).value
}

describe('hover', () => {
  test('on a label: the instruction of its point', async () => {
    const marked = edit(valid.round, '**Latency:**', `**Lat${cursor}ency:**`)
    expect(await at(await connect(), 'hover', paths.round, marked)).toEqual({
      contents: {
        kind: 'markdown',
        value: 'the time a user waits at each step, as a percentile, measured where the user is.',
      },
      range: { start: { line: 19, character: 2 }, end: { line: 19, character: 14 } },
    })
  })

  test('on a claim: what the criterion asks for, in the words of the rubric', async () => {
    const text = await hoverRound('returns to the previous', `returns ${cursor}to the previous`)
    expect(text).toMatch(
      /^\*\*Rollback path\*\* \(weight 15\), earned in Operations\n\nThere is a known earlier state/,
    )
    expect(text).toContain('- the state it goes back to (“back to the previous version”,')
    expect(text).toMatch(/\n\nThis phrase earns it\.$/)
  })

  test('on a claim that fails: what its words lack', async () => {
    const text = await hoverRound(
      'when empty results exceed 9 % for 15 minutes, traffic returns to the previous index',
      `traffic goes somewhere ${cursor}else then`,
    )
    expect(text).toMatch(
      /This phrase lacks the state it goes back to \(.* and a trigger or a time, with a number/,
    )
  })

  test('on a key of the front matter: its description', async () => {
    expect(await hoverRound('difficulty:', `diff${cursor}iculty:`)).toBe(
      'How much experience a good answer takes: `core`, `advanced` or `expert`.',
    )
    const nested = `topics: [asr]\nexceptions:\n  - { rule: points, rea${cursor}son: none }`
    expect(await hoverRound('topics: [asr]', nested)).toBe('Why the rule is wrong about this drill.')
  })

  test('on a heading: its instruction, or how much belongs under it', async () => {
    expect(await hoverRound('### Tradeoffs', `### Trade${cursor}offs`)).toBe(
      'Name at least one thing that you deliberately did not optimise, and the reason. Begin each point with what was given up.',
    )
    expect(await hoverRound('## Red flags', `## Red${cursor} flags`)).toBe(
      'Part of every round, with at least 3 items.',
    )
  })

  test('on anything else: nothing', async () => {
    expect(await hoverRound('Design it.', `Design${cursor} it.`)).toBeUndefined()
  })
})

describe('definition', () => {
  const define = (client: Client, from: string, to: string): Promise<Location | null> =>
    at(client, 'definition', paths.round, edit(valid.round, from, to))

  const lineOf = (text: string, line: string): number => text.split('\n').indexOf(line)

  test('of a criterion is its heading in the rubric', async () => {
    const client = await connect()
    const line = lineOf(valid.rubric, '### Rollback path')
    expect(await define(client, 'returns to', `returns${cursor} to`)).toEqual({
      uri: client.uri(paths.rubric),
      range: { start: { line, character: 0 }, end: { line, character: 17 } },
    })
  })

  test('follows the open text of the other document', async () => {
    const client = await connect()
    await client.open(paths.rubric, edit(valid.rubric, '# Rubric\n', '\n\n# Rubric\n'))
    const found = await define(client, 'returns to', `returns${cursor} to`)
    expect(found?.range.start.line).toBe(lineOf(valid.rubric, '### Rollback path') + 2)
  })

  test('of links to other files and their headings, in the corpus and outside', async () => {
    const files = { 'docs/guide.md': '# Guide\n\n## Terms\n', [paths.question]: valid.question }
    const link = (target: string): [string, string] => [
      'Design it.',
      `Design it; see [this](${target}${cursor}).`,
    ]
    const first = await connect(files)
    expect(await define(first, ...link('../../docs/guide.md#terms'))).toEqual({
      uri: first.uri('docs/guide.md'),
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 8 } },
    })
    const second = await connect(files)
    expect(await define(second, ...link('../questions/what-is-recall.md#answer'))).toMatchObject({
      uri: second.uri(paths.question),
      range: { start: { line: lineOf(valid.question, '## Answer') } },
    })
    for (const target of ['nowhere.md', 'https://e.example/x', '../../../../etc/passwd', '../rounds'])
      expect(await define(await connect(files), ...link(target))).toBeNull()
  })
})

describe('symbols', () => {
  const hierarchical = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } }
  const outline = (found: readonly DocumentSymbol[], depth = 0): string[] =>
    found.flatMap(({ name, children = [] }) => [
      `${'  '.repeat(depth)}${name}`,
      ...outline(children, depth + 1),
    ])

  test('are the headings and the points under them', async () => {
    const client = await connect({}, hierarchical)
    await client.open(paths.round, valid.round)
    const textDocument = { uri: client.uri(paths.round) }
    const found = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument })
    expect(outline(found).slice(0, 14)).toEqual([
      'Voice note search',
      '  Prompt',
      '  Answer',
      '    Constraints',
      '      Latency',
      '      Quality',
      '      Privacy',
      '      Data retention',
      '      Cost',
      '      Traffic',
      '      Failure tolerance',
      '    Model path',
      '      ASR',
      '      Embedding',
    ])
    expect(found[0]?.range).toEqual({ start: { line: 9, character: 0 }, end: { line: 64, character: 49 } })
  })

  test('are a list for clients that know no more', async () => {
    const client = await connect()
    await client.open(paths.rubric, valid.rubric)
    const textDocument = { uri: client.uri(paths.rubric) }
    const found = await client.request<SymbolInformation[]>('textDocument/documentSymbol', { textDocument })
    expect(found.slice(0, 3).map(({ name }) => name)).toEqual(['Rubric', 'Criteria', 'Explicit assumptions'])
    expect(found[0]?.location.uri).toBe(textDocument.uri)
  })
})
