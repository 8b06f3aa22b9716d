import { expect, test, vi } from 'vitest'
import type { CodeAction, CodeActionParams, Range } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { codeActions } from '../../src/lsp/fixes.ts'
import { openSession } from '../../src/lsp/session.ts'
import { viewOf } from '../../src/lsp/view.ts'
import type { Diagnostic, Edit } from '../../src/model/diagnostic.ts'
import { chooseEdits } from '../../src/rules/fixes/choose-edits.ts'
import { applyEdits } from '../../src/text/apply-edits.ts'
import { edit, findings, paths, valid } from '../support/corpus.ts'
import { memoryReader, root } from '../support/terminal.ts'
import { connect } from './client.ts'

vi.setConfig({ testTimeout: 30_000 })

const uri = `file://${root}/${paths.round}`
const everywhere: Range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } }

/** A finding on the first of some words, with edits that replace those given. */
function finding(text: string, ...replacements: readonly (readonly [string, string])[]): Diagnostic {
  const fix = replacements.map(([from, to]): Edit => {
    const start = text.indexOf(from)
    return { start, end: start + from.length, text: to }
  })
  const line = text.slice(0, fix[0]?.start).split('\n').length
  const place = { line, column: 1, endLine: line, endColumn: 2 }
  return { file: paths.round, ...place, severity: 'error', rule: 'points', message: 'm', url: 'u', fix }
}

/** What is offered for a text, and the text after taking one. */
function offered(
  text: string,
  found: readonly Diagnostic[],
  range: Range = everywhere,
  only?: string[],
): { actions: CodeAction[]; taking: (action: CodeAction | undefined) => string } {
  const session = openSession(memoryReader({ [paths.round]: text }), {
    publish: () => {},
    complain: (error) => {
      throw error
    },
  })
  const document = TextDocument.create(uri, 'markdown', 1, text)
  session.put(document)
  const member = session.member(uri)
  if (!member) throw new Error('no member')
  const view = viewOf(member)
  session.end()
  const context = { diagnostics: [], ...(only && { only }) }
  const actions = codeActions(found, () => applyEdits(text, chooseEdits(found)), view, {
    textDocument: { uri },
    range,
    context,
  })
  const taking = (action: CodeAction | undefined): string =>
    TextDocument.applyEdits(document, action?.edit?.changes?.[uri] ?? [])
  return { actions, taking }
}

const outside = edit(edit(valid.round, '**Cost:**', '**Cost**:'), '**Alerts:**', '**Alerts**:')
const cost = finding(outside, ['**Cost**:', '**Cost:**'])
const alerts = finding(outside, ['**Alerts**:', '**Alerts:**'])

test('a fix stands with its finding and makes the text clean', () => {
  const text = edit(valid.round, '**Cost:**', '**Cost**:')
  const { actions, taking } = offered(text, [finding(text, ['**Cost**:', '**Cost:**'])])
  expect(actions).toMatchObject([
    {
      title: 'Replace `**Cost**:` with `**Cost:**`',
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'points', source: 'drills' }],
    },
  ])
  expect(findings({ [paths.round]: taking(actions[0]) })).toEqual([])
})

test('several fixes can be made one by one or all at once', () => {
  const { actions, taking } = offered(outside, [cost, alerts])
  expect(actions.map(({ kind, title }) => [kind, title])).toEqual([
    ['quickfix', 'Replace `**Cost**:` with `**Cost:**`'],
    ['quickfix', 'Replace `**Alerts**:` with `**Alerts:**`'],
    ['source.fixAll', 'Fix all that drills can fix in this file'],
  ])
  expect(taking(actions[1])).toBe(edit(valid.round, '**Cost:**', '**Cost**:'))
  expect(taking(actions[2])).toBe(valid.round)
})

test('only what the range touches, and only what is asked for', () => {
  const line = cost.line - 1
  const range = { start: { line, character: 0 }, end: { line, character: 0 } }
  const kinds = (...more: [Range, string[]?]): unknown[] =>
    offered(outside, [cost, alerts], ...more).actions.map(({ kind }) => kind)
  expect(kinds(range)).toEqual(['quickfix', 'source.fixAll'])
  expect(kinds(range, ['quickfix'])).toEqual(['quickfix'])
  expect(kinds(range, ['source'])).toEqual(['source.fixAll'])
  expect(kinds(range, ['source.fixAll'])).toEqual(['source.fixAll'])
  expect(kinds(range, ['refactor'])).toEqual([])
  expect(offered(outside, [cost], range, ['source.fixAll']).actions).toHaveLength(1)
  expect(offered(outside, [{ ...cost, fix: [] }]).actions).toEqual([])
})

test('everything fixed is one edit, of what differs', () => {
  const text = edit(valid.round, '**Cost:**', '**Cost**:')
  const { actions } = offered(text, [finding(text, ['**Cost**:', '**Cost:**'])], everywhere, [
    'source.fixAll',
  ])
  expect(actions).toHaveLength(1)
  const [only] = actions[0]?.edit?.changes?.[uri] ?? []
  expect(only?.newText).toBe(':**')
  expect(only?.range).toEqual({ start: { line: 23, character: 8 }, end: { line: 23, character: 11 } })
})

test('a fix of several edits, an insertion and a removal say what they do', () => {
  const many = finding(outside, ['**Cost**:', '**Cost:**'], ['**Alerts**:', '**Alerts:**'])
  const insertion = { ...cost, fix: [{ start: 3, end: 3, text: '\n- **Privacy:** ' }] }
  const removal = finding(outside, ['**Cost**:', ''])
  const blanks = { ...cost, fix: [{ start: 3, end: 4, text: '' }] }
  expect(offered(outside, [many, insertion, removal, blanks]).actions.map(({ title }) => title)).toEqual([
    'Replace `**Cost**:` with `**Cost:**`, and 1 more',
    'Insert `- **Privacy:**`',
    'Remove `**Cost**:`',
    'Remove blanks',
    'Fix all that drills can fix in this file',
  ])
})

test('offsets count a byte order mark', () => {
  const text = `\ufeff${outside}`
  const { actions, taking } = offered(text, [
    finding(text, ['\ufeff', '']),
    finding(text, ['**Cost**:', 'x']),
  ])
  expect(taking(actions[0])).toBe(outside)
  expect(taking(actions[1])).toContain('\n- x transcription')
})

test('the server fixes what the linter can fix, until nothing is left', async () => {
  const mistakes: readonly (readonly [string, string])[] = [
    ['**Cost:**', '**Cost**:'],
    ['**Alerts:**', '**Alerts**'],
    ['### Tradeoffs', '#### Tradeofs'],
  ]
  const text = mistakes.reduce((before, [right, wrong]) => edit(before, right, wrong), valid.round)
  const client = await connect()
  const found = await client.open(paths.round, text)
  expect(found.length).toBeGreaterThanOrEqual(mistakes.length)
  const own = client.uri(paths.round)
  const ask = (range: Range, only: string[]): Promise<CodeAction[]> => {
    const params: CodeActionParams = { textDocument: { uri: own }, range, context: { diagnostics: [], only } }
    return client.request('textDocument/codeAction', params)
  }
  const applied = (action: CodeAction | undefined): string =>
    TextDocument.applyEdits(TextDocument.create(own, 'markdown', 1, text), action?.edit?.changes?.[own] ?? [])
  const colon = found.find(({ message }) => message.toString().includes('colon outside'))
  const [quick] = await ask(colon?.range ?? everywhere, ['quickfix'])
  expect(applied(quick)).toBe(edit(text, '**Cost**:', '**Cost:**'))
  const [all] = await ask(everywhere, ['source.fixAll'])
  expect(applied(all)).toBe(valid.round)
  expect(await client.change(paths.round, applied(all))).toEqual([])
})
