import { execFileSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fileReader } from '../../src/io/file-reader.ts'
import { load } from '../../src/io/source.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { commit, git } from '../support/git.ts'
import { incidentSamples, roundSamples } from '../support/samples.ts'
import { corpusOnDisk, drills, memoryReader, put, type Ran, temporaryFolder } from '../support/terminal.ts'

const colon = edit(valid.round, '**Cost:**', '**Cost**:')
const heading = edit(valid.incident, '### Tradeoffs', '### Trade-offs')
const beyond = edit(valid.incident, '### Tradeoffs', '### Other things')

const run = (folder: string, ...args: readonly string[]): Promise<Ran> =>
  drills(['lint', ...args], { cwd: folder, reader: fileReader })
const read = (folder: string, file: string): string => readFileSync(path.join(folder, file), 'utf8')
const broken = (more: Readonly<Record<string, string>> = {}): string =>
  corpusOnDisk({ [paths.round]: colon, [paths.incident]: heading, ...incidentSamples(), ...more })

test('--fix writes, says how much, and reports what is left', async () => {
  const folder = broken()
  const { code, stdout, stderr } = await run(folder, '--fix')
  expect([code, stdout, stderr]).toEqual([0, '✔ no findings in 8 files\n', 'drills: fixed 2 files\n'])
  expect(read(folder, paths.round)).toBe(valid.round)
  expect(read(folder, paths.incident)).toBe(valid.incident)
})

test('a second time nothing is left to write', async () => {
  const folder = broken()
  await run(folder, '--fix')
  const before = statSync(path.join(folder, paths.round))
  const { code, stderr } = await run(folder, '--fix')
  expect([code, stderr]).toEqual([0, ''])
  const after = statSync(path.join(folder, paths.round))
  expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs])
})

test('what --fix reports is what lint reports next', async () => {
  const folder = broken({ [paths.incident]: beyond })
  const fixed = await run(folder, '--fix')
  const linted = await run(folder)
  expect(fixed.code).toBe(1)
  expect(fixed.stdout).toBe(linted.stdout)
  expect(fixed.stderr).toBe('drills: fixed 1 file\n')
  expect(fixed.stdout).toContain('Unexpected heading `Other things`')
})

test('files that are not asked for stay as they are', async () => {
  const folder = broken()
  const { code, stderr } = await run(folder, '--fix', 'drills/rounds')
  expect([code, stderr]).toEqual([0, 'drills: fixed 1 file\n'])
  expect(read(folder, paths.round)).toBe(valid.round)
  expect(read(folder, paths.incident)).toBe(heading)
})

test('files that did not change stay as they are with --changed', async () => {
  const folder = corpusOnDisk({ [paths.incident]: heading })
  commit(folder)
  put(folder, { [paths.round]: edit(colon, 'at noon', 'at night') })
  const { stderr } = await run(folder, '--fix', '--changed', 'main')
  expect(stderr).toBe('drills: fixed 1 file\n')
  expect(read(folder, paths.round)).toBe(edit(valid.round, 'at noon', 'at night'))
  expect(read(folder, paths.incident)).toBe(heading)
})

test('a file that is not UTF-8 stays as it is', async () => {
  const folder = broken()
  const bytes = Buffer.concat([Buffer.from(colon), Buffer.from([0xe9, 0x0a])])
  writeFileSync(path.join(folder, paths.round), bytes)
  const { code, stderr } = await run(folder, '--fix')
  expect([code, stderr]).toEqual([1, 'drills: fixed 1 file\n'])
  expect(Buffer.compare(readFileSync(path.join(folder, paths.round)), bytes)).toBe(0)
})

test('a replacement character that the author wrote is no reason to leave a file alone', async () => {
  const folder = broken({ [paths.round]: edit(colon, 'at noon', 'at \ufffd noon') })
  expect((await run(folder, '--fix')).stderr).toBe('drills: fixed 2 files\n')
  expect(read(folder, paths.round)).toBe(edit(valid.round, 'at noon', 'at \ufffd noon'))
})

test('findings go to the format and the file that are asked for', async () => {
  const folder = broken({ [paths.incident]: beyond })
  const json = await run(folder, '--fix', '--format', 'json')
  expect(JSON.parse(json.stdout)).toMatchObject({ summary: { files: 8 } })
  const { stdout } = await run(folder, '--fix', '--format', 'junit', '--output', 'report.xml')
  expect(stdout).toBe('')
  expect(read(folder, 'report.xml')).toContain('Other things')
})

test('a file keeps its permissions, also those that a new one would not get', async () => {
  const folder = broken()
  chmodSync(path.join(folder, paths.round), 0o666)
  await run(folder, '--fix')
  expect(statSync(path.join(folder, paths.round)).mode & 0o777).toBe(0o666)
})

test('one file that is read-only: one line, and no file is written', async () => {
  const folder = broken()
  chmodSync(path.join(folder, paths.round), 0o444)
  const { code, stdout, stderr } = await run(folder, '--fix')
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toBe(`drills: can’t fix \`${paths.round}\`: no permission; no file was changed\n`)
  expect(read(folder, paths.round)).toBe(colon)
  expect(read(folder, paths.incident)).toBe(heading)
  expect(readdirSync(path.join(folder, 'drills/rounds'))).toEqual(['voice-note-search.md'])
  expect(readdirSync(path.join(folder, 'drills/incidents'))).toEqual(['empty-search-results.md'])
})

test('a file that was saved meanwhile: one line, and no file is written', async () => {
  const folder = broken()
  const newer = `${colon}\nSaved by an editor.\n`
  const reader = {
    ...fileReader,
    readCorpus: (root: string) => {
      const sources = fileReader.readCorpus(root).map(load)
      put(folder, { [paths.round]: newer })
      return sources
    },
  }
  const { code, stderr } = await drills(['lint', '--fix'], { cwd: folder, reader })
  expect(code).toBe(2)
  expect(stderr).toBe(
    `drills: can’t fix \`${paths.round}\`: it has changed since it was read; no file was changed\n`,
  )
  expect(read(folder, paths.round)).toBe(newer)
  expect(read(folder, paths.incident)).toBe(heading)
})

test('a link is a finding, and neither it nor what it leads to is written', async () => {
  const folder = broken()
  const outside = path.join(temporaryFolder(), 'outside.md')
  writeFileSync(outside, colon)
  symlinkSync(outside, path.join(folder, 'drills/rounds/link.md'))
  const { code, stdout } = await run(folder, '--fix')
  expect(code).toBe(1)
  expect(stdout).toContain('Unexpected symbolic link')
  expect(readFileSync(outside, 'utf8')).toBe(colon)
  expect(read(folder, paths.round)).toBe(valid.round)
})

test('--fix-dry-run prints a diff, writes nothing, and ends as --fix would', async () => {
  const folder = broken({ [paths.incident]: beyond })
  const { code, stdout, stderr } = await run(folder, '--fix-dry-run')
  expect(code).toBe(1)
  expect(stderr).toMatch(/^drills: would fix 1 file; `drills lint` would still report \d+ errors\n$/)
  expect(stdout.split('\n').slice(0, 3)).toEqual([
    `--- a/${paths.round}`,
    `+++ b/${paths.round}`,
    '@@ -21,7 +21,7 @@',
  ])
  expect(stdout.split('\n').filter((line) => /^[-+] ?- /.test(line) || /^[-+]-/.test(line))).toContain(
    '+- **Cost:** transcription may cost 1 GPU-second for each 60 s of audio.',
  )
  expect(read(folder, paths.round)).toBe(colon)
})

test('nothing to fix', async () => {
  const { code, stdout, stderr } = await run(corpusOnDisk(), '--fix-dry-run')
  expect([code, stdout, stderr]).toEqual([0, '', 'drills: nothing to fix\n'])
})

const odd = 'drills/questions/what "is"\té.md'

test.each([
  ['lines that end in LF', colon],
  ['lines that end in CRLF', colon.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\ufeff${colon}`],
  ['no line end at the end', colon.trimEnd()],
  ['zero-width characters and a lone return', edit(colon, 'at noon', 'at\u200b \rnoon')],
  ['a definition that is added', edit(colon.trimEnd(), '(../rubric.md#rollback-path)', '[rollback-path]')],
])('`git apply` takes the diff of a file with %s', async (_, text) => {
  const folder = corpusOnDisk({
    [paths.round]: text,
    [paths.incident]: heading,
    [odd]: `\ufeff${valid.question}`,
  })
  commit(folder)
  git(folder, 'config', 'core.autocrlf', 'false')
  const { stdout } = await run(folder, '--fix-dry-run')
  writeFileSync(path.join(folder, 'fix.patch'), stdout)
  execFileSync('git', ['apply', '--whitespace=nowarn', 'fix.patch'], { cwd: folder })
  const applied = [paths.round, paths.incident, odd].map((file) => read(folder, file))
  git(folder, 'checkout', '--', 'drills')
  await run(folder, '--fix')
  expect(applied).toEqual([paths.round, paths.incident, odd].map((file) => read(folder, file)))
  expect(applied[0]).not.toBe(text)
})

test('the text on standard input has a diff too', async () => {
  const { code, stdout, stderr } = await drills(
    ['lint', '--stdin', '--stdin-filename', paths.round, '--fix-dry-run'],
    {
      reader: memoryReader({ [paths.incident]: heading, ...incidentSamples(), ...roundSamples() }),
      input: async () => Buffer.from(colon),
    },
  )
  expect([code, stderr]).toEqual([0, 'drills: would fix 1 file\n'])
  expect(stdout.match(/^\+\+\+ .*$/gm)).toEqual([`+++ b/${paths.round}`])
})

test.each([
  [['--fix', '--fix-dry-run'], '`--fix` does not go with `--fix-dry-run`'],
  [['--fix', '--watch'], '`--watch` does not go with `--fix`'],
  [['--fix-dry-run', '--watch'], '`--watch` does not go with `--fix-dry-run`'],
  [
    ['--fix', '--stdin', '--stdin-filename', paths.round],
    '`--fix` does not go with `--stdin`; `--fix-dry-run` does',
  ],
  [
    ['--fix-dry-run', '--format', 'json'],
    '`--fix-dry-run` prints a diff: it goes with neither `--format` nor `--output`',
  ],
  [
    ['--fix-dry-run', '--output', 'x'],
    '`--fix-dry-run` prints a diff: it goes with neither `--format` nor `--output`',
  ],
])('%j is wrong usage', async (args, message) => {
  expect(await drills(['lint', ...args])).toEqual({ code: 2, stdout: '', stderr: `drills: ${message}\n` })
})
