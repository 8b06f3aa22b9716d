import { createHash } from 'node:crypto'
import type { Changes, DrillChange } from '../generated/published/changes.ts'
import type { Drill } from '../generated/published/drill.ts'
import type { PackageView } from './view.ts'

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

/** Keys in the order of code units, so that the same data has one digest. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const record = value as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.keys(record)
      .sort()
      .map((key) => [key, ordered(record[key])]),
  )
}

const short = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(ordered(value)))
    .digest('hex')
    .slice(0, 16)

const digests = (values: readonly (readonly [string, unknown])[]): Record<string, string> =>
  Object.fromEntries(
    values.filter(([, value]) => value !== undefined).map(([name, value]) => [name, short(value)]),
  )

function fieldsOf(drill: Drill): Record<string, string> {
  const {
    title,
    difficulty,
    categories,
    topics,
    modelPath,
    prompt,
    sections = [],
    answer,
    evidence,
    redFlags,
    followUps,
    references,
  } = drill
  return digests([
    ...Object.entries({
      title,
      difficulty,
      categories,
      topics,
      modelPath,
      evidence,
      references,
      answer: answer?.markdown,
    }),
    ['prompt', prompt.markdown],
    ...sections.map(({ id, body }) => [`sections.${id}`, body.markdown] as const),
    ['redFlags', redFlags.map(({ markdown }) => markdown)],
    ['followUps', followUps.map(({ markdown }) => markdown)],
  ])
}

function otherFields({ rubric, practiceLoop }: PackageView): Record<string, string> {
  return digests([
    ...rubric.criteria.map((criterion) => [`rubric.criteria.${criterion.id}`, criterion] as const),
    ...rubric.redFlags.map((flag) => [`rubric.redFlags.${flag.id}`, flag] as const),
    ['rubric.lists', rubric.lists],
    ['rubric.text', [rubric.text, rubric.evidenceWords]],
    ...practiceLoop.sections.map((section) => [`practiceLoop.sections.${section.id}`, section] as const),
    ['practiceLoop.phases', practiceLoop.phases],
    ['practiceLoop.components', practiceLoop.components],
    ['practiceLoop.limits', practiceLoop.limits],
    ['practiceLoop.text', practiceLoop.text],
  ])
}

const differing = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key])

function goneDrill(id: string, title: string, { redirects }: PackageView): DrillChange {
  const { renamed, split, retired } = redirects
  const found = { drill: id, title, fields: ['id'] }
  if (Object.hasOwn(renamed, id)) return { ...found, kind: 'renamed', to: [renamed[id] ?? ''] }
  if (Object.hasOwn(split, id)) return { ...found, kind: 'split', to: split[id]?.ids ?? [] }
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
    const before = published.drills[oldNames.get(id) ?? id]
    if (!before) return [{ drill: id, kind: 'added', title, fields: [] }]
    const fields = differing(before.fields, fieldsOf(drill))
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
