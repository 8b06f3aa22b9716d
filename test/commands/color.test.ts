import { describe, expect, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { roundSamples } from '../support/samples.ts'
import { drills, memoryReader } from '../support/terminal.ts'

const hard = edit(valid.round, 'difficulty: core', 'difficulty: hard')
const reader = memoryReader({ [paths.round]: hard, ...roundSamples() })
const terminal = { reader, terminal: true }

const plain = `drills/rounds/voice-note-search.md

  error 5:13  schema
    Unexpected value \`hard\` of \`difficulty\`, expected \`core\`, \`advanced\` or
    \`expert\`
       5 │ difficulty: hard
         │             ~~~~

✖ 1 error and 0 warnings in 5 files
`

test('a terminal gets colours', async () => {
  const { stdout } = await drills(['lint'], terminal)
  expect(stdout).toContain('\u001b[31m')
  expect(stdout.replace(/\u001b\[\d+m/g, '')).toBe(plain)
})

describe('plain text', () => {
  test.each([
    ['for a pipe', [], { reader }],
    ['with --no-color', ['--no-color'], terminal],
    ['with NO_COLOR', [], { ...terminal, env: { NO_COLOR: '1' } }],
    ['on a dumb terminal', [], { ...terminal, env: { TERM: 'dumb' } }],
    ['for a pipe that is said to take colours', [], { reader, env: { FORCE_COLOR: '1' } }],
  ])('%s', async (_, flags, io) => {
    expect((await drills(['lint', ...flags], io)).stdout).toBe(plain)
  })
})

test('an empty NO_COLOR says nothing', async () => {
  expect((await drills(['lint'], { ...terminal, env: { NO_COLOR: '' } })).stdout).toContain('\u001b[31m')
})

test('a terminal narrower than 40 columns gets 40', async () => {
  const narrow = await drills(['lint'], { reader, columns: 12 })
  expect(narrow.stdout).toBe((await drills(['lint'], { reader, columns: 40 })).stdout)
  expect(narrow.stdout).toContain('    Unexpected value `hard` of\n    `difficulty`, expected `core`,\n')
})
