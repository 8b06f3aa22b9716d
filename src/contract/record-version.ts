import type { Changes, DrillChange } from '../model/generated/published/changes.ts'
import type { Drill } from '../model/generated/published/drill.ts'
import { fieldsOf, otherFields } from './field-digests.ts'
import { own } from './package-change.ts'
import type { PackageView } from './package-view.ts'

/** What is remembered of a published drill. */
export interface PublishedDrill {
  readonly title: string
  readonly status: Drill['status']
  readonly path: string
  readonly digests: Drill['digests']
  /** A short digest of each field, to tell later which one changed. */
  readonly fields: Readonly<Record<string, string>>
}

/** `history/published.json`: what the last version held. */
export interface Published {
  readonly version: string | null
  readonly drills: Readonly<Record<string, PublishedDrill>>
  readonly other?: Readonly<Record<string, string>>
}

const differing = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key])

function goneDrill(id: string, title: string, { redirects }: PackageView): DrillChange {
  const { renamed, split, retired } = redirects
  const found = { drill: id, title, fields: ['id'] }
  const name = own(renamed, id)
  const parts = own(split, id)
  if (name !== undefined) return { ...found, kind: 'renamed', to: [name] }
  if (parts !== undefined) return { ...found, kind: 'split', to: parts.ids }
  return { ...found, kind: Object.hasOwn(retired, id) ? 'retired' : 'removed' }
}

function drillChanges(published: Published, view: PackageView): DrillChange[] {
  const live = new Set(view.drills.map(({ id }) => id))
  const gone = Object.entries(published.drills).filter(([id]) => !live.has(id))
  const goneChanges = gone.map(([id, { title }]) => goneDrill(id, title, view))
  const oldNames = new Map(
    goneChanges.flatMap(({ drill, kind, to = [] }) =>
      kind === 'renamed' ? to.map((name) => [name, drill] as const) : [],
    ),
  )
  const kept = view.drills.flatMap((drill): DrillChange[] => {
    const { id, title } = drill
    const before = own(published.drills, id) ?? own(published.drills, oldNames.get(id) ?? id)
    if (!before) return [{ drill: id, kind: 'added', title, fields: [] }]
    const again = before.status === 'deprecated' && drill.status !== 'deprecated'
    const fields = [...(again ? ['status'] : []), ...differing(before.fields, fieldsOf(drill))]
    return [
      ...(before.status !== 'deprecated' && drill.status === 'deprecated'
        ? [{ drill: id, kind: 'deprecated' as const, title, fields: ['status'] }]
        : []),
      ...(fields.length > 0 ? [{ drill: id, kind: 'changed' as const, title, fields }] : []),
    ]
  })
  return [...goneChanges, ...kept]
}

/** History with one more version, made from what was published and what is published now. */
export function recordVersion(
  published: Published,
  changes: Changes,
  version: string,
  view: PackageView,
): { published: Published; changes: Changes } {
  const other = otherFields(view)
  const changedOther = published.version === null ? [] : differing(published.other ?? {}, other)
  const entry = {
    version,
    changes: drillChanges(published, view),
    ...(changedOther.length > 0 && { other: changedOther }),
  }
  const drills = view.drills.map((drill) => {
    const { id, title, status, path, digests: own } = drill
    return [id, { title, status, path, digests: own, fields: fieldsOf(drill) }] as const
  })
  return {
    published: { version, drills: Object.fromEntries(drills), other },
    changes: [entry, ...changes.filter((earlier) => earlier.version !== version)],
  }
}
