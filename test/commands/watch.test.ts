import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
// Loaded beforehand, because the first look would otherwise wait for the linter and not come without a break.
import '../../src/lint/lint-corpus.ts'
import '../../src/lint/lint-input.ts'
import { fileReader, type Reader } from '../../src/io/file-reader.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { corpusOnDisk, drills, put, temporaryFolder } from '../support/terminal.ts'

const broken = edit(valid.round, 'difficulty: core', 'difficulty: hard')
const clean = '✔ no findings in 5 files\n'

/** Runs a watch in this process that goes through steps: each follows the report before it, and the last one ends it. */
async function watching(
  cwd: string,
  steps: readonly (() => void)[],
  io: { terminal?: boolean; env?: Record<string, string>; args?: string[] } = {},
): Promise<{ code: number; shown: string[]; stderr: string; open: number }> {
  const shown: string[] = []
  let open = 0
  let stop: () => void = () => undefined
  let changed: () => void = () => undefined
  const left = [...steps]
  const next = (): void => {
    const step = left.shift()
    step?.()
    if (step) changed()
    else stop()
  }
  const reader: Reader = {
    ...fileReader,
    watch: (_, tell) => {
      open += 1
      changed = tell
      // After the report of this look, which comes without a break.
      setTimeout(next, 0)
      return () => {
        open -= 1
      }
    },
  }
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  const ran = await drills(['lint', '--watch', ...(io.args ?? [])], {
    reader,
    cwd,
    stdout: (text) => void shown.push(text),
    stopped: () => stopped,
    terminal: io.terminal ?? false,
    env: io.env ?? {},
  })
  return { code: ran.code, shown, stderr: ran.stderr, open }
}

describe('what is shown', () => {
  const hard = (cwd: string) => () => put(cwd, { [paths.round]: broken })
  const fixed = (cwd: string) => () => put(cwd, { [paths.round]: valid.round })
  const nothing = (): void => undefined

  test('is the report, and a new one below it when it is another', async () => {
    const cwd = corpusOnDisk()
    const { code, shown, stderr, open } = await watching(cwd, [hard(cwd), nothing, fixed(cwd)])
    expect([code, stderr, open]).toEqual([0, 'drills: watching drills/; Ctrl-C ends\n', 0])
    expect(shown).toEqual([clean, expect.stringMatching(/^drills\/rounds\/[\s\S]*✖ 1 error /), clean])
  })

  test('takes the place of the old one in a terminal, which is cleared for nothing else', async () => {
    const cwd = corpusOnDisk()
    const steps = [nothing, hard(cwd), nothing]
    const { shown, stderr } = await watching(cwd, steps, { terminal: true, args: ['--no-color'] })
    const frame = '\u001b[2J\u001b[3J\u001b[H'
    expect(shown).toHaveLength(2)
    expect(shown[0]).toBe(`${frame}${clean}\nwatching drills/; Ctrl-C ends\n`)
    expect(shown[1]?.startsWith(`${frame}drills/rounds/`)).toBe(true)
    expect(stderr).toBe('')
  })

  test('has no escape sequences on a dumb terminal', async () => {
    const cwd = corpusOnDisk()
    const { shown } = await watching(cwd, [hard(cwd)], { terminal: true, env: { TERM: 'dumb' } })
    expect(shown.join('')).not.toContain('\u001b')
    expect(shown).toHaveLength(2)
  })

  test('is what is wrong with the paths once a named file is gone, and the report when it is back', async () => {
    const cwd = corpusOnDisk()
    const gone = () => rmSync(path.join(cwd, paths.round))
    const { code, shown } = await watching(cwd, [gone, fixed(cwd)], { args: [paths.round] })
    expect([code, shown]).toEqual([
      0,
      [
        '✔ no findings in 1 file\n',
        expect.stringMatching(/^drills: no such file or folder: `drills\/rounds\/[^\n]*\n$/),
        '✔ no findings in 1 file\n',
      ],
    ])
  })

  test('is wrong usage from the start for a path that was never there', async () => {
    const { code, shown, stderr, open } = await watching(corpusOnDisk(), [], { args: ['nope.md'] })
    expect([code, shown, open]).toEqual([2, [], 0])
    expect(stderr).toBe('drills: no such file or folder: `nope.md`; expected a path inside `drills/`\n')
  })
})

const bin = fileURLToPath(new URL('../../bin/drills.js', import.meta.url))

/** A real process; `until` waits for as much output as it takes, however long that is. */
function running(cwd: string): { child: ChildProcess; until: (ending: string) => Promise<string> } {
  const child = spawn(process.execPath, [bin, 'lint', '--watch'], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  let look: () => void = () => undefined
  child.stdout?.on('data', (part: Buffer) => {
    printed += part.toString('utf8')
    look()
  })
  const until = (ending: string): Promise<string> =>
    new Promise((resolve) => {
      look = () => {
        const at = printed.indexOf(ending)
        if (at < 0) return
        const seen = printed.slice(0, at + ending.length)
        printed = printed.slice(at + ending.length)
        resolve(seen)
      }
      look()
    })
  return { child, until }
}

const one = '✖ 1 error and 0 warnings in 5 files\n'

test('a real folder: saved, replaced, renamed, deleted, made anew, and ended by Ctrl-C', async () => {
  const cwd = corpusOnDisk()
  const file = path.join(cwd, paths.round)
  const { child, until } = running(cwd)
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve([code, signal])))
  await until(clean)
  writeFileSync(file, broken)
  await until(one)
  // As many editors save: a new file takes the place of the old one, again and again.
  for (const [text, ending] of [
    [valid.round, clean],
    [broken, one],
  ] as const) {
    writeFileSync(`${file}.tmp`, text)
    renameSync(`${file}.tmp`, file)
    await until(ending)
  }
  writeFileSync(file, valid.round)
  await until(clean)
  renameSync(file, path.join(cwd, 'drills/rounds/other.md'))
  expect(await until(one)).toContain('drills/rounds/other.md')
  rmSync(path.join(cwd, 'drills/samples'), { recursive: true })
  rmSync(path.join(cwd, 'drills/rounds'), { recursive: true })
  await until('✔ no findings in 2 files\n')
  mkdirSync(path.join(cwd, 'drills/rounds/new'), { recursive: true })
  writeFileSync(path.join(cwd, 'drills/rounds/new/a.md'), 'x')
  expect(await until('in 3 files\n')).toContain('drills/rounds/new/a.md')
  const aside = path.join(temporaryFolder(), 'drills')
  renameSync(path.join(cwd, 'drills'), aside)
  await until('drills\n\n  error 1:1  read\n')
  rmSync(path.join(aside, 'rounds'), { recursive: true })
  renameSync(aside, path.join(cwd, 'drills'))
  await until('✔ no findings in 2 files\n')
  child.kill('SIGINT')
  expect(await ended).toEqual([0, null])
})

test('a reader that goes away ends it', async () => {
  const cwd = corpusOnDisk()
  const { child, until } = running(cwd)
  const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code)))
  await until(clean)
  child.stdout?.destroy()
  put(cwd, { [paths.round]: broken })
  expect(await ended).toBe(0)
})
