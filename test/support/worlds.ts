import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { edit, historyOf, paths, valid } from './corpus.ts'
import { incidentSamples, roundSamples } from './samples.ts'
import { track, trackPath } from './tracks.ts'

/** What can stand at a path; undefined for nothing. */
export type Entry = string | Uint8Array | { readonly link: string } | 'folder' | undefined

const rename = (text: string, from: string, to: string): string => edit(text, `id: ${from}`, `id: ${to}`)

const twin = edit(
  rename(valid.round, 'voice-note-search', 'twin'),
  '# Voice note search',
  '# Voice Note search',
)
const excepted = (text: string, exceptions: string): string =>
  edit(text, 'topics: [asr]', `topics: [asr]\nexceptions: [${exceptions}]`)
const linked = (target: string): string =>
  edit(valid.incident, 'You are on call.', `You are on call. See [it](${target}).`)
const middling = 'drills/samples/voice-note-search/middling.md'
const strong = 'drills/samples/voice-note-search/strong.md'
const { [middling]: middlingText = '', [strong]: strongText = '' } = roundSamples()

/** Every sample of the corpus in the beginning. */
export const samplePaths = Object.keys({ ...roundSamples(), ...incidentSamples() }).sort()

const near = '{ rule: near-duplicate, reason: on purpose }'

/** Paths of a corpus and its surroundings, with what may stand there; the first is what stands there in the beginning. */
export const states: Readonly<Record<string, readonly Entry[]>> = {
  [paths.loop]: [
    valid.loop,
    edit(valid.loop, 'duplicateShare: 0.5', 'duplicateShare: 0.99'),
    edit(valid.loop, 'pointWords: 5', 'pointWords: 9'),
    valid.loop.replace('phases:', 'phasen:'),
  ],
  [paths.rubric]: [
    valid.rubric,
    edit(valid.rubric, '### Rollback path', '### Rollback way'),
    undefined,
    'folder',
    { link: 'practice-loop.md' },
    'x',
  ],
  [paths.redirects]: [
    undefined,
    'renamed: { old: voice-note-search }\n',
    'renamed: { old: older, older: old }\nretired: { gone: { reason: nobody asked } }\n',
    'renamed: [',
  ],
  'history/published.json': [
    historyOf(['voice-note-search']).published,
    historyOf(['voice-note-search', 'gone', 'unreadable']).published,
    '{"version":null,"drills":{}}',
    '{"version":null,"drils":{}}',
    '{"version":',
    undefined,
  ],
  'history/changes.json': ['[]', '{}', undefined],
  'docs/notes.md': ['# Notes\n\n## Numbers\n', '# Notes\n\n## Figures\n', 'x', undefined, 'folder'],
  'docs/picture.png': ['x', 'y', undefined, 'folder'],
  [paths.round]: [
    valid.round,
    edit(valid.round, 'difficulty: core', 'difficulty: hard'),
    edit(valid.round, 'difficulty: core', 'difficulty: core\nstatus: draft'),
    edit(valid.round, 'difficulty: core', 'difficulty: core\nstatus: deprecated'),
    excepted(valid.round, near),
    `\ufeff${valid.round.replaceAll('\n', '\r\n')}`,
    edit(valid.round, '**Latency:**', '**Lateny:**'),
    undefined,
    '',
  ],
  'drills/rounds/twin.md': [
    undefined,
    twin,
    excepted(twin, near),
    excepted(twin, `${near}, { rule: placeholder, reason: x }, { rule: uniqe, reason: "" }`),
    edit(twin, 'order: 1', 'order: 7'),
    valid.round,
    { link: 'voice-note-search.md' },
    'folder',
  ],
  [paths.incident]: [
    linked('../../docs/notes.md#numbers'),
    valid.incident,
    linked('../../docs/picture.png'),
    linked('../../docs/missing.md'),
    linked('../rounds/twin.md#answer'),
    linked('../../../beyond.md'),
  ],
  [middling]: [
    middlingText,
    edit(middlingText, 'one-release-for-both: partly', 'one-relese-for-both: partly'),
    edit(middlingText, 'level: middling', 'level: weak'),
    edit(middlingText, 'drill: voice-note-search', 'drill: twin'),
    undefined,
    { link: 'strong.md' },
  ],
  [strong]: [
    strongText,
    edit(strongText, 'The index', 'The <b>index</b>'),
    edit(strongText, 'The index', '[The index](../../../docs/notes.md#numbers)'),
    strongText.replace('verdicts:', 'verdict:'),
    undefined,
    'folder',
  ],
  ...Object.fromEntries(Object.entries(incidentSamples()).map(([file, text]) => [file, [text, undefined]])),
  [paths.question]: [
    valid.question,
    edit(valid.question, 'Explain the metric', 'Explain the \ud83c\udf99 metric TODO'),
    edit(valid.question, '## Answer', '## Anwser'),
    undefined,
  ],
  [trackPath('first-week')]: [
    undefined,
    track(),
    track({ drills: ['what-is-recall', 'twin', 'old'] }),
    track({ drills: ['what-is-recall', 'what-is-recall', 'unreadable'], body: '## Lost' }),
    track({ drills: ['what-is-recall'] }),
    'folder',
    { link: '../rubric.md' },
  ],
  [trackPath('on-call')]: [
    undefined,
    track({ id: 'on-call', order: 2, title: 'On call', body: '[It](../rounds/twin.md)' }),
    track({ id: 'on-call' }),
  ],
  'drills/questions/unreadable.md': [
    undefined,
    new Uint8Array([0x23, 0x20, 0xff, 0xfe]),
    'folder',
    { link: 'what-is-recall.md' },
    { link: 'unreadable.md' },
    'x'.repeat(2_100_000),
    'x'.repeat(2_200_000),
  ],
}

export const beginning: Readonly<Record<string, Entry>> = Object.fromEntries(
  Object.entries(states).map(([name, [first]]) => [name, first]),
)

/** Makes a path hold what it should. */
export function place(folder: string, name: string, entry: Entry): void {
  const file = path.join(folder, name)
  rmSync(file, { recursive: true, force: true })
  if (entry === undefined) return
  mkdirSync(entry === 'folder' ? file : path.dirname(file), { recursive: true })
  if (typeof entry === 'object' && 'link' in entry) symlinkSync(entry.link, file)
  else if (entry !== 'folder') writeFileSync(file, entry)
}

export function placeAll(folder: string, world: Readonly<Record<string, Entry>>): void {
  for (const [name, entry] of Object.entries(world)) place(folder, name, entry)
}

/** Any one thing at any path. */
export const change: fc.Arbitrary<readonly [string, Entry]> = fc
  .constantFrom(...Object.keys(states))
  .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...(states[name] ?? []))))

/** Any corpus with its surroundings, the loop and the rubric more often valid than not. */
export const world: fc.Arbitrary<Readonly<Record<string, Entry>>> = fc
  .tuple(
    fc.record(
      Object.fromEntries(Object.entries(states).map(([name, some]) => [name, fc.constantFrom(...some)])),
    ),
    fc.boolean(),
  )
  .map(([all, definitions]) =>
    definitions ? { ...all, [paths.loop]: valid.loop, [paths.rubric]: valid.rubric } : all,
  )
