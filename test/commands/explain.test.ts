import { existsSync, readFileSync } from 'node:fs'
import stringWidth from 'fast-string-width'
import { describe, expect, test } from 'vitest'
import { fileReader } from '../../src/io/file-reader.ts'
import type { Io } from '../../src/io/io.ts'
import { rules } from '../../src/rules/rules.ts'
import { drills, memoryReader } from '../support/terminal.ts'

const page = (id: string): URL => new URL(`../../docs/rules/${id}.md`, import.meta.url)

test.each(rules.map(({ id }) => id))('the page of %s is printed as it is, without any corpus', async (id) => {
  expect(existsSync(page(id))).toBe(true)
  const ran = await drills(['explain', id], { reader: fileReader, cwd: '/' })
  expect(ran).toEqual({ code: 0, stdout: readFileSync(page(id), 'utf8'), stderr: '' })
})

test('help lists every rule with what it finds', async () => {
  const { stdout } = await drills(['explain', '--help'])
  for (const { id, description } of rules)
    expect(stdout).toMatch(new RegExp(`^  ${id} +${description}$`, 'm'))
})

test('an installation without its pages is broken', async () => {
  expect(await drills(['explain', 'points'], { reader: memoryReader({}) })).toEqual({
    code: 3,
    stdout: '',
    stderr: 'drills: internal error: the page of the rule points is missing; DRILLS_DEBUG=1 shows where\n',
  })
})

describe('in a terminal', () => {
  const file = (id: string): string => page(id).pathname

  /** A rule's page with a text of the test's own, as a terminal shows it. */
  const shown = async (
    text: string,
    io: Partial<Io> = {},
    flags: readonly string[] = [],
  ): Promise<string> => {
    const reader = {
      ...memoryReader({}),
      readText: (name: string) => (name === file('points') ? text : undefined),
    }
    return (await drills(['explain', 'points', ...flags], { reader, terminal: true, columns: 60, ...io }))
      .stdout
  }
  const plain = (text: string, columns = 60): Promise<string> => shown(text, { columns }, ['--no-color'])

  test('a whole page without colours', async () => {
    const text = `# points

Finds a point that is *missing*, **twice** or
[nearly right](https://x.example/right), see \`drills/practice-loop.md\` and
[the rubric](../../drills/rubric.md) or <https://y.example>.

## Incorrect

One too thin:

\`\`\`markdown section="Evaluation" in="incident"
### Evaluation

- **Human review:** yes, weekly, and whenever somebody has asked for it.
\`\`\`

\`\`\`text
  warning 37:3  points
    Unexpected 2 words in the point \`Human review\`, expected at least 5: one
    full sentence, or “not needed, because …”
      37 │ - **Human review:** yes, weekly, and whenever somebody has asked for it.
         │   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    drills/rounds/a.md:1:1 first used here
    drills/rounds/b.md:1:1 and here
\`\`\`

1. First of all, some words that are too many for one line of this width
2. Second

   - inside
   - \`code\`

> Quoted

---
`
    expect(await plain(text)).toBe(`points
======

Finds a point that is missing, twice or nearly right
(https://x.example/right), see \`drills/practice-loop.md\` and
the rubric
(https://github.com/audio-text-drills/audio-text-drills/blob/main/drills/rubric.md)
or https://y.example.

Incorrect
---------

One too thin:

in section Evaluation of an incident:
  ### Evaluation

  - **Human review:** yes, weekly, and whenever somebody
  ↳ has asked for it.

  warning 37:3  points
    Unexpected 2 words in the point \`Human review\`, expected
    at least 5: one full sentence, or “not needed, because
    …”
      37 │ - **Human review:** yes, weekly, and whenever so…
         │   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    drills/rounds/a.md:1:1 first used here
    drills/rounds/b.md:1:1 and here

1. First of all, some words that are too many for one line
   of this width
2. Second

   - inside
   - \`code\`

│ Quoted

────────────────────────────────────────────────────────────
`)
  })

  test('colours stand for headings, code and severities', async () => {
    const text =
      '# points\n\nSee `a b`.\n\n## Why\n\n```yaml\nid: x\n```\n\n```text\nerror 1:1  points\n  1 │ x\n    │ ~\n```\n'
    const reset = { bold: '\u001b[22m', color: '\u001b[39m' }
    expect(await shown(text)).toBe(
      [
        `\u001b[1m\u001b[4mpoints\u001b[24m${reset.bold}`,
        '',
        `See \u001b[36ma${reset.color} \u001b[36mb${reset.color}.`,
        '',
        `\u001b[1mWhy${reset.bold}`,
        '',
        `  \u001b[36mid: x${reset.color}`,
        '',
        `  \u001b[1m\u001b[31merror${reset.color}${reset.bold} 1:1  \u001b[2mpoints${reset.bold}`,
        `  \u001b[2m  1 │ ${reset.bold}x`,
        `  \u001b[2m    │ ${reset.bold}\u001b[31m~${reset.color}`,
        '',
      ].join('\n'),
    )
  })

  test.each<[string, Partial<Io>, readonly string[]]>([
    ['--no-color', {}, ['--no-color']],
    ['NO_COLOR', { env: { NO_COLOR: '1' } }, []],
    ['TERM=dumb', { env: { TERM: 'dumb' } }, []],
  ])('%s takes the colours away', async (_, io, flags) => {
    expect(await shown('# points\n\n`x`\n', io, flags)).toBe('points\n======\n\n`x`\n')
  })

  test.each([
    ['markdown section="Prompt"', 'in section Prompt:'],
    [
      'markdown section="Answer" in="question" repeat="30"',
      'in section Answer of a question, the last line 30 times:',
    ],
    ['markdown section="Prompt" escaped', 'in section Prompt:'],
    ['markdown front-matter', 'in the front matter:'],
    ['markdown front-matter in="question"', 'in the front matter of a question:'],
    ['yaml key="phases" in="practice-loop"', 'at phases in the front matter of the practice loop:'],
    ['yaml key="criteria" in="rubric"', 'at criteria in the front matter of the rubric:'],
    ['yaml file="drills/redirects.yml"', 'in drills/redirects.yml:'],
    ['sh file="drills/rounds/a.md" failure="a folder"', 'in drills/rounds/a.md, which is a folder:'],
    ['sh', undefined],
  ])('where an example stands is said in words: %s', async (info, words) => {
    expect(await plain(`\`\`\`${info}\nx\n\`\`\`\n`)).toBe(`${words === undefined ? '' : `${words}\n`}  x\n`)
  })

  test('a terminal narrower than 40 columns gets 40', async () => {
    const text = `${'word '.repeat(30)}\n`
    expect(await plain(text, 12)).toBe(await plain(text, 40))
  })

  test.each(rules.map(({ id }) => id))(
    'the page of %s fits its width and shows no marks of Markdown',
    async (id) => {
      const io = { reader: fileReader, cwd: '/', terminal: true, columns: 76 }
      const { code, stdout, stderr } = await drills(['explain', id, '--no-color'], io)
      expect([code, stderr]).toEqual([0, ''])
      const lines = stdout.split('\n')
      expect(lines[0]).toBe(id)
      const wide = lines.filter((line) => stringWidth(line) > 76 && line.trim().includes(' '))
      expect(wide.filter((line) => !/^ *(?:- |↳ )?\S*$/.test(line))).toEqual([])
      expect(lines.filter((line) => /^(?:```|#)|="/.test(line))).toEqual([])
      expect(stdout).not.toMatch(/\u001b/)
    },
  )
})

describe('a phrase', () => {
  const rollback = 'when errors exceed 2 %, traffic returns to the previous version within 5 minutes'
  const explained = (...args: string[]): ReturnType<typeof drills> =>
    drills(['explain', 'rubric-evidence', ...args])

  test('for one criterion, with the words that count', async () => {
    expect(await explained('--phrase', rollback, '--criterion', 'rollback-path')).toEqual({
      code: 0,
      stdout: `rollback-path: earned
  there    the state it goes back to (“back to the previous version”, “reinstates the FP16 weights”): \`returns to\`, \`returns … previous\`
  there    a trigger or a time, with a number (“when errors exceed 2 %”, “in 5 minutes”): \`when … 2 %\`, \`within 5\`
`,
      stderr: '',
    })
  })

  test('for all criteria, with what is missing and what is against it', async () => {
    const { stdout } = await explained('--phrase', 'last year we rolled back twice')
    expect(stdout).toMatch(
      /^rollback-path: not earned\n {2}there .*\n {2}missing .*\n {2}against {2}a story/m,
    )
    expect(stdout.match(/^\S+: not earned$/gm)).toHaveLength(6)
  })

  test('too few words, and only one of two amounts', async () => {
    const { stdout } = await explained('--phrase', '40 ms', '--criterion', 'cost-and-latency-reasoning')
    expect(stdout).toMatch(/^ {2}missing {2}at least 4 words$/m)
    expect(stdout).toMatch(/^ {2}missing {2}two amounts .*, not only `40 ms`$/m)
  })

  test('control characters are shown', async () => {
    const { code, stdout } = await explained('--phrase', '40\u202e\u001b[31m ms costs \n::error 2 %')
    expect(code).toBe(0)
    expect(stdout).not.toMatch(/[\u001b\u202e]|^::/m)
  })

  test.each([
    [['--phrase', ' '], 'the phrase is empty; write `--phrase "some words"`'],
    [
      ['--phrase', 'a '.repeat(600)],
      'the phrase has 1200 characters; expected at most 1000, the words of one link',
    ],
    [['--criterion', 'rollback-path'], '`--criterion` goes with `--phrase "some words"`'],
    [
      ['--phrase', 'a b', '--criterion', 'rollback'],
      'unknown criterion `rollback`; expected `explicit-assumptions`, `measurable-launch-gates`, `privacy-safe-observability`, `rollback-path`, `cost-and-latency-reasoning` or `learning-from-failures`',
    ],
  ])('wrong usage: %j', async (args, message) => {
    expect(await explained(...args)).toEqual({ code: 2, stdout: '', stderr: `drills: ${message}\n` })
  })

  test('only with the rule whose test it is', async () => {
    expect(await drills(['explain', 'points', '--phrase', 'a b'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'drills: `--phrase` and `--criterion` go with the rule `rubric-evidence` only\n',
    })
  })
})
