import type { PracticeLoop } from '../model/generated/published/practice-loop.ts'
import { named, others, placed } from './item-changes.ts'
import { byId, type Change, same } from './package-change.ts'

function* sections(before: PracticeLoop, after: PracticeLoop): Generator<Change> {
  const { added, removed, both } = byId(before.sections, after.sections)
  for (const { id } of added)
    yield {
      field: `practiceLoop.sections.${id}`,
      kind: 'added',
      bump: 'minor',
      reason: 'answers have a section more',
    }
  for (const { id } of removed)
    yield {
      field: `practiceLoop.sections.${id}`,
      kind: 'removed',
      bump: 'minor',
      reason: 'answers have a section less',
    }
  for (const [old, now] of both) {
    const field = `practiceLoop.sections.${now.id}`
    const points = byId(old.points, now.points)
    for (const { id } of points.added)
      yield {
        field: `${field}.points.${id}`,
        kind: 'added',
        bump: 'minor',
        reason: 'a point is required now',
      }
    for (const { id } of points.removed)
      yield {
        field: `${field}.points.${id}`,
        kind: 'removed',
        bump: 'minor',
        reason: 'a point is no longer required',
      }
    for (const [was, is] of points.both) {
      const place = `${field}.points.${is.id}`
      if (!same(was.kinds, is.kinds))
        yield { field: `${place}.kinds`, kind: 'changed', bump: 'minor', reason: 'other kinds require it' }
      yield* others(place, was, is, ['id', 'label', 'instruction', 'kinds'])
      yield* named(
        place,
        { title: was.label, text: was.instruction },
        { title: is.label, text: is.instruction },
      )
    }
    yield* placed(`${field}.points`, old.points, now.points)
    if (old.phase !== now.phase)
      yield {
        field: `${field}.phase`,
        kind: 'changed',
        bump: 'minor',
        reason: 'it is written in another phase',
      }
    yield* others(field, old, now, ['id', 'title', 'phase', 'instruction', 'points'])
    yield* named(
      field,
      { title: old.title, text: old.instruction },
      { title: now.title, text: now.instruction },
    )
  }
  yield* placed('practiceLoop.sections', before.sections, after.sections)
}

/** Every difference between two practice loops. */
export function* comparePracticeLoops(before: PracticeLoop, after: PracticeLoop): Generator<Change> {
  const phases = ({ phases: all }: PracticeLoop): unknown => all.map(({ id, minutes }) => [id, minutes])
  if (!same(phases(before), phases(after)))
    yield { field: 'practiceLoop.phases', kind: 'changed', bump: 'minor', reason: 'other phases or minutes' }
  for (const [old, now] of byId(before.phases, after.phases).both)
    yield* named(`practiceLoop.phases.${now.id}`, old, now)
  yield* sections(before, after)
  yield* others('practiceLoop', before, after, ['text', 'minutes', 'phases', 'sections'])
  if (!same(before.text, after.text))
    yield { field: 'practiceLoop.text', kind: 'changed', bump: 'patch', reason: 'worded otherwise' }
}
