import type { Drill } from '../model/generated/published/drill.ts'
import { figuresOf } from '../package/compile/digest.ts'
import { type Found, wording } from './compare-wording.ts'
import { byId, same } from './package-change.ts'

const grade = 'a stored grade depends on it'

/** Fields that a drill had and has no more, or has now: apps read them. */
function* shape(before: Drill, after: Drill): Generator<Found> {
  for (const field of ['minutes', 'sections', 'answer'] as const) {
    if (before[field] !== undefined && after[field] === undefined)
      yield { field, kind: 'removed', bump: 'major', reason: 'a field is gone' }
    if (before[field] === undefined && after[field] !== undefined)
      yield { field, kind: 'added', bump: 'minor', reason: 'an optional field is there now' }
  }
}

function text(field: string, before: string, after: string): Found[] {
  if (before === after) return []
  const figures = !same(figuresOf(before), figuresOf(after))
  return [
    {
      field,
      kind: 'changed',
      bump: figures ? 'minor' : 'patch',
      reason: figures ? `figures are others; ${grade}` : 'worded otherwise',
    },
  ]
}

function* answer(before: Drill, after: Drill): Generator<Found> {
  const { added, removed, both } = byId(before.sections ?? [], after.sections ?? [])
  for (const { id } of before.sections && after.sections ? added : [])
    yield { field: `sections.${id}`, kind: 'added', bump: 'minor', reason: `a section more; ${grade}` }
  for (const { id } of before.sections && after.sections ? removed : [])
    yield { field: `sections.${id}`, kind: 'removed', bump: 'minor', reason: `a section less; ${grade}` }
  for (const [old, now] of both) {
    const field = `sections.${now.id}`
    const points = byId(old.points, now.points)
    for (const { id } of points.added)
      yield { field: `${field}.points.${id}`, kind: 'added', bump: 'minor', reason: `a point more; ${grade}` }
    for (const { id } of points.removed)
      yield {
        field: `${field}.points.${id}`,
        kind: 'removed',
        bump: 'minor',
        reason: `a point less; ${grade}`,
      }
    const ordered = same(
      old.points.map(({ id }) => id),
      now.points.map(({ id }) => id),
    )
    if (!ordered && points.added.length + points.removed.length === 0)
      yield {
        field: `${field}.points`,
        kind: 'changed',
        bump: 'minor',
        reason: `points in another order; ${grade}`,
      }
    const changed = points.both.flatMap(([was, is]) => text(`${field}.points.${is.id}`, was.text, is.text))
    yield* changed
    if (ordered && changed.length === 0) yield* text(`${field}.body`, old.body.markdown, now.body.markdown)
  }
  if (before.answer && after.answer) yield* text('answer', before.answer.markdown, after.answer.markdown)
}

function* substance(before: Drill, after: Drill): Generator<Found> {
  if (!same(before.modelPath, after.modelPath))
    yield { field: 'modelPath', kind: 'changed', bump: 'minor', reason: `other components; ${grade}` }
  const place = ({ evidence }: Drill): Map<string, string[]> => {
    const places = new Map<string, string[]>()
    for (const { criterion, section = '', point = '' } of evidence)
      places.set(criterion, [...(places.get(criterion) ?? []), `${section}/${point}`])
    return places
  }
  const [old, now] = [place(before), place(after)]
  for (const criterion of new Set([...old.keys(), ...now.keys()])) {
    if (same(old.get(criterion), now.get(criterion))) continue
    const kind = !now.has(criterion) ? 'removed' : old.has(criterion) ? 'changed' : 'added'
    const how = { removed: 'evidence less', changed: 'evidence stands elsewhere', added: 'evidence more' }
    yield { field: `evidence.${criterion}`, kind, bump: 'minor', reason: `${how[kind]}; ${grade}` }
  }
}

function* status(before: Drill, after: Drill): Generator<Found> {
  if (before.status === after.status) return
  if (after.status === 'deprecated')
    yield { field: 'status', kind: 'deprecated', bump: 'minor', reason: 'the drill is deprecated' }
  else yield { field: 'status', kind: 'changed', bump: 'patch', reason: 'the drill is no longer deprecated' }
}

/** What no other comparison has told: evidence in other words, the HTML of the same text. */
function* rest(before: Drill, after: Drill, told: ReadonlySet<string>): Generator<Found> {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const marks = !same(before.evidence, after.evidence)
  for (const field of new Set([...old.keys(), ...now.keys()])) {
    if (['id', 'path', 'digests'].includes(field) || told.has(field) || same(old.get(field), now.get(field)))
      continue
    // Evidence is marked in the HTML of the answer, so that one change would be told twice.
    if (marks && (field === 'sections' || field === 'answer')) continue
    const reason = field === 'evidence' ? 'evidence in other words' : 'the same text in another form'
    yield { field, kind: 'changed', bump: 'patch', reason }
  }
}

/** Every difference between two versions of one drill. */
export function compareDrills(before: Drill, after: Drill): Found[] {
  const found: Found[] = [
    ...status(before, after),
    ...shape(before, after),
    ...wording(before, after),
    ...answer(before, after),
    ...substance(before, after),
  ]
  const told = new Set(found.map(({ field }) => field.replace(/\..*$/s, '')))
  found.push(...rest(before, after, told))
  const noticed = found.some(({ bump }) => bump !== 'patch')
  if (before.digests.substance !== after.digests.substance && !noticed) {
    found.push({
      field: 'digests.substance',
      kind: 'changed',
      bump: 'minor',
      reason: `the substance is another; ${grade}`,
    })
  }
  return found
}
