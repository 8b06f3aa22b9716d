import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { corpusOnDisk, put, temporaryFolder } from '../support/terminal.ts'

const bin = fileURLToPath(new URL('../../bin/drills.js', import.meta.url))

/** Without what would change the colours or the messages of Node itself. */
const env = { PATH: process.env['PATH'] ?? '' }

const drills = (args: readonly string[], cwd: string, input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    env,
    input,
    encoding: 'utf8',
  })
  return { code: status, stdout, stderr }
}

const broken = edit(valid.round, 'difficulty: core', 'difficulty: hard')

describe('the exit code of the process', () => {
  test('is 0 when all is well', () => {
    expect(drills(['lint'], corpusOnDisk())).toEqual({
      code: 0,
      stdout: '✔ no findings in 5 files\n',
      stderr: '',
    })
  })

  test('is 1 with an error, which goes to standard output', () => {
    const { code, stdout, stderr } = drills(['lint'], corpusOnDisk({ [paths.round]: broken }))
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toMatch(/✖ 1 error and 0 warnings in 5 files\n$/)
  })

  test('is 2 for wrong usage, which goes to standard error', () => {
    const stderr = 'drills: unknown flag `--fromat`; did you mean `--format`?\n'
    expect(drills(['lint', '--fromat', 'json'], corpusOnDisk())).toEqual({ code: 2, stdout: '', stderr })
  })

  test.runIf(existsSync('/dev/full'))('is 3 when the result can’t be written, whatever it is', () => {
    const script = `"$0" "$1" lint > /dev/full`
    const ran = spawnSync('sh', ['-c', script, process.execPath, bin], {
      cwd: corpusOnDisk(),
      env,
      encoding: 'utf8',
    })
    expect(ran.status).toBe(3)
    expect(ran.stderr).toMatch(/^drills: can’t write the output: ENOSPC[^\n]*\n$/)
  })
})

test('standard input is read to its end', () => {
  const args = ['lint', '--stdin', '--stdin-filename', paths.round]
  expect(drills(args, corpusOnDisk({ [paths.round]: broken }), valid.round).code).toBe(0)
  expect(drills(args, corpusOnDisk(), broken).code).toBe(1)
  const large = drills([...args, '--format=json'], corpusOnDisk(), 'x'.repeat(3_000_000))
  expect(JSON.parse(large.stdout).diagnostics).toMatchObject([
    { rule: 'encoding', message: expect.stringContaining('3000000 bytes') },
  ])
})

describe('more output than a pipe holds', () => {
  const many = (): string =>
    corpusOnDisk({
      [paths.round]: edit(valid.round, 'Design it.', `Design it. ${'http://x.example '.repeat(6000)}`),
    })

  test('arrives whole, also at a slow reader', async () => {
    const child = spawn(process.execPath, [bin, 'lint', '--format', 'json'], { cwd: many(), env })
    const closed = new Promise((resolve) => child.on('close', resolve))
    child.stdout.pause()
    await new Promise((resolve) => child.stdout.once('readable', resolve))
    const stdout = await text(child.stdout)
    expect(stdout.length).toBeGreaterThan(2_000_000)
    expect(JSON.parse(stdout).diagnostics).toHaveLength(6000)
    expect(await closed).toBe(1)
  })

  test('ends quietly when the pipe is closed, with the same exit code', () => {
    const script = '{ "$0" "$1" lint --format json; echo "code $?" >&2; } | head -1'
    const ran = spawnSync('sh', ['-c', script, process.execPath, bin], { cwd: many(), env, encoding: 'utf8' })
    expect([ran.stdout, ran.stderr]).toEqual(['{\n', 'code 1\n'])
  })
})

const script = '/usr/bin/script'

test.runIf(existsSync(script))('a terminal gets colours and its own width', () => {
  const cwd = corpusOnDisk({ [paths.round]: broken })
  const command = `stty cols 50; "${process.execPath}" "${bin}" lint`
  const ran = spawnSync(script, ['-qec', command, '/dev/null'], {
    cwd,
    env: { ...env, TERM: 'xterm' },
    encoding: 'utf8',
  })
  expect(ran.status).toBe(1)
  expect(ran.stdout).toContain('\u001b[31merror')
  expect(ran.stdout).toContain('    Unexpected value `hard` of `difficulty`,\r\n')
})

test.runIf(existsSync('/dev/full'))('--output on a full disk is wrong usage, in one line', () => {
  expect(drills(['lint', '--output', '/dev/full'], corpusOnDisk())).toEqual({
    code: 2,
    stdout: '',
    stderr: 'drills: can’t write `--output` `/dev/full`: the disk is full\n',
  })
})

test.each(['18.20.8', '20.18.3', '12.22.12'])('on Node.js %s it says which one it needs', (version) => {
  const folder = temporaryFolder()
  const other = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`
  put(folder, { 'version.cjs': other })
  const ran = spawnSync(process.execPath, ['--require', path.join(folder, 'version.cjs'), bin, 'lint'], {
    cwd: corpusOnDisk(),
    env,
    encoding: 'utf8',
  })
  expect([ran.status, ran.stdout, ran.stderr]).toEqual([
    2,
    '',
    `drills: this is Node.js ${version}; expected 20.19 or later\n`,
  ])
})

test.each(['21.7.3', '22.0.0'])('on Node.js %s, which came before 20.19, it says the same', (version) => {
  const folder = temporaryFolder()
  put(folder, {
    'version.cjs': `Object.defineProperty(process.versions, 'node', { value: '${version}' })
delete Object.getPrototypeOf(process).getBuiltinModule
process.getBuiltinModule = undefined`,
  })
  const ran = spawnSync(process.execPath, ['--require', path.join(folder, 'version.cjs'), bin, 'lint'], {
    cwd: corpusOnDisk(),
    env,
    encoding: 'utf8',
  })
  expect([ran.status, ran.stdout, ran.stderr]).toEqual([
    2,
    '',
    `drills: this is Node.js ${version}; expected 20.19, or 22.3 or later\n`,
  ])
})

test('the launcher holds no syntax that Node.js 12 can’t read', () => {
  expect(readFileSync(bin, 'utf8')).not.toMatch(/\?\.|\?\?|^ *await |^import /m)
})

test('what root has built others can run', () => {
  const lib = fileURLToPath(new URL('../../lib', import.meta.url))
  for (const name of ['.', ...readdirSync(lib)]) {
    const { mode } = statSync(path.join(lib, name))
    expect(mode & 0o777, name).toBe(name === '.' ? 0o755 : 0o644)
  }
})

/** A copy of the tool as somebody else's umask leaves it: its files are for all, its folders too. */
function copyOfTool(): string {
  const folder = temporaryFolder()
  const root = path.dirname(path.dirname(bin))
  for (const name of ['bin', 'lib', 'package.json'])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true })
  chmodSync(folder, 0o755)
  return folder
}

const nobody = 65_534
/** Whether another user can run this very Node.js. */
const othersRunNode =
  process.getuid?.() === 0 &&
  spawnSync(process.execPath, ['-e', '0'], { uid: nobody, gid: nobody, cwd: '/' }).status === 0

describe.runIf(othersRunNode)('another user than the one who built the tool', () => {
  const asNobody = (args: readonly string[], cwd: string) => {
    const options = { uid: nobody, gid: nobody, cwd, env, encoding: 'utf8' } as const
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(copyOfTool(), 'bin/drills.js'), ...args],
      options,
    )
    return { code: status, stdout, stderr }
  }

  /** A corpus that everybody may read, and only its owner may write to. */
  function readable(): string {
    const folder = corpusOnDisk()
    chmodSync(folder, 0o755)
    return folder
  }

  test('runs it', () => {
    expect(asNobody(['lint'], readable())).toEqual({
      code: 0,
      stdout: '✔ no findings in 5 files\n',
      stderr: '',
    })
  })

  test.each([
    [['build'], (folder: string) => `\`--out\` \`${folder}/dist\``],
    [['lint', '--output', 'report.txt'], () => '`--output` `report.txt`'],
  ])('is told in one line where %j can’t write', (args, what) => {
    const folder = readable()
    expect(asNobody(args, folder)).toEqual({
      code: 2,
      stdout: '',
      stderr: `drills: can’t write ${what(folder)}: no permission\n`,
    })
    expect(readdirSync(folder)).toEqual(['drills'])
  })

  test('is told of a history that only its owner may list', () => {
    const folder = readable()
    put(folder, { 'history/published.json': '{"version":null,"drills":{}}' })
    chmodSync(path.join(folder, 'history'), 0o700)
    const { code, stdout } = asNobody(['lint'], folder)
    expect([code, stdout]).toEqual([
      1,
      expect.stringContaining('restore\n    `history/published.json` from the last release'),
    ])
  })
})

test('a tool that is damaged is told in one line', () => {
  const folder = copyOfTool()
  put(folder, { 'lib/main.js': 'import "./gone.js"\n' })
  const ran = spawnSync(process.execPath, [path.join(folder, 'bin/drills.js'), 'lint'], {
    env,
    encoding: 'utf8',
  })
  expect([ran.status, ran.stdout]).toEqual([3, ''])
  expect(ran.stderr).toMatch(/^drills: the tool can’t be loaded: [^\n]*gone\.js[^\n]*\n$/)
})

test('the launcher without the compiled tool says what to do', () => {
  const folder = temporaryFolder()
  put(folder, { 'package.json': '{"type":"module"}' })
  execFileSync('cp', ['-r', path.dirname(bin), folder])
  const ran = spawnSync(process.execPath, [path.join(folder, 'bin/drills.js'), 'lint'], {
    env,
    encoding: 'utf8',
  })
  expect([ran.status, ran.stdout, ran.stderr]).toEqual([
    3,
    '',
    'drills: the tool is not built; run `node scripts/build.mjs` in its folder\n',
  ])
})
