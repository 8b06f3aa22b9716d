import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { edit, paths, valid } from '../support/corpus.ts'
import { packTool, root, temporary, writeCorpus } from '../support/package.ts'

const world = temporary('packed-tool')
const tool = path.join(world.folder, 'package')
const corpus = path.join(world.folder, 'corpus')
afterAll(() => world.remove())

beforeAll(() => {
  packTool(world.folder)
  writeCorpus(corpus, { [paths.round]: edit(valid.round, 'difficulty: core', 'difficulty: hard') })
})

interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the packed tool with none of its dependencies installed. */
function drills(...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(tool, 'bin/drills.js'), ...args],
    {
      cwd: corpus,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    },
  )
  return { code: status, stdout, stderr }
}

describe('the packed tool', () => {
  test('lints', () => {
    const { code, stdout, stderr } = drills('lint')
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toContain(' error 5:13  schema\n')
    expect(stdout).toMatch(/✖ 1 error and 2 warnings in 5 files\n$/)
  })

  test.each(['json', 'github', 'sarif', 'junit'])('prints %s', (format) => {
    const { code, stdout } = drills('lint', `--format=${format}`)
    expect([code, stdout.includes('schema')]).toEqual([1, true])
  })

  test('holds the pages of the rules', () => {
    expect(drills('explain', 'schema')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^# schema\n/),
    })
  })

  test('counts', () => {
    expect(drills('stats', '--format=json').code).toBe(0)
  })

  test('holds what a new repository is made of', () => {
    const { code, stderr } = drills('init', '../new')
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^drills: wrote 10 files; next:\n/)])
  })

  test('holds what a package is built of', () => {
    expect(drills('lint', '--max-warnings=0', paths.question).code).toBe(0)
    expect(drills('diff', '.', '.').stderr).toContain('rule `schema`')
    writeCorpus(corpus)
    expect(drills('build')).toMatchObject({ code: 0, stderr: 'drills: wrote 3 drills to dist\n' })
  })
})

test('the pre-commit hook names what the repository installs', () => {
  const hooks = parse(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8')) as { entry: string }[]
  const { bin } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { bin: object }
  expect(hooks.map(({ entry }) => entry)).toEqual(['drills lint'])
  expect(Object.keys(bin)).toEqual(['drills'])
})
