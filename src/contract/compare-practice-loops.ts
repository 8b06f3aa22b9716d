import { isDeepStrictEqual } from 'node:util'
import type { LoopPoint, LoopSection, PracticeLoop } from '../model/generated/published/practice-loop.ts'
import { judgingChanges, orderChanges, wordingChanges } from './item-changes.ts'
import { matchById } from './match-by-id.ts'
import { added, changed, type PackageChange, removed } from './package-change.ts'

const wordingOf = ({ label, instruction }: LoopPoint) => ({ title: label, text: instruction })

function* points(field: string, before: LoopSection, after: LoopSection): Generator<PackageChange> {
  const matches = matchById(before.points, after.points)
  for (const { id } of matches.added)
    yield added(`${field}.points.${id}`, 'minor', 'a required point was added')
  for (const { id } of matches.removed)
    yield removed(`${field}.points.${id}`, 'minor', 'a required point was removed')
  for (const [old, now] of matches.kept) {
    const point = `${field}.points.${now.id}`
    if (!isDeepStrictEqual(old.kinds, now.kinds))
      yield changed(`${point}.kinds`, 'minor', 'the kinds of drill that require it changed')
    yield* judgingChanges(point, old, now, ['id', 'label', 'instruction', 'kinds'])
    yield* wordingChanges(point, wordingOf(old), wordingOf(now))
  }
  yield* orderChanges(`${field}.points`, before.points, after.points)
}

function* sections(before: PracticeLoop, after: PracticeLoop): Generator<PackageChange> {
  const matches = matchById(before.sections, after.sections)
  for (const { id } of matches.added)
    yield added(`practiceLoop.sections.${id}`, 'minor', 'a section of the answer was added')
  for (const { id } of matches.removed)
    yield removed(`practiceLoop.sections.${id}`, 'minor', 'a section of the answer was removed')
  for (const [old, now] of matches.kept) {
    const field = `practiceLoop.sections.${now.id}`
    yield* points(field, old, now)
    if (old.phase !== now.phase) yield changed(`${field}.phase`, 'minor', 'it moved to another phase')
    yield* judgingChanges(field, old, now, ['id', 'title', 'phase', 'instruction', 'points'])
    yield* wordingChanges(
      field,
      { title: old.title, text: old.instruction },
      { title: now.title, text: now.instruction },
    )
  }
  yield* orderChanges('practiceLoop.sections', before.sections, after.sections)
}

function* phases(before: PracticeLoop['phases'], after: PracticeLoop['phases']): Generator<PackageChange> {
  const lengths = (all: PracticeLoop['phases']): unknown => all.map(({ id, minutes }) => [id, minutes])
  if (!isDeepStrictEqual(lengths(before), lengths(after)))
    yield changed('practiceLoop.phases', 'minor', 'the phases or their minutes changed')
  for (const [old, now] of matchById(before, after).kept)
    yield* wordingChanges(`practiceLoop.phases.${now.id}`, old, now)
}

/** What each kind asks for. The minutes of kinds with phases are those of the phases. */
function* kinds(before: PracticeLoop, after: PracticeLoop): Generator<PackageChange> {
  for (const kind of ['round', 'incident', 'question'] as const) {
    const [old, now] = [before.kinds[kind], after.kinds[kind]]
    const field = `practiceLoop.kinds.${kind}`
    const ownMinutes = old.minutes !== before.minutes || now.minutes !== after.minutes
    yield* judgingChanges(field, old, now, ownMinutes ? [] : ['minutes'])
  }
}

/** Every difference between two practice loops. */
export function* comparePracticeLoops(before: PracticeLoop, after: PracticeLoop): Generator<PackageChange> {
  yield* phases(before.phases, after.phases)
  yield* sections(before, after)
  yield* kinds(before, after)
  yield* judgingChanges('practiceLoop', before, after, ['text', 'minutes', 'phases', 'kinds', 'sections'])
  if (!isDeepStrictEqual(before.text, after.text))
    yield changed('practiceLoop.text', 'patch', 'only the wording changed')
}
