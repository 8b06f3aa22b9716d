// Prints the path of pre-commit for the test of the hook: one that is there, otherwise one that it installs. With --find
// it installs nothing.
import { spawnSync } from 'node:child_process'
import { homedir } from 'node:os'
import path from 'node:path'
import { attempt, installOnDebian, onPath } from './programs.mjs'

const runs = (file) => spawnSync(file, ['--version'], { timeout: 30_000 }).status === 0
const find = () => [...onPath('pre-commit'), path.join(homedir(), '.local/bin/pre-commit')].find(runs)

const ways = [
  () => installOnDebian('pre-commit'),
  () => attempt('pipx', ['install', 'pre-commit==4.3.0']),
  () => attempt('python3', ['-m', 'pip', 'install', '--user', 'pre-commit==4.3.0']),
]

function preCommit(findOnly) {
  const found = find()
  if (found || findOnly) return found
  for (const way of ways) {
    const fresh = way() ? find() : undefined
    if (fresh) return fresh
  }
  return undefined
}

const file = preCommit(process.argv.includes('--find'))
if (file) console.log(file)
else {
  console.error('pre-commit: not found; install it as https://pre-commit.com says')
  process.exitCode = 1
}
