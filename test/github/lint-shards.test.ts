import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { root, temporary } from '../support/package.ts'

interface Job {
  readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } }
  readonly steps: readonly { readonly name?: string; readonly run?: string }[]
}

const world = temporary('lint-shards')
afterAll(() => world.remove())

const file = path.join(root, '.github/workflows/lint-shards.yml')
const { jobs } = parse(readFileSync(file, 'utf8')) as { jobs: Record<'facts' | 'findings', Job> }
const step = ({ steps }: Job, name: string): string =>
  steps.find((each) => each.name === name)?.run ?? 'exit 9'

function run(script: string, env: Record<string, string> = {}): { status: number | null; stdout: string } {
  return spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, RUNNER_TEMP: world.folder, GITHUB_ACTIONS: '', ...env },
  })
}

test('the parts of the workflow come to what one run finds', () => {
  const shards = jobs.facts.strategy?.matrix.shard ?? []
  expect(shards).toEqual([1, 2, 3, 4])
  mkdirSync(path.join(world.folder, 'facts'))
  for (const shard of shards) {
    expect(run(step(jobs.facts, 'facts of a part'), { SHARD: String(shard) }).status).toBe(0)
    const name = `facts-${shard}.json`
    renameSync(path.join(world.folder, name), path.join(world.folder, 'facts', name))
  }
  const merged = run(step(jobs.findings, 'findings of all parts'))
  const { status, stdout } = run('node bin/drills.js lint --no-cache')
  expect(merged).toMatchObject({ status, stdout })
  expect(stdout).not.toBe('')
})
