import { isDeepStrictEqual } from 'node:util'
import type { Drill, Section, WorkedFigure } from '../model/generated/published/drill.ts'
import { quantitiesOf } from '../package/compile/claims.ts'
import { answerOf, sectionsOf } from './drill-parts.ts'
import { isReordered, matchById } from './match-by-id.ts'
import { added, changed, type PackageChange, removed } from './package-change.ts'

const graded = 'this affects stored grades'

function* text(field: string, before: string, after: string): Generator<PackageChange> {
  if (before === after) return
  if (isDeepStrictEqual(quantitiesOf(before), quantitiesOf(after)))
    yield changed(field, 'patch', 'only the wording changed')
  else yield changed(field, 'minor', `numbers changed; ${graded}`)
}

function* section(before: Section, after: Section): Generator<PackageChange> {
  const field = `sections.${after.id}`
  const points = matchById(before.points, after.points)
  for (const { id } of points.added)
    yield added(`${field}.points.${id}`, 'minor', `a point was added; ${graded}`)
  for (const { id } of points.removed)
    yield removed(`${field}.points.${id}`, 'minor', `a point was removed; ${graded}`)
  const same = points.added.length + points.removed.length === 0
  const reordered = isReordered(before.points, after.points)
  if (same && reordered)
    yield changed(`${field}.points`, 'minor', `the points are in a different order; ${graded}`)
  const changes = points.kept.flatMap(([old, now]) => [
    ...text(`${field}.points.${now.id}`, old.text, now.text),
  ])
  yield* changes
  // The body holds the points: it is compared when none of them explains the difference.
  if (same && !reordered && changes.length === 0)
    yield* text(`${field}.body`, before.body.markdown, after.body.markdown)
}

/** Sections and points, or free text. */
function* prose(before: Drill, after: Drill): Generator<PackageChange> {
  const [oldSections, newSections] = [sectionsOf(before), sectionsOf(after)]
  if (oldSections && newSections) {
    const sections = matchById(oldSections, newSections)
    for (const { id } of sections.added)
      yield added(`sections.${id}`, 'minor', `a section was added; ${graded}`)
    for (const { id } of sections.removed)
      yield removed(`sections.${id}`, 'minor', `a section was removed; ${graded}`)
    for (const [old, now] of sections.kept) yield* section(old, now)
  }
  const [oldAnswer, newAnswer] = [answerOf(before), answerOf(after)]
  if (oldAnswer && newAnswer) yield* text('answer', oldAnswer.markdown, newAnswer.markdown)
}

function* workedFigures(
  before: readonly WorkedFigure[],
  after: readonly WorkedFigure[],
): Generator<PackageChange> {
  const matches = matchById(before, after)
  for (const { id } of matches.added)
    yield added(`workedFigures.${id}`, 'minor', `a calculation was added; ${graded}`)
  for (const { id } of matches.removed)
    yield removed(`workedFigures.${id}`, 'minor', `a calculation was removed; ${graded}`)
  for (const [old, now] of matches.kept) yield* text(`workedFigures.${now.id}`, old.text, now.text)
}

/** Per criterion, where a drill gives evidence of it. */
function evidencePlaces({ evidence }: Drill): Map<string, readonly string[]> {
  const places = new Map<string, readonly string[]>()
  for (const { criterion, section = '', point = '' } of evidence)
    places.set(criterion, [...(places.get(criterion) ?? []), `${section}/${point}`])
  return places
}

function* modelPathAndEvidence(before: Drill, after: Drill): Generator<PackageChange> {
  if (!isDeepStrictEqual(before.modelPath, after.modelPath))
    yield changed('modelPath', 'minor', `the components changed; ${graded}`)
  const [old, now] = [evidencePlaces(before), evidencePlaces(after)]
  for (const criterion of new Set([...old.keys(), ...now.keys()])) {
    const field = `evidence.${criterion}`
    if (!now.has(criterion)) yield removed(field, 'minor', `evidence was removed; ${graded}`)
    else if (!old.has(criterion)) yield added(field, 'minor', `evidence was added; ${graded}`)
    else if (!isDeepStrictEqual(old.get(criterion), now.get(criterion)))
      yield changed(field, 'minor', `evidence moved; ${graded}`)
  }
}

/** The answers of two versions of one drill. */
export function* compareAnswers(before: Drill, after: Drill): Generator<PackageChange> {
  yield* prose(before, after)
  yield* workedFigures(before.workedFigures, after.workedFigures)
  yield* modelPathAndEvidence(before, after)
}
