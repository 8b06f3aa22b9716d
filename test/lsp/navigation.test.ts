import { describe, expect, test, vi } from 'vitest'
import type { DocumentSymbol, Hover, Location, SymbolInformation } from 'vscode-languageserver/node'
import { edit, paths, valid } from '../support/corpus.ts'
import { roundSamples } from '../support/samples.ts'
import { track, trackPath } from '../support/tracks.ts'
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

  test('on a claim of the drill’s own criterion: what it says, and whether the phrase shows it', async () => {
    const found = await hoverRound('are pinned together', `are ${cursor}pinned together`)
    expect(found).toBe(`**One release for both** (weight 8), a criterion of this drill

- **Met:** the index and the recogniser that filled it change in one release.
- **Partly:** both have versions, which may differ.
- **Also met:** the index is rebuilt before a new recogniser serves.

Cues: \`pinned together\`, \`index & model & one release\`, \`rebuil* .. index\`

This phrase shows it met.`)
    const failing = await hoverRound(
      'index format and model version are pinned together',
      `both ${cursor}change`,
    )
    expect(failing).toMatch(/\n\nThis phrase lacks one of its cues\.$/)
    const elsewhere = await hoverRound(
      '- Measures the recogniser',
      `- [A stale index ${cursor}](#index-goes-stale) measures the recogniser`,
    )
    expect(elsewhere).toMatch(/\n\nOutside the answer a link proves nothing\.$/)
  })

  test('on the name of a criterion: which phrases show it', async () => {
    expect(await hoverRound('### Index goes stale', `### Index${cursor} goes stale`)).toBe(
      'Shown met by `a recogniser update changes words that the index still holds`.',
    )
    expect(await hoverRound('### Index goes stale', `### Index${cursor} gets stale`)).toBe(
      'No phrase of the answer shows it met: write `[words of the answer](#index-gets-stale)` with one of its cues.',
    )
  })

  test('on a label of a criterion: what stands behind it', async () => {
    expect(await hoverRound('- **Also met:**', `- **Al${cursor}so met:**`)).toBe(
      'another design that earns it as well (optional, may repeat)',
    )
    expect(await hoverRound('- **Weight:**', `- **We${cursor}ight:**`)).toBe(
      'a whole number from 1 to 10; 5 when left out (optional)',
    )
  })

  test.each([
    [
      'pinned together',
      '- “pinned together”',
      'Held by `index format and model version are pinned together`.',
    ],
    [
      'rebuil* .. <time> first',
      '- a word that begins with “rebuil”, then, at most four words later, a time (“300 ms”, “three days”) directly followed by “first”',
      'No phrase that links to this criterion holds it.',
    ],
    [
      'index format & !never .. one *',
      '- “index format”\n- nowhere “never”, then, at most four words later, “one” directly followed by any word',
      'Held by `index format and model version are pinned together`.',
    ],
  ])('on the cue `%s`: what it matches', async (cue, lines, held) => {
    expect(await hoverRound('`rebuil* .. index`', `\`${cursor}${cue}\``)).toBe(
      `A sentence speaks of **One release for both** when it holds\n\n${lines}\n\n${held}`,
    )
  })

  test.each([
    ['latency', 'of one common word, which matches almost any answer'],
    ['<tme> .. index', 'with the unknown amount `<tme>`. Write `<time>`, `<delay>`,'],
    ['a | b', 'that holds `|`'],
  ])('on the cue `%s`: why it is refused', async (cue, why) => {
    const found = await hoverRound('`rebuil* .. index`', `\`${cursor}${cue}\``)
    expect(found).toContain(`The cue \`${cue}\` is refused: ${why}`)
  })

  test('on the new parts: what belongs there', async () => {
    expect(await hoverRound('## Criteria', `## Crit${cursor}eria`)).toBe(
      'Part of every round, with 2 to 12 criteria: what a strong answer to this prompt must contain, each a heading of two to six words.',
    )
    expect(await hoverRound('## Red flags', `## See${cursor} also\n\n## Red flags`)).toBe(
      'Optional; with at least 1 item: links to other drills, each with what it takes up.',
    )
  })

  test('on anything else: nothing', async () => {
    expect(
      await hoverRound('the index and the recogniser', `the ${cursor}index and the recogniser`),
    ).toBeUndefined()
    expect(await hoverRound('Design it.', `Design${cursor} it.`)).toBeUndefined()
  })
})

describe('in a track', () => {
  const file = trackPath('first-week')
  const ask = async <R>(method: string, from: string, to: string): Promise<{ found: R; client: Client }> => {
    const client = await connect()
    return { found: await at<R>(client, method, file, edit(track(), from, to)), client }
  }
  const hoverTrack = async (from: string, to: string): Promise<unknown> =>
    (await ask<Hover | null>('hover', from, to)).found?.contents

  test('hover tells what a key means and which drill an id stands for', async () => {
    expect(await hoverTrack('drills:', `dri${cursor}lls:`)).toMatchObject({
      value: 'The ids of its drills, in the order in which they are taken.',
    })
    expect(await hoverTrack('voice-note-', `voice-${cursor}note-`)).toMatchObject({
      value: 'Voice note search',
    })
    expect(await hoverTrack('what-is-recall', `what-${cursor}is-gone`)).toBeUndefined()
  })

  test('ids lead to their drills', async () => {
    const { found, client } = await ask<Location>('definition', 'voice-note', `voice-${cursor}note`)
    expect(found.uri).toBe(client.uri(paths.round))
    const ofTrack = await ask<Location | null>('definition', 'id: first', `id: fi${cursor}rst`)
    expect(ofTrack.found).toBeNull()
    const unknown = await ask<Location | null>('definition', 'voice-note', `voices-${cursor}note`)
    expect(unknown.found).toBeNull()
  })
})

describe('in a sample', () => {
  const strong = 'drills/samples/voice-note-search/strong.md'
  const { [strong]: sample = '' } = roundSamples()
  const flagged = edit(sample, 'form: typed', 'form: typed\nredFlags: [model-choice-is-the-system]')
  const ask = async <R>(method: string, from: string, to: string): Promise<{ found: R; client: Client }> => {
    const client = await connect()
    return { found: await at<R>(client, method, strong, edit(flagged, from, to)), client }
  }
  const hoverSample = async (from: string, to: string): Promise<string | undefined> => {
    const { found } = await ask<Hover | null>('hover', from, to)
    return found === null ? undefined : (found.contents as { value: string }).value
  }

  test('hover tells what a key means and what an id stands for', async () => {
    expect(await hoverSample('level: strong', `le${cursor}vel: strong`)).toBe(
      'How strong the answer is as a whole.',
    )
    expect(await hoverSample('one-release-for-both: met', `one-${cursor}release-for-both: met`)).toMatch(
      /^\*\*One release for both\*\* \(weight 8\)/,
    )
    expect(await hoverSample('rollback-path: not', `rollback-path: n${cursor}ot`)).toMatch(
      /^\*\*Rollback path\*\*/,
    )
    expect(await hoverSample('[model-choice-', `[model-${cursor}choice-`)).toMatch(/\w/)
    expect(await hoverSample('The index is', `The index${cursor} is`)).toBeUndefined()
  })

  test('ids lead to the drill, its criteria, and the rubric', async () => {
    const first = await ask<Location>('definition', 'drill: voice', `drill: vo${cursor}ice`)
    expect(first.found.uri).toBe(first.client.uri(paths.round))
    const second = await ask<Location>(
      'definition',
      'one-release-for-both: met',
      `one-${cursor}release-for-both: met`,
    )
    expect(second.found).toMatchObject({
      uri: second.client.uri(paths.round),
      range: { start: { line: valid.round.split('\n').indexOf('### One release for both') } },
    })
    const third = await ask<Location>('definition', '[model-choice-', `[model-${cursor}choice-`)
    expect(third.found).toMatchObject({
      uri: third.client.uri(paths.rubric),
      range: { start: { line: valid.rubric.split('\n').indexOf('### Model choice is the system') } },
    })
    expect(
      (await ask<Location | null>('definition', 'level: strong', `level: st${cursor}rong`)).found,
    ).toBeNull()
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

  test('of a criterion of the drill is its heading there', async () => {
    const client = await connect()
    const line = lineOf(valid.round, '### One release for both')
    expect(await define(client, 'are pinned together', `are pinned${cursor} together`)).toEqual({
      uri: client.uri(paths.round),
      range: { start: { line, character: 0 }, end: { line, character: 24 } },
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
    expect(outline(found).slice(-12)).toEqual([
      '  Criteria',
      '    One release for both',
      '      Met',
      '      Partly',
      '      Also met',
      '      Cues',
      '      Weight',
      '    Index goes stale',
      '      Met',
      '      Cues',
      '  Red flags',
      '  Follow-ups',
    ])
    expect(found[0]?.range).toEqual({ start: { line: 9, character: 0 }, end: { line: 85, character: 70 } })
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
