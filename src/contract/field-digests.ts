import { createHash } from 'node:crypto'
import type { Drill } from '../model/generated/published/drill.ts'
import type { PackageView } from './package-view.ts'

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

/** A short digest of each field of a drill that an app may show. */
export function fieldsOf(drill: Drill): Record<string, string> {
  const {
    kind,
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
      kind,
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

/** The same of the rubric and the practice loop. */
export function otherFields({ rubric, practiceLoop }: PackageView): Record<string, string> {
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
