import type { Drill } from '../model/generated/published/drill.ts'
import { fieldDigests, sharedDigests } from './field-digests.ts'
import type { PackageView } from './package-view.ts'

export interface DrillSnapshot {
  readonly title: string
  readonly status: Drill['status']
  readonly path: string
  readonly digests: Drill['digests']
  /** A short digest of each field, to tell later which one changed. */
  readonly fields: Readonly<Record<string, string>>
}

/** `history/published.json`: what the last version held. */
export interface Snapshot {
  readonly version: string | null
  readonly drills: Readonly<Record<string, DrillSnapshot>>
  /** Digests of the rubric and the practice loop. */
  readonly other?: Readonly<Record<string, string>>
}

/** What a version holds, for a later one to compare with. */
export function snapshotOf(version: string, view: PackageView): Required<Snapshot> {
  const drills = view.drills.map((drill) => {
    const { id, title, status, path, digests } = drill
    return [id, { title, status, path, digests, fields: fieldDigests(drill) }] as const
  })
  return { version, drills: Object.fromEntries(drills), other: sharedDigests(view) }
}
