import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { edit, paths, valid } from '../support/corpus.ts'
import { commit } from '../support/git.ts'
import { root, writeFiles } from '../support/package.ts'
import { json, type Ran, read, repository, run } from '../support/release.ts'

const name = '@acme/speech-drills'

/** A repository without changesets, and without a history unless it is told to. */
function withoutChangesets(): string {
  const { folder, remove } = repository({ name })
  onTestFinished(remove)
  for (const unused of ['.changeset', 'history']) rmSync(path.join(folder, unused), { recursive: true })
  commit(folder)
  return folder
}

const record = (folder: string): Ran => run(folder, path.join(root, 'bin/version.js'))

function raise(folder: string, version: string): void {
  writeFiles(folder, { 'package.json': JSON.stringify({ name, version, private: true, type: 'module' }) })
}

/** One after its first version. */
function recorded(): string {
  const folder = withoutChangesets()
  expect(record(folder)).toEqual({ code: 0, stdout: 'recorded 0.9.0\n', stderr: '' })
  commit(folder)
  return folder
}

test('the first version needs no history', () => {
  const folder = recorded()
  expect(json(folder, 'history/published.json')).toMatchObject({ version: '0.9.0' })
  expect(read(folder, 'CHANGELOG.md')).toMatch(/^# Changelog\n\n## 0\.9\.0\n\n### Added\n/)
  expect(read(folder, 'CHANGELOG.md')).not.toContain('audio-text-drills')
})

test('a version is recorded once', () => {
  const folder = recorded()
  const before = read(folder, 'history/changes.json')
  expect(record(folder).stdout).toBe('recorded 0.9.0\n')
  expect(read(folder, 'history/changes.json')).toBe(before)
})

test('a version that says too little is refused, and nothing is written', () => {
  const folder = recorded()
  rmSync(path.join(folder, paths.question))
  writeFiles(folder, { 'drills/redirects.yml': 'retired:\n  what-is-recall: nobody asked it\n' })
  raise(folder, '0.9.1')
  expect(record(folder)).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'Error: the version 0.9.1 is a patch above 0.9.0, but minor is forced by what-is-recall id (retired: it was retired: `nobody asked it`), and by 1 more; take package.json back, then run `npm version minor`\n',
  })
  expect(json(folder, 'history/published.json')).toMatchObject({ version: '0.9.0' })
})

test('a version that says enough is recorded', () => {
  const folder = recorded()
  writeFiles(folder, { [paths.question]: edit(valid.question, 'difficulty: core', 'difficulty: expert') })
  raise(folder, '1.0.0')
  expect(record(folder).stdout).toBe('recorded 1.0.0\n')
  expect(json(folder, 'history/changes.json')).toMatchObject([
    { version: '1.0.0', changes: [{ drill: 'what-is-recall', kind: 'changed' }] },
    { version: '0.9.0' },
  ])
})

test.each(['0.8.0', '0.9.0-beta.1'])('%s is no later version', (version) => {
  const folder = recorded()
  raise(folder, version)
  expect(record(folder)).toEqual({
    code: 1,
    stdout: '',
    stderr: `Error: the version ${version} is not above 0.9.0, which is recorded; expected a later one\n`,
  })
})

test('drills with an error are not recorded', () => {
  const folder = withoutChangesets()
  writeFiles(folder, { [paths.question]: edit(valid.question, 'difficulty: core', 'difficulty: hard') })
  expect(record(folder)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Error: the drills have 1 error, /),
  })
  expect(existsSync(path.join(folder, 'history'))).toBe(false)
})

test('a folder inside the repository gets no history of its own', () => {
  const folder = withoutChangesets()
  expect(run(path.join(folder, 'drills'), path.join(root, 'bin/version.js'))).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Error: this folder is not the one that holds `drills/`; change to it\n',
  })
  expect(existsSync(path.join(folder, 'drills/history'))).toBe(false)
})

test('an old Node.js is named in one line', () => {
  const folder = withoutChangesets()
  const old = "Object.defineProperty(process.versions, 'node', { value: '18.20.8' })"
  writeFiles(folder, { 'old.cjs': old })
  const args = ['--require', path.join(folder, 'old.cjs'), path.join(root, 'bin/version.js')]
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  expect([status, stderr]).toEqual([2, 'drills-version: this is Node.js 18.20.8; expected 20.19 or later\n'])
})
