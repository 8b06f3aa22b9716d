import type { Place } from '../text/place.ts'
import type { Snapshot } from './generated/history/published.ts'
import type { Changes } from './generated/published/changes.ts'

/** Where the version script records what was published, from the root of the repository. */
export const publishedFile = 'history/published.json'
export const changesFile = 'history/changes.json'

/** The history of a repository as text; undefined for a file that is not there. */
export interface HistoryTexts {
  readonly published: string | undefined
  readonly changes: string | undefined
}

export const noHistory: HistoryTexts = { published: undefined, changes: undefined }

/** A file of the history, written by the version script. */
export interface HistoryDocument<T> {
  readonly file: string
  /** Absent when there is no such file, or when it has a problem. */
  readonly data?: T
  /** What keeps it from being used. */
  readonly problem?: { readonly place: Place; readonly message: string }
}

/** What was published before. */
export interface History {
  readonly published: HistoryDocument<Snapshot>
  readonly changes: HistoryDocument<Changes>
}

/** The ids that a version has held, whichever it was. */
export function publishedIds({ published, changes }: History): ReadonlySet<string> {
  const changed = (changes.data ?? []).flatMap((version) => version.changes)
  return new Set([
    ...Object.keys(published.data?.drills ?? {}),
    ...changed.flatMap(({ drill, to = [] }) => [drill, ...to]),
  ])
}
