import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { edit, findings, paths } from '../support/corpus.ts'
import { report } from '../support/found.ts'
import { drills, memoryReader } from '../support/terminal.ts'

// Definition documents of another subject: other phases, sections, points and criteria, one component, no red flag, no
// word list, and parts of a drill that are the fewest that there may be.
const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/kitchen/${name}.md`, import.meta.url), 'utf8')

const loop = fixture('practice-loop')
const rubric = fixture('rubric')
const round = fixture('round')
const soup = 'drills/rounds/cold-soup.md'
const files = { [soup]: round, [paths.loop]: loop, [paths.rubric]: rubric }

/** All findings but those of samples, which a drill may do without. */
const told = (changes: Readonly<Record<string, string>>): string[] =>
  report({ ...files, ...changes }).filter((line) => !line.includes('samples:'))

test('a drill that follows them is clean', async () => {
  expect(told({})).toEqual([])
  expect((await drills(['lint'], { reader: memoryReader(files) })).code).toBe(0)
})

test('findings speak of what they declare', () => {
  const text = edit(
    edit(edit(round, '### Verdict', '### Verdct'), '- **When:** [it stood', '- **Whn:** [it stood'),
    'rubric.md#names-a-time',
    'rubric.md#names-a-day',
  )
  expect(told({ [soup]: text })).toEqual([
    '17:1-17:10 «### Facts» rubric-coverage: Unexpected answer without evidence for `names-a-time`, expected a phrase in `Facts` or `Verdict` that holds a time (“in 4 minutes”), linked as `[phrase](../rubric.md#names-a-time)`',
    '20:3-20:11 «**Whn:**» points: Unexpected label `Whn`, expected a declared one; did you mean `**When:**`?',
    '20:12-20:62 «[it stood for 6 minutes](../rubric.md#n…» rubric-evidence: Unexpected criterion `names-a-day`, expected `names-a-time` or `names-a-person`',
    '22:1-22:11 «### Verdct» sections: Unexpected heading `Verdct`, expected a declared one; did you mean `### Verdict`?',
  ])
})

test.each([
  [
    'no component',
    /components:\n.*/,
    'components: []',
    'Unexpected value of `components`, expected at least 1 item',
  ],
  ['no phase', /phases:\n.*\n.*/, 'phases: []', 'Unexpected value of `phases`, expected at least 1 item'],
])('there must be one of each: %s', (_, from, to, message) => {
  expect(told({ [paths.loop]: loop.replace(from, to) })).toEqual([expect.stringContaining(message)])
})

describe('whatever they lack, no finding expects nothing', () => {
  const hollow = /expected\s*(?:$|[;,.:])|\b(?:in|with|of|and|or|least) (?:$|[;,:])|undefined|\[object/
  const without = (text: string): [string, string][] =>
    text.split('\n').flatMap((line, at, lines) => {
      const rest = lines.filter((_, other) => other !== at).join('\n')
      return line.trim() === '' ? [] : [[line.trim().slice(0, 40), rest] as [string, string]]
    })

  test.each([
    [paths.loop, loop],
    [paths.rubric, rubric],
  ])('%s without any of its lines', (name, text) => {
    for (const [line, changed] of without(text))
      for (const { message } of findings({ ...files, [name]: changed }))
        expect(message, line).not.toMatch(hollow)
  })
})
