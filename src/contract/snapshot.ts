import type { Snapshot } from '../model/generated/history/published.ts'
import { fieldDigests, sharedDigests } from './field-digests.ts'
import { type PackageView, samplesOf } from './package-view.ts'

/** What a version holds, for a later one to compare with. */
export function snapshotOf(version: string, view: PackageView): Required<Snapshot> {
  const drills = view.drills.map((drill) => {
    const { id, title, status, path, digests } = drill
    const criteria = drill.criteria.map((criterion) => criterion.id)
    const fields = fieldDigests(drill, samplesOf(view, id))
    return [id, { title, status, path, digests, criteria, fields }] as const
  })
  return {
    version,
    drills: Object.fromEntries(drills),
    other: sharedDigests(view),
    redirects: view.redirects,
  }
}
