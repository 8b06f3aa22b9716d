import { expect, test } from 'vitest'
import { newCorpus, run, sameAsUncached } from '../support/cached-runs.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { commit } from '../support/git.ts'
import { track, trackPath } from '../support/tracks.ts'
import { place } from '../support/worlds.ts'

const file = trackPath('first-week')

/** A corpus in which the track leads through the round and the question. */
function corpus(drills = ['what-is-recall', 'voice-note-search']): string {
  const folder = newCorpus()
  place(folder, file, track({ drills }))
  place(folder, paths.incident, valid.incident)
  return folder
}

const draft = edit(valid.question, 'difficulty: core', 'difficulty: core\nstatus: draft')

/** What a run finds about tracks. */
async function found(folder: string, ...args: string[]): Promise<string[]> {
  const { stdout } = await run(folder, [...args, '--format=json'])
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { file: string; rule: string; message: string }[]
  }
  return diagnostics.flatMap(({ file: at, rule, message }) => (rule === 'tracks' ? [`${at} ${message}`] : []))
}

const finding = `${file} Unexpected draft \`what-is-recall\`, expected a drill that is published`

test('a drill that becomes a draft is told of in the track, from the cache too', async () => {
  const folder = corpus()
  expect(await found(folder, 'lint')).toEqual([])
  await sameAsUncached(folder)
  place(folder, paths.question, draft)
  expect(await found(folder, 'lint')).toEqual([finding])
  await sameAsUncached(folder)
  place(folder, paths.question, valid.question)
  expect(await found(folder, 'lint')).toEqual([])
})

test('among selected files, and only there', async () => {
  const folder = corpus()
  place(folder, paths.question, draft)
  expect(await found(folder, 'lint', 'drills/tracks')).toEqual([finding])
  expect(await found(folder, 'lint', file)).toEqual([finding])
  expect(await found(folder, 'lint', paths.round)).toEqual([])
})

test('of a change that touches the drill only', async () => {
  const folder = corpus()
  commit(folder)
  expect(await found(folder, 'lint', '--changed', 'HEAD')).toEqual([])
  place(folder, paths.question, draft)
  expect(await found(folder, 'lint', '--changed', 'HEAD')).toEqual([finding])
  // What was there before is not the change’s.
  commit(folder)
  place(folder, paths.round, `${valid.round}\n`)
  expect(await found(folder, 'lint', '--changed', 'HEAD')).toEqual([])
})

test('on several machines: the facts of a track and of its drills come together', async () => {
  const folder = corpus(['what-is-recall', 'voice-note-search', 'empty-search-results'])
  place(folder, paths.question, draft)
  place(folder, paths.incident, edit(valid.incident, 'difficulty: core', 'difficulty: expert'))
  const names = [1, 2, 3].map((index) => `facts/${index}.json`)
  place(folder, 'facts', 'folder')
  for (const [index, name] of names.entries())
    await run(folder, ['lint', '--shard', `${index + 1}/3`, '--facts-only', '--output', name])
  const merged = await found(folder, 'merge', ...names)
  expect(merged).toEqual(await found(folder, 'lint', '--no-cache'))
  expect(merged).toEqual([
    finding,
    `${file} Unexpected jump from core to the expert drill \`empty-search-results\`, expected an advanced one before it`,
  ])
})
