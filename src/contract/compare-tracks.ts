import { isDeepStrictEqual } from 'node:util'
import type { Track } from '../model/generated/published/track.ts'
import { matchById } from './match-by-id.ts'
import { added, changed, type PackageChange, removed } from './package-change.ts'

function* compareTrack(before: Track, after: Track): Generator<PackageChange> {
  const field = `tracks.${after.id}`
  if (!isDeepStrictEqual(before.drills, after.drills))
    yield changed(`${field}.drills`, 'minor', 'it leads through other drills, or in another order')
  if (before.order !== after.order) yield changed(`${field}.order`, 'minor', 'its place changed')
  if (before.title !== after.title) yield changed(`${field}.title`, 'patch', 'the value changed')
  if (!isDeepStrictEqual(before.text, after.text))
    yield changed(`${field}.text`, 'patch', 'only the wording changed')
}

/** The tracks of two packages. Apps may have stored on which track a learner is. */
export function* compareTracks(before: readonly Track[], after: readonly Track[]): Generator<PackageChange> {
  const matches = matchById(before, after)
  for (const { id } of matches.added) yield added(`tracks.${id}`, 'minor', 'a track was added')
  for (const { id } of matches.removed) yield removed(`tracks.${id}`, 'major', 'a track was removed')
  for (const [old, now] of matches.kept) yield* compareTrack(old, now)
}
