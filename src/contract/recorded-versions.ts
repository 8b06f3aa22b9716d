import { valid } from 'semver'
import type { Io } from '../io/io.ts'
import { publishedFile } from '../model/history.ts'

/** A commit that recorded a version in the history; null where it took the record away. */
export interface RecordedVersion {
  readonly commit: string
  readonly version: string | null
}

function versionAt(root: string, commit: string, { git }: Pick<Io, 'git'>): string | null {
  try {
    const { version } = JSON.parse(git.text(root, commit, publishedFile) ?? '{}')
    // What is no version was recorded by hand.
    return valid(version) === null ? null : version
  } catch {
    return null
  }
}

/**
 * The versions that commits have recorded, newest first, each with the commit that recorded it: what was done to the
 * record later, by hand, is not what was released.
 */
export function* recordedVersions(root: string, io: Pick<Io, 'git'>): Generator<RecordedVersion> {
  let last: RecordedVersion | undefined
  for (const commit of io.git.commitsOf(root, publishedFile)) {
    const version = versionAt(root, commit, io)
    if (last && last.version !== version) yield last
    last = { commit, version }
  }
  if (last) yield last
}
