import { describe, expect, test } from 'vitest'
import { comparePackages } from '../../src/contract/compare-packages.ts'
import { packageView } from '../../src/contract/package-view.ts'
import { recordVersion } from '../../src/contract/record-version.ts'
import type { Snapshot } from '../../src/model/generated/history/published.ts'
import type { Changes, DrillChange } from '../../src/model/generated/published/changes.ts'
import { changelog, linksAt, versionNotes } from '../../src/report/changelog.ts'
import { edit, type Files, paths, valid } from '../support/corpus.ts'
import { validDrills } from '../support/terminal.ts'
import { track, trackPath } from '../support/tracks.ts'
import { compiled } from './packages.ts'

interface History {
  readonly snapshot: Snapshot
  readonly changes: Changes
}

const empty: History = { snapshot: { version: null, drills: {} }, changes: [] }

const release = ({ snapshot, changes }: History, version: string, files: Files): History =>
  recordVersion(snapshot, changes, version, packageView(compiled({ ...validDrills, ...files }).files))

const first = release(empty, '1.0.0', {})

/** What the newest version did, each change on a line. */
const newest = ({ changes }: History): string[] =>
  (changes[0]?.changes ?? []).map(({ drill, kind, fields, to = [] }) =>
    [drill, kind, ...fields, ...to].join(' '),
  )

/** What one more version than the first does. */
const second = (files: Files): string[] => newest(release(first, '1.1.0', files))

const draft = (text: string): string => edit(text, 'kind: question\n', 'kind: question\nstatus: draft\n')
const deprecated = (text: string): string => edit(text, 'kind: round\n', 'kind: round\nstatus: deprecated\n')
const renamed = (id: string): Files => ({
  [paths.round]: undefined,
  [`drills/rounds/${id}.md`]: edit(valid.round, 'id: voice-note-search', `id: ${id}`),
})

describe('tracks', () => {
  const path = trackPath('first-week')
  const other = ({ changes }: History): unknown => changes[0]?.other

  test('are recorded with what belongs to no drill', () => {
    const with1 = release(first, '1.1.0', { [path]: track() })
    expect(other(with1)).toEqual(['tracks.first-week'])
    expect(newest(with1)).toEqual([])
    expect(other(release(with1, '1.2.0', { [path]: track() }))).toBe(undefined)
    for (const given of [
      { title: 'Week one' },
      { body: 'For you.' },
      { order: 3 },
      { drills: ['voice-note-search', 'what-is-recall'] },
    ])
      expect(other(release(with1, '1.2.0', { [path]: track(given) }))).toEqual(['tracks.first-week'])
    expect(other(release(with1, '1.2.0', {}))).toEqual(['tracks.first-week'])
  })

  test('stand apart in the notes of a version', () => {
    const other = ['rubric.text', 'tracks.first-week', 'tracks.on-call']
    expect(versionNotes({ version: '1.1.0', changes: [], other }, () => undefined)).toBe(
      '### Tracks\n\n- `tracks.first-week`\n- `tracks.on-call`\n\n### Rubric and practice loop\n\n- `rubric.text`\n',
    )
  })
})

describe('what a version did', () => {
  test('the first one added everything', () => {
    expect(first.changes).toEqual([
      {
        version: '1.0.0',
        changes: [
          { drill: 'voice-note-search', kind: 'added', title: 'Voice note search', fields: [] },
          { drill: 'empty-search-results', kind: 'added', title: 'Empty search results', fields: [] },
          { drill: 'what-is-recall', kind: 'added', title: 'What does recall at ten measure?', fields: [] },
        ],
      },
    ])
    expect(first.snapshot.version).toBe('1.0.0')
    expect(first.snapshot.drills['voice-note-search']).toMatchObject({
      title: 'Voice note search',
      status: 'stable',
      path: paths.round,
      digests: { substance: expect.stringMatching(/^1:[0-9a-f]{64}$/) },
    })
  })

  test.each<[string, Files, string[]]>([
    ['nothing', {}, []],
    [
      'a figure',
      { [paths.round]: edit(valid.round, 'within 800 ms', 'within 700 ms') },
      ['voice-note-search changed sections.constraints'],
    ],
    [
      'title and prompt',
      {
        [paths.question]: edit(
          edit(valid.question, '# What does recall', '# What can recall'),
          'Explain',
          'Tell of',
        ),
      },
      ['what-is-recall changed title prompt'],
    ],
    [
      'lists',
      {
        [paths.round]: `${edit(edit(valid.round, '- Has no plan', '- Had no plan'), 'ten times the', 'six times the')}\n## References\n\n- [A](https://example.org)\n`,
      },
      ['voice-note-search changed references redFlags followUps'],
    ],
    [
      'a drill deprecated',
      { [paths.round]: deprecated(valid.round) },
      ['voice-note-search deprecated status'],
    ],
    [
      'a drill deprecated and changed',
      { [paths.round]: edit(deprecated(valid.round), 'within 800 ms', 'within 700 ms') },
      ['voice-note-search deprecated status', 'voice-note-search changed sections.constraints'],
    ],
    [
      'a drill that is a draft again',
      { [paths.question]: draft(valid.question) },
      ['what-is-recall removed id'],
    ],
    [
      'a drill retired',
      { [paths.question]: undefined, [paths.redirects]: 'retired:\n  what-is-recall: nobody asks for it\n' },
      ['what-is-recall retired id'],
    ],
    [
      'a drill renamed',
      { ...renamed('note-search'), [paths.redirects]: 'renamed:\n  voice-note-search: note-search\n' },
      ['voice-note-search renamed id note-search'],
    ],
    [
      'a drill that another one took in',
      { [paths.question]: undefined, [paths.redirects]: 'renamed:\n  what-is-recall: voice-note-search\n' },
      ['what-is-recall renamed id voice-note-search'],
    ],
    [
      'a drill split',
      {
        [paths.question]: undefined,
        [paths.redirects]:
          'split:\n  what-is-recall: { ids: [voice-note-search, empty-search-results], reason: said in both }\n',
      },
      ['what-is-recall split id voice-note-search empty-search-results'],
    ],
  ])('%s', (_, files, lines) => {
    expect(second(files)).toEqual(lines)
  })

  test.each<[string, string, string, true | undefined]>([
    ['a number of the answer', 'within 800 ms', 'within 750 ms', true],
    ['a word of the answer', 'an offline recogniser that', 'one offline recogniser that', undefined],
    ['a criterion’s weight', '`stale .. index*`', '`stale .. index*`\n- **Weight:** 9', true],
    ['a word of a criterion', 'which may differ.', 'which can differ.', undefined],
    ['a negation of a criterion', 'which may differ.', 'which may not differ.', true],
    ['the same number in another unit', 'within 800 ms', 'within 0.8 seconds', undefined],
    ['a bound of the answer', 'last under 40 s', 'last over 40 s', true],
    ['a number in words', 'two people judge', 'three people judge', true],
    ['a number of the task', 'what they once said.', 'what they said in 3 years.', true],
    ['a word of the task', 'what they once said.', 'what they once told it.', undefined],
    ['a label that makes an id', '- **Embedding:**', '- **Embedding model:**', true],
  ])('%s: whether stored grades are spoiled', (_, from, to, substance) => {
    const { changes } = release(first, '1.1.0', { [paths.round]: edit(valid.round, from, to) })
    expect(changes[0]?.changes).toMatchObject([{ drill: 'voice-note-search', kind: 'changed' }])
    expect(changes[0]?.changes[0]?.substance).toBe(substance)
  })

  test('a drill of another kind spoils them, and needs a minor version', () => {
    const { files } = compiled(validDrills)
    const view = packageView(files)
    const [round, ...others] = view.drills
    if (round?.kind !== 'round') throw new Error('the first drill is no round')
    const now = { ...view, drills: [{ ...round, kind: 'incident' as const }, ...others] }
    expect(recordVersion(first.snapshot, first.changes, '1.1.0', now).changes[0]?.changes).toEqual([
      {
        drill: 'voice-note-search',
        kind: 'changed',
        title: 'Voice note search',
        fields: ['kind'],
        substance: true,
      },
    ])
    expect(comparePackages(view, now)).toEqual([
      {
        drill: 'voice-note-search',
        field: 'kind',
        kind: 'changed',
        bump: 'minor',
        reason: 'it is an incident now; answers are judged differently',
      },
    ])
  })

  test('redirects are a part of the record, and reasons a part of the changes', () => {
    const { snapshot, changes } = release(first, '1.1.0', {
      [paths.question]: undefined,
      [paths.redirects]:
        'renamed:\n  never-published: voice-note-search\nretired:\n  what-is-recall: nobody asks for it\ncriteria:\n  voice-note-search#old-index: index-goes-stale\n',
    })
    expect(snapshot.redirects).toEqual({
      renamed: { 'never-published': 'voice-note-search' },
      split: {},
      retired: { 'what-is-recall': 'nobody asks for it' },
      criteria: { 'voice-note-search#old-index': 'index-goes-stale' },
    })
    expect(changes[0]?.changes).toEqual([
      {
        drill: 'what-is-recall',
        kind: 'retired',
        title: 'What does recall at ten measure?',
        fields: ['id'],
        reason: 'nobody asks for it',
      },
    ])
  })

  test('what people wrote of a version stands with it, and is text', () => {
    const { snapshot, changes } = recordVersion(
      first.snapshot,
      first.changes,
      '1.1.0',
      packageView(compiled(validDrills).files),
      ['Two things:\n\n* one\n  * `two`', '::error::<b>'],
    )
    expect(changes[0]).toEqual({
      version: '1.1.0',
      changes: [],
      notes: ['Two things:\n\n* one\n  * `two`', '::error::<b>'],
    })
    expect(changelog(changes, linksAt('https://example.org/r', '1.1.0', snapshot))).toContain(
      '## 1.1.0\n\nTwo things:\n\n- one\n  - `two`\n\n: :error: :\\<b\\>\n\n## 1.0.0\n',
    )
  })

  test('a drill that is no longer deprecated', () => {
    const before = release(empty, '1.0.0', { [paths.round]: deprecated(valid.round) })
    expect(newest(release(before, '1.1.0', {}))).toEqual(['voice-note-search changed status'])
  })

  test('a chain of renames, each with the id of its time', () => {
    const b = release(first, '1.1.0', {
      ...renamed('note-search'),
      [paths.redirects]: 'renamed:\n  voice-note-search: note-search\n',
    })
    const c = release(b, '1.2.0', {
      ...renamed('speech-search'),
      [paths.redirects]: 'renamed:\n  voice-note-search: speech-search\n  note-search: speech-search\n',
    })
    expect(c.changes.map(({ version }) => version)).toEqual(['1.2.0', '1.1.0', '1.0.0'])
    expect(newest(c)).toEqual(['note-search renamed id speech-search'])
    expect(Object.keys(c.snapshot.drills)).toEqual([
      'speech-search',
      'empty-search-results',
      'what-is-recall',
    ])
  })

  test('rubric and practice loop', () => {
    const { changes } = release(first, '1.1.0', {
      [paths.rubric]: edit(valid.rubric, 'There is a known earlier state, a', 'There is an earlier state, a'),
      [paths.loop]: edit(valid.loop, 'names: [codec]', 'names: [codec, vocoder]'),
    })
    expect(changes[0]).toEqual({
      version: '1.1.0',
      changes: [],
      other: ['rubric.criteria.rollback-path', 'practiceLoop.components'],
    })
  })

  test('recording a version again takes the place of its first record', () => {
    const again = release(first, '1.0.0', {})
    expect(again.changes).toEqual([{ version: '1.0.0', changes: [] }])
  })
})

const change = (drill: string, kind: DrillChange['kind'], more: Partial<DrillChange> = {}): DrillChange => ({
  drill,
  kind,
  fields: kind === 'added' ? [] : ['id'],
  ...more,
})

const link = (id: string): string | undefined => (id === 'live' ? 'https://example.org/live.md' : undefined)

describe('notes', () => {
  test('by kind of change, with titles and links', () => {
    const notes = versionNotes(
      {
        version: '1.1.0',
        changes: [
          change('old', 'renamed', { title: 'Old', to: ['live'] }),
          change('cut', 'split', { title: 'Cut', to: ['one', 'two'], reason: 'it was *two* things' }),
          change('tapes', 'retired', { title: 'Tapes', reason: 'nobody @has them' }),
          change('live', 'changed', { title: 'Live', fields: ['title', 'sections.constraints'] }),
          change('new', 'added', { title: 'New' }),
        ],
        other: ['rubric.text'],
      },
      link,
    )
    expect(notes).toBe(`### Added

- New (\`new\`)

### Changed

- [Live](https://example.org/live.md) (\`live\`): \`title\`, \`sections.constraints\`

### Renamed

- Old (\`old\`), now \`live\`

### Split

- Cut (\`cut\`), now \`one\` and \`two\`: it was \\*two\\* things

### Retired

- Tapes (\`tapes\`): nobody \\@<!-- -->has them

### Rubric and practice loop

- \`rubric.text\`
`)
  })

  test('of a version that changed nothing', () => {
    expect(versionNotes({ version: '1.0.1', changes: [] }, link)).toBe('No change of content.\n')
  })

  test.each([
    [
      '**b** _i_ `c` [a](b) <img src=x> ~~s~~ $x$',
      '\\*\\*b\\*\\* \\_i\\_ \\`c\\` \\[a\\](b) \\<img src=x\\> \\~\\~s\\~\\~ \\$x\\$',
    ],
    ['ask @team about #1', 'ask \\@<!-- -->team about \\#<!-- -->1'],
    ['see https://evil.example or www.evil.example', 'see https\\://evil.example or www\\.evil.example'],
    ['1. first', '1\\. first'],
    ['- item', '\\- item'],
    ['# head', '\\# head'],
    ['a\n\n# b\u001b[2J::error::x', 'a\\\\n\\\\n# b\\\\x1b\\[2J: :error: :x'],
  ])('the title %j stays text', (title, shown) => {
    const notes = versionNotes({ version: '1.0.0', changes: [change('x', 'added', { title })] }, link)
    expect(notes).toBe(`### Added\n\n- ${shown} (\`x\`)\n`)
  })

  test('the changelog links the drills of the newest version at its tag', () => {
    const { snapshot, changes } = release(first, '1.1.0', {
      [paths.round]: edit(valid.round, 'within 800 ms', 'within 700 ms'),
    })
    expect(changelog(changes, linksAt('https://example.org/r', '1.1.0', snapshot))).toBe(`# Changelog

## 1.1.0

### Changed

- [Voice note search](https://example.org/r/blob/v1.1.0/drills/rounds/voice-note-search.md) (\`voice-note-search\`): \`sections.constraints\`

## 1.0.0

### Added

- Voice note search (\`voice-note-search\`)
- Empty search results (\`empty-search-results\`)
- What does recall at ten measure? (\`what-is-recall\`)
`)
    expect(linksAt('https://example.org/r', '1.1.0', snapshot)('constructor')).toBeUndefined()
  })
})
