import { execFileSync, spawnSync } from 'node:child_process'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { root, temporary, writeFiles } from '../support/package.ts'

const world = temporary('release-state')
afterAll(() => world.remove())

interface State {
  readonly version: string
  readonly recorded: string | null
  readonly changesets?: readonly string[]
  readonly tags?: readonly string[]
}

/** A clone whose origin has some tags, and what the script says of it. */
function stateOf(name: string, { version, recorded, changesets = [], tags = [] }: State): unknown {
  const origin = path.join(world.folder, name, 'origin.git')
  const clone = path.join(world.folder, name, 'clone')
  writeFiles(clone, {
    'package.json': JSON.stringify({ version }),
    'history/published.json': JSON.stringify({ version: recorded, drills: {} }),
    '.changeset/README.md': 'text',
    '.changeset/config.json': '{}',
    ...Object.fromEntries(changesets.map((each) => [`.changeset/${each}.md`, 'text'])),
  })
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@b.invalid', '-c', 'commit.gpgsign=false']
  const git = (...args: string[]): unknown => execFileSync('git', args, { cwd: clone, stdio: 'ignore' })
  git('init', '--bare', origin)
  git('init')
  git('remote', 'add', 'origin', origin)
  git(...identity, 'commit', '--allow-empty', '-m', 'x')
  for (const tag of tags) git('push', origin, `HEAD:refs/tags/${tag}`)
  const script = path.join(root, 'scripts/release-state.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd: clone, encoding: 'utf8' })
  return status === 0 ? stdout.trim().split('\n') : { status, stdout, stderr }
}

test('before the first release nothing is due', () => {
  expect(stateOf('first', { version: '0.1.0', recorded: null })).toEqual([
    'version=0.1.0',
    'release=false',
    'pending=false',
  ])
})

test('changesets wait for a version', () => {
  expect(
    stateOf('pending', { version: '0.1.0', recorded: '0.1.0', changesets: ['one'], tags: ['v0.1.0'] }),
  ).toEqual(['version=0.1.0', 'release=false', 'pending=true'])
})

test('a recorded version without a tag is due; tags of other versions don’t count', () => {
  expect(stateOf('due', { version: '0.2.0', recorded: '0.2.0', tags: ['v0.1.0', 'v0.2.0-rc.1'] })).toEqual([
    'version=0.2.0',
    'release=true',
    'pending=false',
  ])
})

test('a tagged version is done, and one that was raised by hand is not due', () => {
  expect(stateOf('done', { version: '0.2.0', recorded: '0.2.0', tags: ['v0.2.0'] })).toEqual([
    'version=0.2.0',
    'release=false',
    'pending=false',
  ])
  expect(stateOf('hand', { version: '9.9.9', recorded: '0.2.0', tags: ['v0.2.0'] })).toEqual([
    'version=9.9.9',
    'release=false',
    'pending=false',
  ])
})

test('a version that was not released stops the next one', () => {
  expect(stateOf('missed', { version: '0.2.0', recorded: '0.2.0', changesets: ['next'] })).toEqual({
    status: 1,
    stdout: '',
    stderr:
      'version 0.2.0 is recorded and was not released: rerun the release of the commit that recorded it, then this one\n',
  })
})
