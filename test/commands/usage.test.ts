import { describe, expect, test } from 'vitest'
import { version } from '../../src/model/project.ts'
import { drills } from '../support/terminal.ts'

describe('wrong usage is told in one line, with exit code 2', () => {
  test.each([
    [[], 'no command; see `drills --help`'],
    [['lit'], 'unknown command `lit`; did you mean `lint`?'],
    [['explian'], 'unknown command `explian`; did you mean `explain`?'],
    [['publish'], 'unknown command `publish`; see `drills --help`'],
    [['constructor'], 'unknown command `constructor`; see `drills --help`'],
    [['--hlep'], 'unknown flag `--hlep`; did you mean `--help`?'],
    [['--quiet', 'lint'], 'unknown flag `--quiet`; see `drills --help`'],
    [['help', 'explian'], 'unknown command `explian`; did you mean `explain`?'],
    [['a\n::error::b'], 'unknown command `a : :error: :b`; see `drills --help`'],
    [['lint', '--fromat', 'json'], 'unknown flag `--fromat`; did you mean `--format`?'],
    [['lint', '--fromat=json'], 'unknown flag `--fromat`; did you mean `--format`?'],
    [['lint', '--max-warning', '0'], 'unknown flag `--max-warning`; did you mean `--max-warnings`?'],
    [['lint', '--hepl'], 'unknown flag `--hepl`; did you mean `--help`?'],
    [['lint', '-q'], 'unknown flag `-q`; see `drills lint --help`'],
    [['lint', '--constructor'], 'unknown flag `--constructor`; see `drills lint --help`'],
    [['lint', '--category', 'speech'], 'unknown flag `--category`; see `drills lint --help`'],
    [['explain', '--format', 'json', 'points'], 'unknown flag `--format`; see `drills explain --help`'],
    [['lint', '--quiet=yes'], 'flag `--quiet` takes no value, not `yes`; see `drills lint --help`'],
    [['lint', '--output'], 'flag `--output` needs a value; see `drills lint --help`'],
    [['lint', '--output', '--quiet'], 'flag `--output` needs a value; see `drills lint --help`'],
    [['lint', '--max-warnings', '-1'], 'flag `--max-warnings` needs a value; see `drills lint --help`'],
    [['lint', '--max-warnings=-1'], 'flag `--max-warnings` takes a whole number, not `-1`'],
    [['lint', '--max-warnings', '1.5'], 'flag `--max-warnings` takes a whole number, not `1.5`'],
    [['lint', '--max-warnings', 'none'], 'flag `--max-warnings` takes a whole number, not `none`'],
    [['lint', '--max-warnings='], 'flag `--max-warnings` takes a whole number, not ``'],
    [
      ['lint', '--format', 'xml'],
      'unknown format `xml`; expected `text`, `json`, `github`, `sarif` or `junit`',
    ],
    [['lint', '--format', 'jnit'], 'unknown format `jnit`; did you mean `junit`?'],
    [['lint', '--watch', '--format', 'json'], '`--watch` goes with `--format text` only'],
    [['lint', '--watch', '--output', 'x.txt'], '`--watch` does not go with `--output`'],
    [['lint', '--watch', '--stdin', '--stdin-filename', 'x.md'], '`--watch` does not go with `--stdin`'],
    [['lint', '--changed', '--stdin', '--stdin-filename', 'x.md'], '`--changed` does not go with `--stdin`'],
    [['lint', '--watch=yes'], 'flag `--watch` takes no value, not `yes`; see `drills lint --help`'],
    [['lint', '--format', 'jsn'], 'unknown format `jsn`; did you mean `json`?'],
    [['explain'], '`drills explain` takes one rule; see `drills explain --help` for all of them'],
    [
      ['explain', 'points', 'links'],
      '`drills explain` takes one rule; see `drills explain --help` for all of them',
    ],
    [['explain', 'rubric-covrage'], 'unknown rule `rubric-covrage`; did you mean `rubric-coverage`?'],
    [['explain', 'speling'], 'unknown rule `speling`; see `drills explain --help`'],
    [['explain', '../../README'], 'unknown rule `../../README`; see `drills explain --help`'],
  ])('drills %j', async (args, message) => {
    expect(await drills(args)).toEqual({ code: 2, stdout: '', stderr: `drills: ${message}\n` })
  })

  test('values that look like flags can be given with `=`, and flags end at `--`', async () => {
    const { stderr } = await drills(['lint', '--', '--help'])
    expect(stderr).toBe('drills: no such file or folder: `--help`; expected a path inside `drills/`\n')
  })
})

describe('help', () => {
  test('names every command', async () => {
    const { code, stdout, stderr } = await drills(['--help'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Usage: drills <command> \[flags\]\n/)
    expect(stdout).toMatch(/^ {2}lint +lint drills$/m)
    expect(stdout).toMatch(/^ {2}explain +print the page of a rule$/m)
    expect(stdout).toContain(version)
  })

  test.each([['-h'], ['help'], ['help', '--help']])('is the same for drills %s %s', async (...args) => {
    expect(await drills(args)).toEqual(await drills(['--help']))
  })

  test.each([
    [['lint', '--help']],
    [['lint', '-h']],
    [['help', 'lint']],
    [['--help', 'lint']],
    [['lint', '--nonsense', '--help']],
    [['lint', 'no-such-file.md', '-h']],
  ])('of lint: drills %j', async (args) => {
    const { code, stdout, stderr } = await drills(args)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Usage: drills lint \[path…\] \[flags\]\n/)
  })

  test('of lint describes every flag that it takes, and fits 80 columns', async () => {
    const { stdout } = await drills(['lint', '--help'])
    const flags = [
      'format',
      'output',
      'quiet',
      'max-warnings',
      'changed',
      'watch',
      'stdin',
      'stdin-filename',
      'no-color',
    ]
    expect(flags.filter((flag) => !new RegExp(`^  --${flag} `, 'm').test(stdout))).toEqual([])
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  test.each([[['--version']], [['-v']], [['lint', '--version']], [['explain', 'points', '--version']]])(
    'version: drills %j',
    async (args) => {
      expect(await drills(args)).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
    },
  )
})
