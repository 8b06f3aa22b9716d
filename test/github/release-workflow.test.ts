import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from '../support/package.ts'

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

interface Job {
  readonly permissions: Readonly<Record<string, string>>
  readonly steps: readonly { readonly run?: string; readonly uses?: string }[]
}

describe('the release', () => {
  const { jobs } = parse(read('.github/workflows/release.yml')) as { jobs: Readonly<Record<string, Job>> }

  test('every job has what it needs and no more', () => {
    expect(
      Object.fromEntries(Object.entries(jobs).map(([id, { permissions }]) => [id, permissions])),
    ).toEqual({
      state: { contents: 'read' },
      version: { contents: 'write', 'pull-requests': 'write' },
      pack: { contents: 'read' },
      publish: { 'id-token': 'write' },
      release: { contents: 'write' },
    })
  })

  test.each(['publish', 'release'])('%s runs no code of the repository or its dependencies', (id) => {
    const steps = jobs[id]?.steps ?? []
    expect(steps.length).toBeGreaterThan(2)
    expect(steps.filter(({ uses }) => uses?.startsWith('actions/checkout'))).toEqual([])
    expect(
      steps.filter(({ run }) => /\b(?:npm (?:ci|i|install|run|exec)|npx|node)\b/.test(run ?? '')),
    ).toEqual([])
  })
})

test('both packages are packed, checked, and published each by a job that can be run again', () => {
  const { jobs } = parse(read('.github/workflows/release.yml')) as {
    jobs: Readonly<Record<string, Job & { strategy?: unknown }>>
  }
  const runsOf = (id: string): string[] => (jobs[id]?.steps ?? []).flatMap(({ run }) => run ?? [])
  expect(runsOf('pack')).toEqual(
    expect.arrayContaining([
      'node bin/drills.js build',
      'node scripts/build-cli.mjs',
      'npm pack ./dist ./dist-cli --pack-destination release',
      'for tarball in release/*.tgz; do node scripts/check-tarball.mjs "$tarball"; done',
    ]),
  )
  expect(jobs['publish']?.strategy).toEqual({
    'fail-fast': false,
    matrix: { package: ['audio-text-drills', 'audio-text-drills-cli'] },
  })
  expect(runsOf('publish').at(-1)).toBe(
    'npm publish "./$PACKAGE-$VERSION.tgz" --provenance --access public --ignore-scripts',
  )
})

test('no update that the lowest Node.js can’t run is proposed', () => {
  const { devDependencies } = JSON.parse(read('package.json')) as {
    devDependencies: Readonly<Record<string, string>>
  }
  const { updates } = parse(read('.github/dependabot.yml')) as {
    updates: { 'package-ecosystem': string; ignore: { 'dependency-name': string; versions: string[] }[] }[]
  }
  const held = updates.find((update) => update['package-ecosystem'] === 'npm')?.ignore ?? []
  expect(held.map((each) => [each['dependency-name'], ...each.versions])).toEqual(
    ['vitest', '@vitest/coverage-v8', '@changesets/cli', '@types/node'].map((name) => [
      name,
      `>=${Number.parseInt(devDependencies[name] ?? '', 10) + 1}`,
    ]),
  )
})
