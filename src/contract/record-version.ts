import type { Snapshot } from '../model/generated/history/published.ts'
import type { Changes, DrillChange } from '../model/generated/published/changes.ts'
import { ownValue } from '../text/own-value.ts'
import { fieldDigests } from './field-digests.ts'
import { type PackageView, samplesOf } from './package-view.ts'
import { snapshotOf } from './snapshot.ts'

type Digests = Readonly<Record<string, string>>

const differing = (before: Digests, after: Digests): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key])

/** What became of a drill that was published and is missing now, by the redirects. */
function missing(id: string, title: string, { redirects }: PackageView): DrillChange {
  const change = { drill: id, title, fields: ['id'] }
  const newId = ownValue(redirects.renamed, id)
  const split = ownValue(redirects.split, id)
  const retired = ownValue(redirects.retired, id)
  if (newId !== undefined) return { ...change, kind: 'renamed', to: [newId] }
  if (split !== undefined) return { ...change, kind: 'split', to: split.ids, reason: split.reason }
  return retired === undefined
    ? { ...change, kind: 'removed' }
    : { ...change, kind: 'retired', reason: retired }
}

function drillChanges(last: Snapshot, view: PackageView): DrillChange[] {
  const live = new Set(view.drills.map(({ id }) => id))
  const gone = Object.entries(last.drills)
    .filter(([id]) => !live.has(id))
    .map(([id, { title }]) => missing(id, title, view))
  const oldIds = new Map(
    gone.flatMap(({ drill, kind, to = [] }) =>
      kind === 'renamed' ? to.map((id) => [id, drill] as const) : [],
    ),
  )
  const present = view.drills.flatMap((drill): DrillChange[] => {
    const { id, title } = drill
    const before = ownValue(last.drills, id) ?? ownValue(last.drills, oldIds.get(id) ?? id)
    if (!before) return [{ drill: id, kind: 'added', title, fields: [] }]
    const [was, is] = [before.status === 'deprecated', drill.status === 'deprecated']
    const fields = [
      ...(was && !is ? ['status'] : []),
      ...differing(before.fields, fieldDigests(drill, samplesOf(view, id))),
    ]
    const spoils = before.digests.substance !== drill.digests.substance || fields.includes('kind')
    return [
      ...(is && !was ? [{ drill: id, kind: 'deprecated' as const, title, fields: ['status'] }] : []),
      ...(fields.length > 0
        ? [
            {
              drill: id,
              kind: 'changed' as const,
              title,
              fields,
              ...(spoils && { substance: true as const }),
            },
          ]
        : []),
    ]
  })
  return [...gone, ...present]
}

/**
 * Adds a version to the history: a new snapshot, and its changes since the last one.
 * @param notes what people wrote of it
 */
export function recordVersion(
  last: Snapshot,
  changes: Changes,
  version: string,
  view: PackageView,
  notes: readonly string[] = [],
): { snapshot: Snapshot; changes: Changes } {
  const snapshot = snapshotOf(version, view)
  const other = last.version === null ? [] : differing(last.other ?? {}, snapshot.other)
  const entry = {
    version,
    changes: drillChanges(last, view),
    ...(other.length > 0 && { other }),
    ...(notes.length > 0 && { notes }),
  }
  return { snapshot, changes: [entry, ...changes.filter((earlier) => earlier.version !== version)] }
}
