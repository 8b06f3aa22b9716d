import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { incidentSamples, roundSamples } from '../support/samples.ts'
import { put } from '../support/terminal.ts'
import { track, trackPath } from '../support/tracks.ts'
import { brief, connect, connectHere } from './client.ts'

vi.setConfig({ testTimeout: 30_000 })

const ruleUrl = (rule: string): string =>
  `https://github.com/audio-text-drills/audio-text-drills/blob/main/docs/rules/${rule}.md`

const hard = edit(valid.round, 'difficulty: core', 'difficulty: hard')
const thin = edit(valid.round, 'only the owner of a note may ever search it.', 'only its owner.')

describe('while typing', () => {
  test('a finding has its place, severity, rule, page and words', async () => {
    const client = await connect()
    expect(await client.open(paths.round, hard)).toEqual([
      {
        range: { start: { line: 4, character: 12 }, end: { line: 4, character: 16 } },
        severity: 1,
        code: 'schema',
        codeDescription: { href: ruleUrl('schema') },
        source: 'drills',
        message: 'Unexpected value `hard` of `difficulty`, expected `core`, `advanced` or `expert`',
      },
    ])
  })

  test('findings come and go with the text', async () => {
    const client = await connect()
    expect(await client.open(paths.round, valid.round)).toEqual([])
    expect((await client.change(paths.round, thin)).map(brief)).toEqual([
      '22:3-22:31 points Unexpected 3 words in the point `Privacy`, expected at least 5: one full sentence, or “not needed, because …”',
    ])
    expect(await client.change(paths.round, valid.round)).toEqual([])
  })

  test('edits of ranges count UTF-16 code units', async () => {
    const client = await connect()
    await client.open(paths.round, edit(valid.round, '# Voice note search', '# 🎙 Voice note search'))
    const found = client.next(client.uri(paths.round), 2)
    const place = { line: 9, character: 5 }
    client.notify('textDocument/didChange', {
      textDocument: { uri: client.uri(paths.round), version: 2 },
      contentChanges: [{ range: { start: place, end: place }, text: '+' }],
    })
    expect(await found).toEqual([])
    const title = await client.request<{ location: { range: unknown }; name: string }[]>(
      'textDocument/documentSymbol',
      { textDocument: { uri: client.uri(paths.round) } },
    )
    expect(title[0]?.name).toBe('🎙 +Voice note search')
  })

  test('a warning is one', async () => {
    const client = await connect()
    const draft = edit(thin, 'topics: [asr]', 'topics: [asr]\nstatus: draft')
    const [found] = await client.open(paths.round, draft)
    expect([found?.severity, found?.code]).toEqual([2, 'points'])
  })
})

describe('the whole corpus', () => {
  const twin = 'drills/rounds/written-notes.md'
  const other = edit(
    edit(edit(valid.round, 'id: voice-note-search', 'id: written-notes'), 'order: 1', 'order: 2'),
    'A note-taking app wants people to find what they once said. Design it.',
    'Callers of a clinic leave messages at night, and nurses read them in the morning.',
  )
  const twinSamples = roundSamples('written-notes')
  const unlike = edit(other, '# Voice note search', '# Night messages')

  test('a change in one open drill shows in another', async () => {
    const client = await connectHere({ [twin]: unlike, ...twinSamples })
    expect(await client.open(paths.round, valid.round)).toEqual([])
    const first = client.next(client.uri(twin))
    client.notify('textDocument/didOpen', {
      textDocument: { uri: client.uri(twin), languageId: 'markdown', version: 7, text: unlike },
    })
    expect(await first).toEqual([])
    const found = client.next(client.uri(twin))
    await client.change(paths.round, edit(valid.round, '# Voice note search', '# Night messages'))
    expect(await found).toEqual([
      {
        range: { start: { line: 9, character: 0 }, end: { line: 9, character: 16 } },
        severity: 1,
        code: 'unique',
        codeDescription: { href: ruleUrl('unique') },
        source: 'drills',
        message:
          'Unexpected title `Night messages`, which `drills/rounds/voice-note-search.md` uses too, expected one of its own',
        relatedInformation: [
          {
            location: {
              uri: client.uri(paths.round),
              range: { start: { line: 9, character: 0 }, end: { line: 9, character: 16 } },
            },
            message: 'first used here',
          },
        ],
      },
    ])
  })

  test('files that are not open have findings too, until the last document is closed', async () => {
    const client = await connectHere({ [twin]: other, ...twinSamples })
    const shown = client.next(client.uri(twin))
    await client.open(paths.round, valid.round)
    expect((await shown).map(({ code }) => code)).toEqual(['unique'])
    const cleared = client.next(client.uri(twin))
    client.notify('textDocument/didClose', { textDocument: { uri: client.uri(paths.round) } })
    expect(await cleared).toEqual([])
  })

  test('a closed document counts as it stands on disk', async () => {
    const client = await connectHere({ [twin]: unlike, ...twinSamples })
    await client.open(paths.round, valid.round)
    await client.open(twin, thin)
    const reverted = client.next(client.uri(twin))
    client.notify('textDocument/didClose', { textDocument: { uri: client.uri(twin) } })
    expect(await reverted).toEqual([])
  })

  test('a changed definition document checks every drill again', async () => {
    const client = await connectHere()
    await client.open(paths.round, valid.round)
    await client.open(paths.loop, valid.loop)
    const stricter = edit(valid.loop, 'pointWords: 5', 'pointWords: 9')
    const found = client.next(client.uri(paths.round))
    expect(await client.change(paths.loop, stricter)).toEqual([])
    expect((await found).map(({ message }) => message.toString().split(',')[0])).toEqual([
      'Unexpected 8 words in the point `Embedding`',
      'Unexpected 8 words in the point `Human review`',
      'Unexpected 8 words in the point `Incident ownership`',
    ])
    const healed = client.next(client.uri(paths.round))
    await client.change(paths.loop, valid.loop)
    expect(await healed).toEqual([])
  })

  test('definition documents and redirects have findings of their own', async () => {
    const client = await connectHere()
    const rubric = edit(
      valid.rubric,
      'weight: 20\n    revision: 1\n    sections: [evaluation',
      'weight: 21\n    revision: 1\n    sections: [evaluation',
    )
    expect((await client.open(paths.rubric, rubric)).map(({ message }) => message)).toEqual([
      'Unexpected weights that sum to 101, expected 100',
    ])
    const redirects = 'renamed:\n  old-name: nowhere\n'
    expect((await client.open(paths.redirects, redirects)).map(brief)).toEqual([
      '2:13-2:20 redirects Unexpected target `nowhere`, expected the id of a published drill',
    ])
  })

  test('files that change on disk are read again', async () => {
    const client = await connectHere({ [twin]: unlike, ...twinSamples })
    await client.open(paths.round, valid.round)
    const found = client.next(client.uri(twin))
    put(client.root, { [twin]: other })
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(twin), type: 2 }] })
    expect((await found).map(({ code }) => code)).toEqual(['unique'])
    const gone = client.next(client.uri(twin))
    rmSync(`${client.root}/${twin}`)
    client.notify('textDocument/didSave', { textDocument: { uri: client.uri(paths.round) } })
    expect(await gone).toEqual([])
  })

  test('the findings are those of the command line', async () => {
    const files = { [twin]: other, [paths.round]: thin, [paths.incident]: hard, [paths.redirects]: 'a: b\n' }
    const client = await connect(files)
    await client.open(paths.round, thin)
    await client.settled()
    const bin = fileURLToPath(new URL('../../bin/drills.js', import.meta.url))
    const { stdout } = spawnSync(process.execPath, [bin, 'lint', '--format', 'json'], {
      cwd: client.root,
      encoding: 'utf8',
    })
    const printed = (JSON.parse(stdout) as { diagnostics: Record<string, unknown>[] }).diagnostics
    const lines = printed.map(
      ({ file, line, column, endLine, endColumn, rule, message }) =>
        `${file} ${line}:${column}-${endLine}:${endColumn} ${rule} ${message}`,
    )
    const sent = [...client.shown].flatMap(([uri, found]) =>
      found.map((each) => `${fileURLToPath(uri).slice(client.root.length + 1)} ${brief(each)}`),
    )
    expect(lines.length).toBeGreaterThan(5)
    expect(sent.sort()).toEqual(lines.sort())
  })
})

describe('tracks', () => {
  test('have the findings of their schema, text and drills, and follow the open text of a drill', async () => {
    const client = await connectHere()
    await client.open(paths.question, valid.question)
    const file = trackPath('first-week')
    const own = track({ drills: ['what-is-recall', 'voice-note-search'] })
    expect(await client.open(file, own)).toEqual([])
    const broken = edit(edit(own, 'what-is-recall', 'what-is-recal'), 'For whoever', '## For\n\nWhoever')
    expect((await client.change(file, broken)).map(brief)).toEqual([
      '4:10-4:23 tracks Unexpected unknown drill `what-is-recal`, expected the id of a published one; did you mean `what-is-recall`?',
      '7:1-7:18 sections Unexpected track `Your first week` without a text, expected a paragraph below its title for whom it is and why',
      '9:1-9:7 sections Unexpected heading `For` in a track, expected its title only; text under other headings would be lost',
    ])
    await client.change(file, own)
    const found = client.next(client.uri(file))
    await client.change(
      paths.question,
      edit(valid.question, 'kind: question', 'kind: question\nstatus: draft'),
    )
    expect((await found).map(brief)).toEqual([
      '4:10-4:24 tracks Unexpected draft `what-is-recall`, expected a drill that is published',
    ])
  })
})

describe('samples', () => {
  const strong = 'drills/samples/voice-note-search/strong.md'
  const { [strong]: sample = '' } = roundSamples()

  test('have the findings of their schema, links, bytes and verdicts', async () => {
    const client = await connectHere()
    expect(await client.open(strong, sample)).toEqual([])
    const broken = edit(
      edit(sample, 'form: typed', 'form: sung'),
      'The index',
      'The <b>index</b>\u200b [x](y.md)',
    )
    expect((await client.change(strong, broken)).map(brief)).toEqual([
      '4:7-4:11 schema Unexpected value `sung` of `form`, expected `typed` or `spoken`',
      '17:5-17:8 plain-markdown Unexpected HTML `<b>`, expected plain Markdown',
      '17:13-17:17 plain-markdown Unexpected HTML `</b>`, expected plain Markdown',
      '17:17-17:18 encoding Unexpected zero-width character (U+200B), expected nothing in its place',
      '17:19-17:28 link-targets Unexpected link target `drills/samples/voice-note-search/y.md`, expected a file that exists; did you mean `drills/samples/voice-note-search/strong.md`?',
    ])
    const misspelt = edit(sample, 'index-goes-stale: met', 'index-goes-stael: met')
    expect((await client.change(strong, misspelt)).map(brief)).toEqual([
      expect.stringMatching(/^8:3-8:19 samples .*; did you mean `index-goes-stale`\?$/),
    ])
  })

  test('follow the open text of their drill', async () => {
    const client = await connectHere()
    await client.open(paths.round, valid.round)
    await client.open(strong, sample)
    const found = client.next(client.uri(strong))
    await client.change(paths.round, edit(valid.round, '### Index goes stale', '### Index gets stale'))
    expect((await found).map(({ code }) => code)).toEqual(['samples'])
  })

  test('that a drill lacks are a warning on its title, gone when they are there', async () => {
    const client = await connectHere()
    expect((await client.open(paths.incident, valid.incident)).map(brief)).toEqual([
      '10:1-10:23 samples Unexpected drill without a `middling` and `strong` sample, expected `drills/samples/empty-search-results/<name>.md` with `level: middling`, and another with `level: strong`',
    ])
    for (const [file, text] of Object.entries(incidentSamples())) await client.open(file, text)
    await client.settled()
    expect(client.shown.get(client.uri(paths.incident))).toEqual([])
  })
})
