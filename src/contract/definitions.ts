import type { PracticeLoop } from '../generated/published/practice-loop.ts'
import type { Redirects } from '../generated/published/redirects.ts'
import type { Rubric } from '../generated/published/rubric.ts'
import { byId, type Change, same } from './change.ts'

const judging = 'answers are judged otherwise'

function* named(
  field: string,
  before: { readonly title: string; readonly text: unknown },
  after: typeof before,
): Generator<Change> {
  if (before.title !== after.title || !same(before.text, after.text))
    yield { field: `${field}.text`, kind: 'changed', bump: 'patch', reason: 'worded otherwise' }
}

function* criteria(before: Rubric, after: Rubric): Generator<Change> {
  const { added, removed, both } = byId(before.criteria, after.criteria)
  for (const { id } of added)
    yield { field: `rubric.criteria.${id}`, kind: 'added', bump: 'minor', reason: 'a criterion more' }
  for (const { id } of removed)
    yield { field: `rubric.criteria.${id}`, kind: 'removed', bump: 'major', reason: 'a criterion is gone' }
  for (const [old, now] of both) {
    const field = `rubric.criteria.${now.id}`
    if (now.revision > old.revision)
      yield {
        field: `${field}.revision`,
        kind: 'changed',
        bump: 'major',
        reason: 'its revision is raised: old grades no longer mean the same',
      }
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
      if (
        ['id', 'title', 'text', 'revision'].includes(key) ||
        same(old[key as keyof typeof old], now[key as keyof typeof now])
      )
        continue
      yield { field: `${field}.${key}`, kind: 'changed', bump: 'minor', reason: judging }
    }
    yield* named(field, old, now)
  }
}

/** Every difference between two rubrics. */
export function* compareRubrics(before: Rubric, after: Rubric): Generator<Change> {
  yield* criteria(before, after)
  for (const field of ['evidenceWords', 'lists'] as const) {
    if (!same(before[field], after[field]))
      yield { field: `rubric.${field}`, kind: 'changed', bump: 'minor', reason: judging }
  }
  const { added, removed, both } = byId(before.redFlags, after.redFlags)
  for (const { id } of added)
    yield { field: `rubric.redFlags.${id}`, kind: 'added', bump: 'minor', reason: 'a red flag more' }
  for (const { id } of removed)
    yield { field: `rubric.redFlags.${id}`, kind: 'removed', bump: 'minor', reason: 'a red flag less' }
  for (const [old, now] of both) {
    if (!same(old.test, now.test))
      yield { field: `rubric.redFlags.${now.id}.test`, kind: 'changed', bump: 'minor', reason: judging }
    yield* named(`rubric.redFlags.${now.id}`, old, now)
  }
  if (!same(before.text, after.text))
    yield { field: 'rubric.text', kind: 'changed', bump: 'patch', reason: 'worded otherwise' }
}

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
      const required = same(was.kinds, is.kinds)
      if (!same(was, is))
        yield {
          field: `${field}.points.${is.id}`,
          kind: 'changed',
          bump: required ? 'patch' : 'minor',
          reason: required ? 'worded otherwise' : 'other kinds require it',
        }
    }
    if (old.phase !== now.phase)
      yield {
        field: `${field}.phase`,
        kind: 'changed',
        bump: 'minor',
        reason: 'it is written in another phase',
      }
    yield* named(
      field,
      { title: old.title, text: old.instruction },
      { title: now.title, text: now.instruction },
    )
  }
}

/** Every difference between two practice loops. */
export function* comparePracticeLoops(before: PracticeLoop, after: PracticeLoop): Generator<Change> {
  const phases = ({ phases: all }: PracticeLoop): unknown => all.map(({ id, minutes }) => [id, minutes])
  if (!same(phases(before), phases(after)))
    yield { field: 'practiceLoop.phases', kind: 'changed', bump: 'minor', reason: 'other phases or minutes' }
  for (const [old, now] of byId(before.phases, after.phases).both)
    yield* named(`practiceLoop.phases.${now.id}`, old, now)
  yield* sections(before, after)
  for (const field of ['components', 'limits'] as const) {
    if (!same(before[field], after[field]))
      yield { field: `practiceLoop.${field}`, kind: 'changed', bump: 'minor', reason: judging }
  }
  if (!same(before.text, after.text))
    yield { field: 'practiceLoop.text', kind: 'changed', bump: 'patch', reason: 'worded otherwise' }
}

const groups = ['renamed', 'split', 'retired'] as const

/** Redirects that are new, gone, or lead elsewhere. Apps rely on every one that was ever published. */
export function* compareRedirects(
  before: Redirects,
  after: Redirects,
  live: ReadonlySet<string>,
): Generator<Change> {
  const flat = (redirects: Redirects): Map<string, unknown> =>
    new Map(groups.flatMap((group) => Object.entries(redirects[group]).map(([id, to]) => [id, [group, to]])))
  const [old, now] = [flat(before), flat(after)]
  for (const [id, target] of old) {
    const field = `redirects.${id}`
    if (!now.has(id) && !live.has(id))
      yield { field, kind: 'removed', bump: 'major', reason: 'an id is gone without a redirect' }
    else if (now.has(id) && !same(target, now.get(id)))
      yield { field, kind: 'changed', bump: 'minor', reason: 'an old id leads elsewhere' }
  }
  for (const id of now.keys())
    if (!old.has(id))
      yield { field: `redirects.${id}`, kind: 'added', bump: 'minor', reason: 'a redirect more' }
}
