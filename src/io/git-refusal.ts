import { codeOf } from './file-errors.ts'

/** The line that says what went wrong: before it git may warn, and behind it say what else one could do. */
const reasonIn = (stderr: string): string | undefined =>
  (/^fatal: (.+)$/m.exec(stderr) ?? /^(?:error: )?(.+)$/m.exec(stderr))?.[1]

/** What git says when it fails; undefined when it does not. */
function complaint(root: string, args: readonly string[]): string | undefined {
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  const { error, status, signal, stderr } = spawnSync('git', ['--no-optional-locks', ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  const code = codeOf(error)
  if (code !== undefined) return code === 'ENOENT' ? 'git is not installed' : `git can’t be run: ${code}`
  return status === 0 ? undefined : (reasonIn(stderr) ?? `git ended with ${status ?? signal}`)
}

/**
 * Why git gives no commits of a repository, or can't compare its working tree with one; undefined when it does. Asked
 * only when something has failed.
 */
export const gitRefusal = (root: string, commit = 'HEAD'): string | undefined =>
  complaint(root, ['rev-parse', '--git-dir']) ??
  // Unlike rev-parse, it says of a repository without commits that it has none.
  complaint(root, ['log', '-1', '--format=']) ??
  complaint(root, ['-c', 'core.fsmonitor=false', 'diff', '--no-ext-diff', '--name-only', commit, '--'])
