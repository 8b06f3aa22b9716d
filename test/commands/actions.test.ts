import { mkdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileReader } from '../../src/io/file-reader.ts'
import { rules } from '../../src/rules/rules.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { roundSamples } from '../support/samples.ts'
import { corpusOnDisk, drills, memoryReader, put, root } from '../support/terminal.ts'

const broken = edit(valid.round, 'difficulty: core', 'difficulty: hard')
const reader = memoryReader({ [paths.round]: broken, ...roundSamples() })
const actions = { GITHUB_ACTIONS: 'true' }

const annotation =
  /^::error file=drills\/rounds\/voice-note-search\.md,line=5,endLine=5,col=13,endColumn=16,title=schema::Unexpected value `hard`[^\n]*\n$/

describe('annotations', () => {
  test('are added to the text by themselves', async () => {
    const { stdout: text } = await drills(['lint'], { reader })
    const { code, stdout, stderr } = await drills(['lint'], { reader, env: actions })
    expect([code, stderr, stdout.startsWith(text)]).toEqual([1, '', true])
    expect(stdout.slice(text.length)).toMatch(annotation)
  })

  test('are not added to another format, to a file, or anywhere else', async () => {
    const cwd = corpusOnDisk({ [paths.round]: broken })
    const io = { reader: fileReader, cwd }
    for (const args of [
      ['--format', 'json'],
      ['--format', 'junit'],
      ['--output', 'report.txt'],
    ])
      expect(await drills(['lint', ...args], { ...io, env: actions })).toEqual(
        await drills(['lint', ...args], io),
      )
    expect(readFileSync(path.join(cwd, 'report.txt'), 'utf8')).not.toContain('::')
    expect((await drills(['lint'], { ...io, env: { GITHUB_ACTIONS: 'false' } })).stdout).not.toContain('::')
  })

  test('are all that the format github prints', async () => {
    expect((await drills(['lint', '--format', 'github'], { reader })).stdout).toMatch(annotation)
    expect(await drills(['lint', '--format', 'github'])).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('name files from the root of the checkout', async () => {
    const env = { ...actions, GITHUB_WORKSPACE: path.dirname(root) }
    const { stdout } = await drills(['lint', '--format', 'github'], { reader, env })
    expect(stdout).toMatch(/^::error file=corpus\/drills\/rounds\/voice-note-search\.md,/)
    const elsewhere = await drills(['lint', '--format', 'github'], {
      reader,
      env: { GITHUB_WORKSPACE: '/else' },
    })
    expect(elsewhere.stdout).toMatch(annotation)
  })
})

describe('the summary of the step', () => {
  const step = (cwd: string): string => path.join(cwd, 'summary.md')
  const lint = (cwd: string, ...args: string[]) =>
    drills(['lint', ...args], {
      reader: fileReader,
      cwd,
      env: { ...actions, GITHUB_STEP_SUMMARY: step(cwd) },
    })

  test('is added to what is there, also without findings', async () => {
    const cwd = corpusOnDisk({ [paths.round]: broken, 'summary.md': 'before\n\n' })
    expect((await lint(cwd)).code).toBe(1)
    put(cwd, { [paths.round]: valid.round })
    expect((await lint(cwd, '--format', 'github')).code).toBe(0)
    expect(readFileSync(step(cwd), 'utf8')).toMatch(
      /^before\n\n### drills lint: 1 error and 0 warnings in 5 files\n\n\|[\s\S]*\| error \|[^\n]*\|\n\n### drills lint: no findings in 5 files\n\n$/,
    )
  })

  test('stays small enough to be shown, with what is there already', async () => {
    const cwd = corpusOnDisk({ [paths.round]: broken, 'summary.md': 'x'.repeat(899_700) })
    await lint(cwd)
    const added = readFileSync(step(cwd), 'utf8').slice(899_700)
    expect(added).toMatch(
      /^### drills lint: 1 error .*\n\n1 more finding; `drills lint` shows all of them\.\n\n$/s,
    )
    put(cwd, { 'summary.md': 'x'.repeat(899_990) })
    await lint(cwd)
    expect(statSync(step(cwd)).size).toBe(899_990)
  })

  test('is not written for other formats', async () => {
    const cwd = corpusOnDisk({ 'summary.md': '' })
    await lint(cwd, '--format', 'json')
    await lint(cwd, '--output', 'report.txt')
    expect(readFileSync(step(cwd), 'utf8')).toBe('')
  })

  test('that can’t be written changes no verdict', async () => {
    const cwd = corpusOnDisk()
    mkdirSync(step(cwd))
    const { code, stdout, stderr } = await lint(cwd)
    expect([code, stdout]).toEqual([0, '✔ no findings in 5 files\n'])
    expect(stderr).toMatch(/^drills: can’t write the summary of the step: EISDIR[^\n]*\n$/)
  })
})

test('SARIF describes every rule of the registry', async () => {
  const { stdout } = await drills(['lint', '--format', 'sarif'])
  const { driver } = JSON.parse(stdout).runs[0].tool as {
    driver: { rules: { id: string; helpUri: string }[] }
  }
  expect(driver.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id))
  for (const { id, helpUri } of driver.rules) expect(helpUri).toMatch(new RegExp(`/docs/rules/${id}\\.md$`))
})

test.each(['sarif', 'junit'])('%s goes to a file as it would to standard output', async (format) => {
  const cwd = corpusOnDisk({ [paths.round]: broken })
  const io = { reader: fileReader, cwd }
  const { stdout, code } = await drills(['lint', '--format', format], io)
  expect(await drills(['lint', '--format', format, '--output', 'report'], io)).toEqual({
    code,
    stdout: '',
    stderr: '',
  })
  expect([code, readFileSync(path.join(cwd, 'report'), 'utf8')]).toEqual([1, stdout])
})
