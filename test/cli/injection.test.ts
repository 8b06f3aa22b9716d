import { describe, expect, test } from 'vitest'
import { summarize } from '../../src/diagnostic.ts'
import { reports } from '../../src/report/index.ts'
import { edit, type Files, lintFiles, paths, valid } from '../support/corpus.ts'
import { drills, memoryReader, validFiles } from './terminal.ts'

/** Short enough that no message leaves any of it out. */
const attacks = {
  'escape sequences': '\u001b[2J\u001b[31m\u001b]0;owned\u0007',
  'a link of the terminal': '\u001b]8;;https://e.example\u001b\\x\u001b]8;;\u001b\\',
  'escape sequences of one character': 'a\u009b2Jb\u009d0;x\u009cc',
  'what moves the cursor': 'x\b\b\u0085y\rdrills: no findings\u007f',
  'what can’t be seen': '\u202egpj.exe\u2066\u2069\u200f a\u200b\u2060\ufeff\u00adb\u2028c\u2029',
  'commands of a runner': '  ::error file=x::y :::z ::::set-output x %0A::w %0D%0A',
  'commands of other runners': '##[command]x ###[group]y ##vso[task.x]z',
  'commands that a wrapped line would begin with': 'word word word word ::error::x word word :::error::y',
} as const

const printed = {
  'no control character but the line feed': /[\0-\x09\x0b-\x1f\x7f-\x9f]/,
  'no direction mark and no invisible character':
    /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/,
  'no command of a runner': /::|##[a-z]*\[/i,
} as const

const quoted = (text: string): string => JSON.stringify(text)

/** Puts hostile text wherever an author can put text. */
const places: Readonly<Record<string, (attack: string) => Files>> = {
  'a file name': (attack) => ({ [`drills/rounds/${attack.replaceAll('/', '_')}.md`]: 'x' }),
  'a file that can’t be read': (attack) => ({
    [`drills/rounds/${attack.replaceAll('/', '_')}`]: { failure: 'symbolic link' },
  }),
  'a value of the front matter': (attack) => ({
    [paths.round]: edit(valid.round, 'difficulty: core', `difficulty: ${quoted(attack)}`),
  }),
  'a bare value of the front matter': (attack) => ({
    [paths.round]: edit(valid.round, 'difficulty: core', `difficulty: ${attack}`),
  }),
  'a key of the front matter': (attack) => ({
    [paths.round]: edit(valid.round, 'difficulty: core', `difficulty: core\n${quoted(attack)}: 1`),
  }),
  'a tag, an alias and an anchor': (attack) => ({
    [paths.round]: edit(
      valid.round,
      'difficulty: core',
      `difficulty: !${attack} &${attack} core\nx: *${attack}`,
    ),
  }),
  'an id': (attack) => ({
    [paths.round]: edit(valid.round, 'id: voice-note-search', `id: ${quoted(attack)}`),
  }),
  'a topic': (attack) => ({
    [paths.round]: edit(valid.round, 'topics: [asr]', `topics: [${quoted(attack)}]`),
  }),
  'a rule to except': (attack) => ({
    [paths.round]: edit(
      valid.round,
      'topics: [asr]',
      `topics: [asr]\nexceptions: [{ rule: ${quoted(attack)}, reason: ${quoted(attack)} }]`,
    ),
  }),
  'the title': (attack) => ({
    [paths.round]: edit(valid.round, '# Voice note search', `# ${attack}`),
    'drills/rounds/twin.md': edit(valid.round, '# Voice note search', `# ${attack}`),
  }),
  'a heading': (attack) => ({ [paths.round]: edit(valid.round, '### Tradeoffs', `### ${attack}`) }),
  'a label': (attack) => ({ [paths.round]: edit(valid.round, '**Traffic:**', `**${attack}:**`) }),
  'a label without its colon': (attack) => ({
    [paths.round]: edit(valid.round, '**Traffic:**', `**${attack}**`),
  }),
  'an item without a label': (attack) => ({ [paths.round]: edit(valid.round, '**Traffic:**', attack) }),
  'a link target': (attack) => ({
    [paths.round]: edit(valid.round, '../rubric.md#rollback-path', `<${attack.replaceAll('>', '')}>`),
  }),
  'an anchor': (attack) => ({
    [paths.round]: edit(valid.round, '#rollback-path', `#${encodeURIComponent(attack)}`),
  }),
  'a scheme': (attack) => ({
    [paths.round]: edit(
      valid.round,
      '../rubric.md#rollback-path',
      `javascript:${encodeURIComponent(attack)}`,
    ),
  }),
  'words of evidence': (attack) => ({
    [paths.round]: edit(
      valid.round,
      'when empty results exceed 9 % for 15 minutes, traffic returns to the previous index',
      attack.replaceAll(/[[\]]/g, '\\$&'),
    ),
  }),
  'the line of a finding': (attack) => ({
    [paths.round]: edit(valid.round, 'results should appear', `${attack} <b> ${attack}`),
  }),
  redirects: (attack) => ({
    [paths.redirects]: `${quoted(attack)}: { to: ${quoted(attack)}, reason: ${quoted(attack)} }\n`,
  }),
  'the rubric': (attack) => ({
    [paths.round]: valid.round,
    [paths.rubric]: edit(valid.rubric, 'id: explicit-assumptions', `id: ${quoted(attack)}`),
  }),
}

/** How a line of the text report may begin. */
const layout = /^(?:$|drills\/| {2}(?:error|warning) \d+:\d+ {2}[a-z-]+$| {4}|[✖▲✔] )/

describe.each(Object.entries(places))('%s', (_, files) => {
  test.each(Object.entries(attacks))('that holds %s', (_, attack) => {
    const all = files(attack)
    const { diagnostics } = lintFiles(all)
    const texts = new Map(Object.entries(all))
    const lineOf = (file: string, line: number): string | undefined => {
      const content = texts.get(file)
      return typeof content === 'string' ? content.split(/\r\n|\n|\r/)[line - 1] : undefined
    }
    const summary = summarize(diagnostics, 3)
    expect(summary.errors).toBeGreaterThan(0)
    for (const columns of [80, 40]) {
      const out = reports.text({ diagnostics, summary, lineOf, color: false, columns })
      for (const [what, forbidden] of Object.entries(printed)) expect(out, what).not.toMatch(forbidden)
      expect(out.split('\n').filter((line) => !layout.test(line))).toEqual([])
    }
    const json = reports.json({ diagnostics, summary, lineOf, color: false, columns: 80 })
    for (const [what, forbidden] of Object.entries(printed)) expect(json, what).not.toMatch(forbidden)
    expect(JSON.parse(json)).toEqual({ version: 1, diagnostics, summary })
  })
})

test('the command line itself prints them no other way', async () => {
  const files = Object.fromEntries(
    Object.values(attacks).map((attack) => [
      `drills/rounds/${attack.replaceAll('/', '_')}.md`,
      `${attack}\n`,
    ]),
  )
  const reader = memoryReader(files)
  const text = await drills(['lint'], { reader, cwd: '/corpus/drills/rounds' })
  const json = await drills(['lint', '--format', 'json'], { reader })
  for (const { code, out, talk } of [text, json]) {
    expect([code, talk]).toEqual([1, ''])
    for (const [what, forbidden] of Object.entries(printed)) expect(out, what).not.toMatch(forbidden)
  }
  const { diagnostics } = JSON.parse(json.out) as { diagnostics: { file: string }[] }
  expect([...new Set(diagnostics.map(({ file }) => file))]).toEqual(Object.keys(files).sort())
})

test.each(Object.entries(attacks))('a command line that holds %s', async (_, attack) => {
  const lines = [
    [attack],
    [`--${attack}`],
    ['help', attack],
    ['explain', attack],
    ['lint', attack],
    ['lint', `--${attack}`],
    ['lint', '--format', attack],
    ['lint', `--quiet=${attack}`],
    ['lint', '--max-warnings', attack],
    ['lint', '--stdin', '--stdin-filename', attack],
    ['lint', '--output', `nowhere/${attack}`],
  ]
  for (const args of lines) {
    const { code, out, talk } = await drills(args, { reader: memoryReader(validFiles) })
    expect([code, out]).toEqual([2, ''])
    expect(talk).toMatch(/^drills: [^\n]+\n$/)
    for (const [what, forbidden] of Object.entries(printed)) expect(talk, what).not.toMatch(forbidden)
  }
})
