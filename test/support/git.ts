import { execFileSync } from 'node:child_process'
import { put } from './terminal.ts'

const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false']

/** Runs git in a folder, without the settings of this machine, and gives what it printed. */
export const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', [...identity, ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z',
      GIT_COMMITTER_DATE: '2020-01-01T00:00:00Z',
    },
  }).trim()

/** Commits everything in a folder, which becomes a repository with the branch `main` when it is none. */
export function commit(folder: string, files: Readonly<Record<string, string>> = {}): string {
  put(folder, files)
  git(folder, 'init', '--quiet', '--initial-branch=main')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--allow-empty', '--message=x')
  return git(folder, 'rev-parse', 'HEAD')
}
