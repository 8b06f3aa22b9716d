import { describe, expect, test } from 'vitest'
import { summarize } from '../../src/model/diagnostic.ts'
import { reportFormats } from '../../src/report/report-formats.ts'
import { stepSummary } from '../../src/report/summary.ts'
import { edit, type Files, lintFiles, paths, valid } from '../support/corpus.ts'
import { actingMarkdown } from '../support/markdown.ts'
import { reportInput } from '../support/report.ts'
import { drills, memoryReader, validFiles } from '../support/terminal.ts'
import { readXml, textsOf } from '../support/xml.ts'

/** Short enough that no message leaves any of it out. */
const attacks = {
  'escape sequences': '\u001b[2J\u001b[31m\u001b]0;owned\u0007',
  'a link of the terminal': '\u001b]8;;https://e.example\u001b\\x\u001b]8;;\u001b\\',
  'escape sequences of one character': 'a\u009b2Jb\u009d0;x\u009cc',
  'what moves the cursor': 'x\b\b\u0085y\rdrills: no findings\u007f',
  'what can’t be seen': '\u202egpj.exe\u2066\u2069\u200f a\u200b\u2060\ufeff\u00adb\u2028c\u2029',
  'commands of a runner': '  ::error file=x::y :::z ::::set-output x %0A::w %0D%0A',
  'commands of other runners': '##[command]x ###[group]y ##vso[task.x]z',
  'Markdown and HTML': 'x ![x](https://e.example/p.png) [x](https://e.example) **b** `c` ``d <img src=x> <b>',
  'cells and lines of a table': 'a|b || c\\|d \\\\|e |---| - # > &#124; &lt;br&gt;',
  'what a forge makes links of': '@someone #12 :tada: www.e.example https://e.example a@e.example ~~s~~ $x$',
  'XML and placeholders': ']]> <!-- --> </failure> <![CDATA[x]]> &amp; &#x1b; " \' {0} {{1}} %s',
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

/** What readers of SARIF would make a link of, or a placeholder. */
const sarifMarkup = /(?<!\\)\]\((?:\d+|[a-z][a-z\d+.-]*:[^\s()…]*)\)|(?<!\{)(?:\{\{)*\{(?!\{)/i

/** How a line of the text report may begin. */
const layout =
  /^(?:$|drills\/| {2}(?:error|warning) \d+:\d+(?:, \d+:\d+)*(?: and \d+ more)? {2}[a-z-]+$| {2}— \S| {4}|[✖▲✔] )/

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
    const input = reportInput(diagnostics, { summary, lineOf })
    expect(summary.errors).toBeGreaterThan(0)
    for (const columns of [80, 40]) {
      const out = reportFormats.text({ ...input, columns })
      for (const [what, forbidden] of Object.entries(printed)) expect(out, what).not.toMatch(forbidden)
      expect(out.split('\n').filter((line) => !layout.test(line))).toEqual([])
    }
    const json = reportFormats.json(input)
    const sarif = reportFormats.sarif(input)
    const junit = reportFormats.junit(input)
    const markdown = stepSummary(input, 900_000)
    for (const [what, forbidden] of Object.entries(printed)) {
      for (const out of [json, sarif, junit, markdown]) expect(out, what).not.toMatch(forbidden)
    }
    // The only commands are those of the format itself: each begins a line, with plain names and no blank before `=`.
    const commands = reportFormats.github(input).split('\n').slice(0, -1)
    for (const line of commands) {
      const [, rest = '::'] =
        /^::(?:error|warning|notice) (?:[a-zA-Z]+=[^:,]+,)*title=[^:,]+::(.*)$/.exec(line) ?? []
      for (const [what, forbidden] of Object.entries(printed)) expect(rest, what).not.toMatch(forbidden)
      expect(rest).not.toMatch(/%(?!25|0A)/)
      expect(rest.match(/%0A/g)?.length ?? 0).toBeLessThanOrEqual(2)
    }
    const failures = textsOf(readXml(junit), 'failure')
    expect(failures).toHaveLength(diagnostics.length)
    expect(
      failures.filter(
        (text) => !/^\S[^\n]*:\d+:\d+ (?:error|warning)\n[^\n]+\n(?:[^\n]+\n)?https:[^\n]+$/.test(text),
      ),
    ).toEqual([])
    const { results } = JSON.parse(sarif).runs[0] as { results: { message: { text: string } }[] }
    expect(results).toHaveLength(diagnostics.length)
    for (const { message } of results) expect(message.text).not.toMatch(sarifMarkup)
    const rows = markdown.split('\n').filter((line) => line.startsWith('|'))
    expect(rows).toHaveLength(diagnostics.length + 2)
    expect(rows.filter((row) => row.match(/\|/g)?.length !== 5)).toEqual([])
    for (const row of rows.slice(2)) expect(actingMarkdown(row)).toEqual([])
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
  const sarif = await drills(['lint', '--format', 'sarif'], { reader })
  const junit = await drills(['lint', '--format', 'junit'], { reader })
  for (const { code, stdout, stderr } of [text, json, sarif, junit]) {
    expect([code, stderr]).toEqual([1, ''])
    for (const [what, forbidden] of Object.entries(printed)) expect(stdout, what).not.toMatch(forbidden)
  }
  const { diagnostics } = JSON.parse(json.stdout) as { diagnostics: { file: string }[] }
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
    ['lint', `--changed=${attack}`],
  ]
  for (const args of lines) {
    const { code, stdout, stderr } = await drills(args, { reader: memoryReader(validFiles) })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^drills: [^\n]+\n$/)
    for (const [what, forbidden] of Object.entries(printed)) expect(stderr, what).not.toMatch(forbidden)
  }
})
