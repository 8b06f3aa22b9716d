import { expect, onTestFinished, test } from 'vitest'
import { ioOf } from '../../src/commands/release-io.ts'
import { changesSinceRelease } from '../../src/contract/changes-since-release.ts'
import { packageView } from '../../src/contract/package-view.ts'
import { recordVersion } from '../../src/contract/record-version.ts'
import type { Snapshot } from '../../src/model/generated/history/published.ts'
import { temporary, writeCorpus } from '../support/package.ts'
import { validDrills } from '../support/terminal.ts'
import { track, trackPath } from '../support/tracks.ts'
import { compiled } from './packages.ts'

/** The record of a version with a track, or without. */
const recordOf = (files: Readonly<Record<string, string>>): Snapshot =>
  recordVersion(
    { version: null, drills: {} },
    [],
    '1.0.0',
    packageView(compiled({ ...validDrills, ...files }).files),
  ).snapshot

const path1 = trackPath('first-week')

/** What has changed since a record, in a folder that is no clone: there only the history tells. */
function since(last: Snapshot, files: Readonly<Record<string, string>>): string[] {
  const { folder, remove } = temporary('corpus')
  onTestFinished(remove)
  writeCorpus(folder, files)
  return changesSinceRelease(folder, last, ioOf(folder)).map(
    ({ field, kind, bump, reason }) => `${bump} ${field} ${kind}: ${reason}`,
  )
}

test('where only the history tells, a track that came, changed or went', () => {
  const [without, with1] = [recordOf({}), recordOf({ [path1]: track() })]
  expect(since(without, {})).toEqual([])
  expect(since(with1, { [path1]: track() })).toEqual([])
  expect(since(without, { [path1]: track() })).toEqual(['minor tracks.first-week added: a track was added'])
  expect(since(with1, { [path1]: track({ order: 2 }) })).toEqual([
    'patch tracks.first-week changed: the track changed',
  ])
  expect(since(with1, {})).toEqual(['major tracks.first-week removed: a track was removed'])
})

test('a record that knows of nothing but drills', () => {
  const { other: _, ...old } = recordOf({})
  expect(since(old, { [path1]: track() })).toContain('minor tracks.first-week added: a track was added')
})
