import { writeFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { edit, historyOf, paths, valid } from '../support/corpus.ts'
import { roundSamples } from '../support/samples.ts'
import { drills, put, temporaryFolder } from '../support/terminal.ts'
import { brief, type Client, connect, connectHere } from './client.ts'

vi.setConfig({ testTimeout: 30_000 })

const questions = ['completion', 'hover', 'definition', 'documentSymbol', 'codeAction']

/** Asks everything about a place. */
const askAll = (client: Client, uri: unknown, position: unknown, range: unknown): Promise<unknown[]> =>
  Promise.all(
    questions.map((question) =>
      client.request(`textDocument/${question}`, {
        textDocument: { uri },
        position,
        range,
        context: { diagnostics: [] },
      }),
    ),
  )

const start = { line: 0, character: 0 }
const nothing = [null, null, null, null, null]

/** Proves that findings still come. */
async function isAlive(client: Client): Promise<void> {
  const found = await client.open(paths.round, edit(valid.round, 'difficulty: core', 'difficulty: hard'))
  expect(found.map(({ code }) => code)).toEqual(['schema'])
}

describe('the end', () => {
  test('after a shutdown is 0', async () => {
    const client = await connect()
    await isAlive(client)
    expect(await client.goodbye()).toBe(0)
    expect((await client.ended).stderr).toBe('')
  })

  test('without a shutdown is 1', async () => {
    const client = await connect()
    client.notify('exit', undefined)
    expect(await client.ended).toEqual({ code: 1, stderr: '' })
  })

  test('of standard input ends it, also in the middle of a message', async () => {
    const client = await connect()
    await client.settled()
    client.raw('Content-Length: 100\r\n\r\n{')
    client.hangUp()
    expect(await client.ended).toEqual({ code: 1, stderr: '' })
    const polite = await connect()
    await polite.request('shutdown', undefined)
    polite.hangUp()
    expect(await polite.ended).toEqual({ code: 0, stderr: '' })
  })

  test.each([
    [
      ['lsp'],
      'drills: `drills lsp` talks over standard input and output; start it as `drills lsp --stdio`\n',
    ],
    [['lsp', '--stdio', 'drills'], 'drills: `drills lsp` takes no paths; the editor names the files\n'],
    [['lsp', '--socket=1'], 'drills: unknown flag `--socket`; see `drills lsp --help`\n'],
  ])('of %j is 2', async (args, stderr) => {
    expect(await drills(args)).toEqual({ code: 2, stdout: '', stderr })
  })
})

const ways = [
  ['the process', connect],
  ['this process', connectHere],
] as const

describe.each(ways)('documents that are none of the business of %s', (_, connect) => {
  test('get no findings and no answers', async () => {
    const client = await connect({ 'README.md': '# x\n' })
    const elsewhere = temporaryFolder()
    put(elsewhere, { 'drills/rounds/a.md': '' })
    const uris = [
      'untitled:Untitled-1',
      'git:/x/drills/rounds/a.md?ref',
      'file:///%00/drills/rounds/a.md',
      'file:///a%2Fb/drills/rounds/a.md',
      'file://host/drills/rounds/a.md',
      'file:///drills/rounds/%E0%A4%A',
      'file:',
      '',
      'x'.repeat(10_000),
      `file://${elsewhere}/drills/rounds/a.md`,
      client.uri('README.md'),
      client.uri('drills/rounds/notes.txt'),
      client.uri('drills/node_modules/a/b.md'),
      client.uri('drills/.hidden/b.md'),
      client.uri('../outside.md'),
    ]
    for (const uri of uris) {
      client.notify('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text: 'TODO {{ x }}' },
      })
      expect(await askAll(client, uri, start, { start, end: start })).toEqual(nothing)
    }
    await isAlive(client)
    expect([...client.shown.keys()]).toEqual([client.uri(paths.round)])
    expect(client.log).toEqual([])
  })

  test('that become part of a corpus are taken in', async () => {
    const client = await connect({ [paths.loop]: '' })
    const folder = temporaryFolder()
    const uri = `file://${folder}/${paths.round}`
    const text = 'TODO'
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } })
    await client.settled()
    expect(client.shown.has(uri)).toBe(false)
    put(folder, { [paths.loop]: valid.loop, [paths.rubric]: valid.rubric })
    const found = client.next(uri)
    client.notify('workspace/didChangeWatchedFiles', { changes: [] })
    expect((await found).length).toBeGreaterThan(0)
  })
})

describe.each(ways)('garbage for %s', (_, connect) => {
  test('requests before a document is open, and notifications about it', async () => {
    const client = await connect()
    const uri = client.uri(paths.round)
    expect(await askAll(client, uri, start, { start, end: start })).toEqual(nothing)
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: 3 },
      contentChanges: [{ text: 'x' }],
    })
    client.notify('textDocument/didClose', { textDocument: { uri } })
    client.notify('textDocument/didSave', { textDocument: { uri } })
    await isAlive(client)
  })

  test('places that do not exist', async () => {
    const client = await connect()
    await client.open(paths.round, valid.round)
    const uri = client.uri(paths.round)
    const odd = [-1, 1e9, 0.5, null, 'x', undefined, {}]
    for (const line of odd)
      for (const character of odd) {
        const place = { line, character }
        await askAll(client, uri, place, { start: place, end: place })
      }
    await askAll(client, uri, undefined, undefined)
    for (const place of [undefined, null, 7, 'x'])
      await client.request('textDocument/hover', { textDocument: { uri }, position: place }).catch(() => {})
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 9e9, character: -4 }, end: { line: -1, character: 3 } }, text: '' },
      ],
    })
    await client.settled()
    client.notify('textDocument/didClose', { textDocument: { uri } })
    await isAlive(client)
  })

  test('messages that are none', async () => {
    const client = await connect()
    const frame = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
    client.raw(frame('{"jsonrpc":"2.0","method":'))
    client.raw(frame('[]'))
    client.raw(frame('null'))
    client.raw(frame('{"jsonrpc":"2.0","id":77,"method":"textDocument/hover"}'))
    client.raw(frame('{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{}}'))
    client.raw(frame('{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":7}}}'))
    client.raw(frame('{"jsonrpc":"2.0","method":"textDocument/didChange","params":null}'))
    client.raw(frame('{"jsonrpc":"2.0","id":78,"method":"textDocument/nonsense","params":{}}'))
    await isAlive(client)
    expect(await client.goodbye()).toBe(0)
    expect(client.log.length).toBeGreaterThan(0)
  })

  test.each<[string, string, string]>([
    ['a drill', paths.round, valid.round],
    ...Object.entries(roundSamples()).map(([file, text]): [string, string, string] => [file, file, text]),
  ])('every beginning of %s, asked about at its end', async (_, file, whole) => {
    const client = await connect()
    await client.open(file, '')
    const uri = client.uri(file)
    for (let end = 0; end < whole.length; end += whole.length > 1000 ? 41 : 7) {
      const text = whole.slice(0, end)
      const lines = text.split('\n')
      const place = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 }
      void client.change(file, text)
      await askAll(client, uri, place, { start: place, end: place })
    }
    expect(await client.change(file, whole)).toEqual([])
    expect(client.log).toEqual([])
  })

  test('texts at the edge: huge, deep, broken', async () => {
    const client = await connect()
    await client.open(paths.round, valid.round)
    const uri = client.uri(paths.round)
    const rule = async (text: string): Promise<unknown> => {
      const [found] = await client.change(paths.round, text)
      await askAll(client, uri, { line: 3, character: 2 }, { start, end: { line: 99, character: 0 } })
      return found?.code
    }
    expect(await rule('x'.repeat(3_000_000))).toBe('encoding')
    expect(await rule(`${valid.round}${'> '.repeat(5000)}x`)).toBe('encoding')
    expect(await rule(`---\nid: [${'['.repeat(4000)}\n---\n# x\n`)).toBe('front-matter')
    expect(await rule('---\nid: a\n# x\n')).toBe('front-matter')
    expect(await rule('\0\ud800\u202e')).toBeDefined()
    expect(await client.change(paths.round, valid.round)).toEqual([])
    expect(client.log).toEqual([])
  })

  test('a hundred changes at once end in the findings of the last', async () => {
    const client = await connect()
    await client.open(paths.round, valid.round)
    const uri = client.uri(paths.round)
    const found = client.next(uri, 102)
    const line = valid.round.split('\n').indexOf('# Voice note search')
    for (let version = 2; version < 102; version += 1) {
      const place = { line, character: 2 }
      const range = { start: place, end: place }
      client.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text: 'x' }],
      })
    }
    const title = { start: { line, character: 0 }, end: { line, character: 999 } }
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: 102 },
      contentChanges: [{ range: title, text: '' }],
    })
    expect((await found).map(({ code }) => code)).toContain('title')
  })

  test('a history that can’t be read is a finding, and nothing else is lost', async () => {
    const client = await connect({ 'history/published.json': '{' })
    const first = client.next(client.uri('history/published.json'))
    await client.open(paths.round, valid.round)
    expect((await first).map(brief)).toEqual([
      expect.stringMatching(/^1:2-1:2 redirects Unexpected text, expected valid JSON; restore/),
    ])
    writeFileSync(`${client.root}/history/published.json`, historyOf(['gone']).published ?? '')
    const found = client.next(client.uri(paths.redirects))
    const cleared = client.next(client.uri('history/published.json'))
    client.notify('textDocument/didSave', { textDocument: { uri: client.uri(paths.round) } })
    expect((await found).map(({ code }) => code)).toEqual(['redirects'])
    expect(await cleared).toEqual([])
  })
})
