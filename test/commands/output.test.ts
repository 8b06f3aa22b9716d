import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import schema from '../../schemas/published/diagnostics.schema.json' with { type: 'json' }
import { fileReader } from '../../src/io/file-reader.ts'
import { edit, type Files, paths, valid } from '../support/corpus.ts'
import { incidentSamples, roundSamples } from '../support/samples.ts'
import { corpusOnDisk, drills, memoryReader, put } from '../support/terminal.ts'

const validate = new Ajv2020({ strict: true }).compile(schema)

/** A corpus with an error, a warning, a second place, expected words, a file that can't be read. */
const torn: Files = {
  [paths.round]: edit(valid.round, 'difficulty: core', 'difficulty: hard'),
  [paths.question]: valid.question,
  'drills/questions/again.md': valid.question,
  'drills/rounds/loop.md': { failure: 'link that leads back to itself' },
  [paths.incident]: edit(valid.incident, '**Privacy:**', '**Privacy**:'),
  ...roundSamples(),
  ...incidentSamples(),
}
const reader = memoryReader(torn)

/** Two warnings and no error. */
const warned = memoryReader({
  [paths.incident]: edit(
    edit(valid.incident, '**Privacy:**', '**Privacy**:'),
    '**Quality:**',
    '**Quality**:',
  ),
  ...incidentSamples(),
})

describe('--format json', () => {
  test('fits the published schema and counts what it holds', async () => {
    const { code, stdout, stderr } = await drills(['lint', '--format', 'json'], { reader })
    const report: unknown = JSON.parse(stdout)
    expect([code, stderr]).toEqual([1, ''])
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
    const { diagnostics, summary } = report as { diagnostics: Record<string, unknown>[]; summary: object }
    expect(diagnostics.some(({ related }) => related)).toBe(true)
    expect(diagnostics.some(({ expected }) => expected)).toBe(true)
    expect(summary).toEqual({
      files: 11,
      errors: diagnostics.filter(({ severity }) => severity === 'error').length,
      warnings: 1,
    })
  })

  test('is the same bytes in a terminal, at any width, in any folder', async () => {
    const { stdout } = await drills(['lint', '--format', 'json'], { reader })
    const elsewhere = await drills(['lint', '--format=json'], {
      reader,
      terminal: true,
      columns: 40,
      cwd: '/corpus/drills/rounds',
    })
    expect(elsewhere.stdout).toBe(stdout)
  })

  test('is one whole finding, down to its end', async () => {
    const round = edit(valid.round, 'difficulty: core', 'difficulty: hard')
    const { stdout } = await drills(['lint', '--format', 'json'], {
      reader: memoryReader({ [paths.round]: round, ...roundSamples() }),
    })
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      diagnostics: [
        {
          file: paths.round,
          line: 5,
          column: 13,
          endLine: 5,
          endColumn: 17,
          severity: 'error',
          rule: 'schema',
          message: 'Unexpected value `hard` of `difficulty`, expected `core`, `advanced` or `expert`',
          url: expect.stringMatching(/^https:\/\/.*\/docs\/rules\/schema\.md$/),
          expected: ['core', 'advanced', 'expert'],
        },
      ],
      summary: { files: 5, errors: 1, warnings: 0 },
    })
    expect(stdout).toMatch(/^\{\n {2}"version": 1,\n[\s\S]*\}\n$/)
  })

  test('is a whole report also without findings', async () => {
    const { code, stdout } = await drills(['lint', '--format', 'json'])
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      { version: 1, diagnostics: [], summary: { files: 9, errors: 0, warnings: 0 } },
    ])
  })
})

describe('--quiet', () => {
  test('leaves warnings out, but counts them', async () => {
    expect(await drills(['lint', '--quiet'], { reader: warned })).toEqual({
      code: 0,
      stdout: '▲ 0 errors and 2 warnings in 5 files\n',
      stderr: '',
    })
    const { stdout } = await drills(['lint', '--quiet', '--format', 'json'], { reader: warned })
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      diagnostics: [],
      summary: { files: 5, errors: 0, warnings: 2 },
    })
  })

  test('leaves errors in', async () => {
    const { code, stdout } = await drills(['lint', '--quiet'], { reader })
    expect([code, /^ {2}error /m.test(stdout), /^ {2}warning /m.test(stdout)]).toEqual([1, true, false])
  })
})

describe('--max-warnings', () => {
  const exceeded = (most: number): string =>
    `drills: 2 warnings, more than \`--max-warnings ${most}\` allows\n`

  test.each([
    [[], 0, ''],
    [['--max-warnings', '2'], 0, ''],
    [['--max-warnings=999999999'], 0, ''],
    [['--max-warnings', '1'], 1, exceeded(1)],
    [['--max-warnings', '0'], 1, exceeded(0)],
    [['--max-warnings', '0', '--quiet'], 1, exceeded(0)],
    [['--max-warnings', '0', '--format', 'json'], 1, exceeded(0)],
  ])('%j', async (args, code, stderr) => {
    const ran = await drills(['lint', ...args], { reader: warned })
    expect([ran.code, ran.stderr]).toEqual([code, stderr])
  })

  test('0 is no obstacle without warnings', async () => {
    expect((await drills(['lint', '--max-warnings', '0'])).code).toBe(0)
  })
})

describe('--output', () => {
  const round = edit(valid.round, 'difficulty: core', 'difficulty: hard')

  test('writes the report to a file and nothing to standard output', async () => {
    const cwd = corpusOnDisk({ [paths.round]: round })
    const io = { reader: fileReader, cwd }
    const direct = await drills(['lint', '--format', 'json'], io)
    const ran = await drills(['lint', '--format', 'json', '--output', 'report.json'], io)
    expect(ran).toEqual({ code: 1, stdout: '', stderr: '' })
    expect(readFileSync(path.join(cwd, 'report.json'), 'utf8')).toBe(direct.stdout)
    expect(readdirSync(cwd).sort()).toEqual(['drills', 'report.json'])
  })

  test('is plain text of 80 columns whatever the terminal is', async () => {
    const cwd = corpusOnDisk({ [paths.round]: round })
    const { stdout } = await drills(['lint'], { reader: fileReader, cwd })
    const terminal = { reader: fileReader, cwd, terminal: true, columns: 200 }
    await drills(['lint', '--output', 'report.txt'], terminal)
    expect(readFileSync(path.join(cwd, 'report.txt'), 'utf8')).toBe(stdout)
  })

  test('goes below the working directory, and through links', async () => {
    const cwd = corpusOnDisk({ 'old.txt': 'old' })
    symlinkSync(path.join(cwd, 'old.txt'), path.join(cwd, 'link.txt'))
    chmodSync(path.join(cwd, 'old.txt'), 0o600)
    const io = { reader: fileReader, cwd: path.join(cwd, 'drills/rounds') }
    const ran = await drills(['lint', '--output', '../../link.txt'], io)
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(lstatSync(path.join(cwd, 'link.txt')).isSymbolicLink()).toBe(true)
    expect(readFileSync(path.join(cwd, 'old.txt'), 'utf8')).toBe('✔ no findings in 5 files\n')
    expect(statSync(path.join(cwd, 'old.txt')).mode & 0o777).toBe(0o600)
  })

  test.each([
    ['nowhere/report.txt', 'can’t write `--output` `nowhere/report.txt`: its folder does not exist'],
    ['drills', 'can’t write `--output` `drills`: it is a folder'],
    ['notes.txt/report.txt', 'can’t write `--output` `notes.txt/report.txt`: its folder is a file'],
    ['', 'can’t write `--output` ``: it is a folder'],
    [paths.round, `\`--output\` would overwrite \`${paths.round}\`; expected a file outside \`drills/\``],
  ])('%j is wrong usage', async (name, message) => {
    const cwd = corpusOnDisk({ 'notes.txt': 'x' })
    const ran = await drills(['lint', '--output', name], { reader: fileReader, cwd })
    expect(ran).toEqual({ code: 2, stdout: '', stderr: `drills: ${message}\n` })
    expect(readFileSync(path.join(cwd, paths.round), 'utf8')).toBe(valid.round)
    expect(readdirSync(cwd).sort()).toEqual(['drills', 'notes.txt'])
  })

  test('writes nothing when the command line is wrong', async () => {
    const cwd = corpusOnDisk()
    put(cwd, { 'report.txt': 'old' })
    const ran = await drills(['lint', 'gone.md', '--output', 'report.txt'], { reader: fileReader, cwd })
    expect(ran.code).toBe(2)
    expect(readFileSync(path.join(cwd, 'report.txt'), 'utf8')).toBe('old')
    expect(existsSync(path.join(cwd, 'drills'))).toBe(true)
  })
})
