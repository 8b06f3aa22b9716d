import { chmodSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { gitRefusal } from '../../src/io/git-refusal.ts'
import { commit, git } from '../support/git.ts'
import { put, temporaryFolder } from '../support/terminal.ts'

/** A repository with one commit and one edited file. */
function repository(): string {
  const folder = temporaryFolder()
  commit(folder, { 'a.txt': 'a', 'b.txt': 'b' })
  put(folder, { 'a.txt': 'more' })
  return folder
}

/** Puts a program called git before all others. */
function fakeGit(script: string, mode = 0o755): void {
  const folder = temporaryFolder()
  put(folder, { git: script })
  chmodSync(path.join(folder, 'git'), mode)
  vi.stubEnv('PATH', mode === 0o755 ? `${folder}:${process.env['PATH']}` : folder)
}

afterEach(() => {
  vi.unstubAllEnvs()
})

test('of a repository that can be read there is none', () => {
  expect(gitRefusal(repository())).toBeUndefined()
})

describe('git says in one line', () => {
  test.each<[string, (folder: string) => void, RegExp]>([
    [
      'that there is no commit yet',
      (folder) => {
        rmSync(path.join(folder, '.git'), { recursive: true })
        git(folder, 'init', '--quiet', '--initial-branch=main')
      },
      /^your current branch 'main' does not have any commits yet$/,
    ],
    ['that the index is damaged', (folder) => put(folder, { '.git/index': 'x' }), /^.*index file.*$/],
    [
      'that the commit is lost',
      (folder) => {
        const objects = path.join(folder, '.git/objects')
        for (const name of readdirSync(objects).filter((each) => each.length === 2))
          rmSync(path.join(objects, name), { recursive: true })
      },
      /^bad object HEAD$/,
    ],
    [
      'that there is no working tree',
      (folder) => void git(folder, 'config', 'core.bare', 'true'),
      /^this operation must be run in a work tree$/,
    ],
    [
      'that `.git` leads nowhere',
      (folder) => {
        rmSync(path.join(folder, '.git'), { recursive: true })
        put(folder, { '.git': 'gitdir: /no/where' })
      },
      /^not a git repository: \/no\/where$/,
    ],
    [
      'that its settings can’t be read',
      (folder) => put(folder, { '.git/config': '[x' }),
      /^bad config line \d /,
    ],
  ])('%s', (_, damage, reason) => {
    const folder = repository()
    damage(folder)
    expect(gitRefusal(folder)).toMatch(reason)
  })

  test('what is fatal, behind warnings and before advice', () => {
    const folder = repository()
    fakeGit('#!/bin/sh\nprintf "warning: a\\nerror: b\\nfatal: c\\nhint: d\\n" >&2\nexit 128\n')
    expect(gitRefusal(folder)).toBe('c')
  })

  test('an error, where nothing is fatal', () => {
    const folder = repository()
    fakeGit('#!/bin/sh\nprintf "error: b\\nhint: d\\n" >&2\nexit 1\n')
    expect(gitRefusal(folder)).toBe('b')
  })
})

describe('without a word of git', () => {
  test('its exit code stands for it', () => {
    const folder = repository()
    fakeGit('#!/bin/sh\nexit 7\n')
    expect(gitRefusal(folder)).toBe('git ended with 7')
  })

  test('it is not installed', () => {
    const folder = repository()
    vi.stubEnv('PATH', temporaryFolder())
    expect(gitRefusal(folder)).toBe('git is not installed')
  })

  test('it can’t be run', () => {
    const folder = repository()
    fakeGit('#!/bin/sh\n', 0o644)
    expect(gitRefusal(folder)).toBe('git can’t be run: EACCES')
  })
})
