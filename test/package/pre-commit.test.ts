import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeAcme } from '../support/acme.ts'
import { edit, paths } from '../support/corpus.ts'
import { commit, git } from '../support/git.ts'
import { root, temporary, writeFiles } from '../support/package.ts'

const { status, stdout } = spawnSync(
  process.execPath,
  [path.join(root, 'scripts/pre-commit.mjs'), '--find'],
  {
    encoding: 'utf8',
  },
)
const found = status === 0 ? stdout.trim() : undefined
if (found === undefined)
  console.error(
    '\n*** pre-commit is not installed: its hook is NOT tested. Run `node scripts/pre-commit.mjs`. ***\n',
  )

const world = temporary('pre-commit')
const hook = path.join(world.folder, 'hook')
const acme = path.join(world.folder, 'Acme drills [1]')
afterAll(() => world.remove())

/** As a person’s terminal has it: without the settings of the npm that runs these tests. */
const kept = Object.entries(process.env).filter(
  ([name]) => !/^(?:npm_|GIT_|GITHUB_)/i.test(name) || /^npm_config_(?:cache|registry)$/i.test(name),
)
const env = {
  ...Object.fromEntries(kept),
  PATH: `${path.dirname(found ?? '')}${path.delimiter}${process.env['PATH']}`,
  PRE_COMMIT_HOME: path.join(world.folder, 'home'),
  // Packages that were installed here before don't need the network.
  npm_config_prefer_offline: 'true',
}

interface Ran {
  readonly code: number | null
  readonly log: string
}

function run(program: string, ...args: readonly string[]): Ran {
  const ran = spawnSync(program, args, { cwd: acme, encoding: 'utf8', env })
  return { code: ran.status, log: ran.stdout + ran.stderr }
}

/** Commits what has changed, as a person does. */
function commitAll(): Ran {
  git(acme, 'add', '--all')
  return run('git', '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--message=x')
}

/** What is in git or would be, as it stands in the working tree. */
function writeHook(): void {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const names = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0')
  for (const name of names)
    if (name !== '' && existsSync(path.join(root, name))) cpSync(path.join(root, name), path.join(hook, name))
  commit(hook)
  git(hook, 'tag', 'v9.9.9')
}

describe.skipIf(found === undefined)('the hook, as pre-commit installs it from a clone', () => {
  beforeAll(() => {
    writeHook()
    writeAcme(acme)
    writeFiles(acme, {
      '.pre-commit-config.yaml': `repos:\n  - repo: ${hook}\n    rev: v9.9.9\n    hooks:\n      - id: drills-lint\n`,
    })
    expect(run(found ?? '', 'install', '--install-hooks')).toMatchObject({ code: 0 })
  }, 900_000)

  test('lets a commit pass that has no errors', () => {
    const { code, log } = commitAll()
    expect([code, log]).toEqual([0, expect.stringMatching(/^lint drills\.+Passed$/m)])
  })

  test('stops a commit with an error, and shows it', () => {
    const question = readFileSync(path.join(acme, paths.question), 'utf8')
    writeFiles(acme, { [paths.question]: edit(question, 'difficulty: core', 'difficulty: hard') })
    const { code, log } = commitAll()
    expect(code).toBe(1)
    expect(log).toMatch(/^lint drills\.+Failed$/m)
    expect(log).toContain(` error 4:13  schema\n`)
    writeFiles(acme, { [paths.question]: question })
  })

  test('runs for a commit that only deletes a drill', () => {
    const question = readFileSync(path.join(acme, paths.question), 'utf8')
    writeFiles(acme, {
      [paths.question]: `${question}\n## See also\n\n- [Voice note search](../${paths.round.slice('drills/'.length)}): what is searched\n`,
    })
    expect(commitAll()).toMatchObject({ code: 0 })
    rmSync(path.join(acme, paths.round))
    const { code, log } = commitAll()
    expect([code, log]).toEqual([1, expect.stringContaining('link-targets')])
    writeFiles(acme, { [paths.question]: question })
    expect(commitAll()).toEqual({ code: 0, log: expect.stringMatching(/^lint drills\.+Passed$/m) })
  })

  test('runs for a commit without any drill', () => {
    writeFiles(acme, { 'NOTES.md': '# Notes\n' })
    expect(commitAll()).toEqual({ code: 0, log: expect.stringMatching(/^lint drills\.+Passed$/m) })
  })

  test('leaves nothing that git would take', () => {
    expect(run('git', 'status', '--porcelain').log).toBe('')
  })
})

test.runIf(process.env['CI'])('pre-commit is there where changes are checked', () => {
  expect(found).toBeDefined()
})
