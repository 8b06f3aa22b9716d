import { figuresOf } from '../compile/digest.ts'
import type { Drill } from '../generated/published/drill.ts'
import { byId, type Change, same } from './change.ts'

type Found = Omit<Change, 'drill'>

const grade = 'a stored grade depends on it'

/** Metadata and text: an app shows another wording. */
function* wording(before: Drill, after: Drill): Generator<Found> {
  for (const field of ['title', 'difficulty', 'categories', 'topics', 'minutes', 'kind'] as const) {
    if (before[field] === undefined || after[field] === undefined || same(before[field], after[field]))
      continue
    yield { field, kind: 'changed', bump: 'patch', reason: `${field} reads otherwise` }
  }
  if (before.prompt.markdown !== after.prompt.markdown) {
    yield { field: 'prompt', kind: 'changed', bump: 'patch', reason: 'the prompt is worded otherwise' }
  }
  for (const field of ['redFlags', 'followUps'] as const) {
    const { added, removed, both } = byId(before[field], after[field])
    for (const { id } of added)
      yield { field: `${field}.${id}`, kind: 'added', bump: 'patch', reason: 'an item more' }
    for (const { id } of removed)
      yield { field: `${field}.${id}`, kind: 'removed', bump: 'patch', reason: 'an item less' }
    for (const [old, now] of both) {
      if (old.markdown !== now.markdown)
        yield {
          field: `${field}.${now.id}`,
          kind: 'changed',
          bump: 'patch',
          reason: 'an item is worded otherwise',
        }
    }
  }
  if (!same(before.references, after.references))
    yield { field: 'references', kind: 'changed', bump: 'patch', reason: 'the sources are others' }
}

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
    const changed = points.both.flatMap(([was, is]) => text(`${field}.points.${is.id}`, was.text, is.text))
    yield* changed
    if (changed.length + points.added.length + points.removed.length === 0)
      yield* text(`${field}.body`, old.body.markdown, now.body.markdown)
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
    if (!same(old.get(criterion), now.get(criterion))) {
      yield {
        field: `evidence.${criterion}`,
        kind: 'changed',
        bump: 'minor',
        reason: `evidence stands elsewhere; ${grade}`,
      }
    }
  }
}

function* status(before: Drill, after: Drill): Generator<Found> {
  if (before.status === after.status) return
  if (after.status === 'deprecated')
    yield { field: 'status', kind: 'deprecated', bump: 'minor', reason: 'the drill is deprecated' }
  else yield { field: 'status', kind: 'changed', bump: 'patch', reason: 'the drill is no longer deprecated' }
}

/** Every difference between two versions of one drill. */
export function compareDrills(before: Drill, after: Drill): Found[] {
  const found = [
    ...status(before, after),
    ...shape(before, after),
    ...wording(before, after),
    ...answer(before, after),
    ...substance(before, after),
  ]
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
