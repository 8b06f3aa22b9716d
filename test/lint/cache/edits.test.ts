import { existsSync, renameSync, utimesSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cachedFiles,
  newCorpus,
  run,
  sameAsUncached,
  sameBuildAsUncached,
} from '../../support/cached-runs.ts'
import { paths } from '../../support/corpus.ts'
import { beginning, change, place, placeAll, states } from '../../support/worlds.ts'

const drillPaths = [
  paths.round,
  paths.incident,
  paths.question,
  'drills/rounds/twin.md',
  'drills/questions/unreadable.md',
]

type Act = (folder: string) => void

/** Changes what stands at a path, or at several at once. */
const edits = fc.array(change, { minLength: 1, maxLength: 2 }).map(
  (some): Act =>
    (folder) =>
      placeAll(folder, Object.fromEntries(some)),
)

const touches = fc.constantFrom(...drillPaths, paths.rubric).map(
  (name): Act =>
    (folder) => {
      const file = path.join(folder, name)
      if (existsSync(file)) utimesSync(file, 1, 1)
    },
)

/** A drill takes the place of another, or a new one. */
const renames = fc
  .tuple(fc.constantFrom(...drillPaths), fc.constantFrom(...drillPaths, 'drills/rounds/moved.md'))
  .map(
    ([from, to]): Act =>
      (folder) => {
        if (from === to || !existsSync(path.join(folder, from))) return
        place(folder, to, undefined)
        renameSync(path.join(folder, from), path.join(folder, to))
      },
  )

const reverts: fc.Arbitrary<Act> = fc.constant((folder) => {
  place(folder, 'drills/rounds/moved.md', undefined)
  placeAll(folder, beginning)
})

const step = fc.record({
  act: fc.oneof(
    { weight: 6, arbitrary: edits },
    { weight: 1, arbitrary: touches },
    { weight: 2, arbitrary: renames },
    { weight: 2, arbitrary: reverts },
  ),
  look: fc.constantFrom('lint', 'lint', 'lint twice', 'build', 'nothing'),
})

test('whatever is edited, a run with a cache prints what one without prints', async () => {
  const seen = { rules: new Set<string>(), builds: new Set<number>() }
  const check = async (steps: readonly { act: Act; look: string }[]): Promise<void> => {
    const folder = newCorpus()
    for (const { act, look } of steps) {
      act(folder)
      if (look === 'build') seen.builds.add((await sameBuildAsUncached(folder)).code)
      if (look.startsWith('lint')) {
        const { stdout } = await sameAsUncached(folder)
        for (const [, rule = ''] of stdout.matchAll(/"rule": "([^"]+)"/g)) seen.rules.add(rule)
      }
      if (look === 'lint twice') await sameAsUncached(folder)
    }
    expect(['.gitignore', 'results.json']).toEqual(expect.arrayContaining(cachedFiles(folder)))
  }
  const property = fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), check)
  await fc.assert(property, { seed: 20_260_103, numRuns: 24, endOnFailure: true })
  // The edits are such that every rule about the whole corpus has something to say.
  const corpusRules = [
    'unique',
    'near-duplicate',
    'link-targets',
    'redirects',
    'definitions',
    'unused-exception',
    'read',
  ]
  expect([...seen.rules]).toEqual(expect.arrayContaining(corpusRules))
  expect([...seen.builds].sort()).toEqual([0, 1])
})

test('any one thing that changes, and changes back, is noticed both times', async () => {
  const folder = newCorpus()
  const first = await sameAsUncached(folder)
  const noticed = new Set<string>()
  for (const [name, [, ...others]] of Object.entries(states)) {
    for (const state of others) {
      place(folder, name, state)
      const { stdout } = await sameAsUncached(folder)
      if (stdout !== first.stdout) noticed.add(name)
      place(folder, name, beginning[name])
      expect(await run(folder, ['lint', '--format=json'])).toEqual(first)
    }
  }
  // Nothing says anything of a picture, as long as there is no link to it.
  expect(Object.keys(states).filter((name) => !noticed.has(name))).toEqual(['docs/picture.png'])
})

test('a drill that is renamed back, and one that comes back, are taken from the cache or linted again, but right', async () => {
  const folder = newCorpus()
  const first = await sameAsUncached(folder)
  const [from, to] = [path.join(folder, paths.question), path.join(folder, 'drills/rounds/moved.md')]
  renameSync(from, to)
  expect((await sameAsUncached(folder)).stdout).not.toBe(first.stdout)
  renameSync(to, from)
  expect(await sameAsUncached(folder)).toEqual(first)
  expect((await run(folder, ['lint'])).code).toBe(first.code)
})
