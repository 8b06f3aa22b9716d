import type { Drill } from '../model/generated/published/drill.ts'
import type { Sample } from '../model/generated/published/sample.ts'
import { digest } from '../text/digest.ts'
import { answerOf, sectionsOf } from './drill-parts.ts'
import type { PackageView } from './package-view.ts'

/** Data with its keys in the order of code units, so that equal data has one digest. */
function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys)
  if (typeof value !== 'object' || value === null) return value
  const record = value as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.keys(record)
      .sort()
      .map((key) => [key, withSortedKeys(record[key])]),
  )
}

const shortDigest = (value: unknown): string =>
  digest(JSON.stringify(withSortedKeys(value)), 'hex').slice(0, 16)

const digests = (values: readonly (readonly [string, unknown])[]): Record<string, string> =>
  Object.fromEntries(
    values.filter(([, value]) => value !== undefined).map(([name, value]) => [name, shortDigest(value)]),
  )

/** A short digest of each field of a drill that an app may show, and of each criterion and sample. */
export const fieldDigests = (drill: Drill, samples: readonly Sample[]): Record<string, string> =>
  digests([
    ['kind', drill.kind],
    ['title', drill.title],
    ['difficulty', drill.difficulty],
    ['categories', drill.categories],
    ['topics', drill.topics],
    ['modelPath', drill.modelPath],
    ['evidence', drill.evidence],
    ['references', drill.references],
    ['answer', answerOf(drill)?.markdown],
    ['prompt', drill.prompt.markdown],
    ...(sectionsOf(drill) ?? []).map(({ id, body }) => [`sections.${id}`, body.markdown] as const),
    ['redFlags', drill.redFlags.map(({ markdown }) => markdown)],
    ['followUps', drill.followUps.map(({ question, answer }) => [question.markdown, answer.markdown])],
    ['workedFigures', drill.workedFigures],
    ['seeAlso', drill.seeAlso],
    ...drill.criteria.map((criterion) => [`criteria.${criterion.id}`, criterion] as const),
    ...samples.map((sample) => [`samples.${sample.name}`, sample] as const),
  ])

/** The same for the rubric, the practice loop and the tracks. */
export const sharedDigests = ({ rubric, practiceLoop, tracks }: PackageView): Record<string, string> =>
  digests([
    ...rubric.criteria.map((criterion) => [`rubric.criteria.${criterion.id}`, criterion] as const),
    ...rubric.redFlags.map((flag) => [`rubric.redFlags.${flag.id}`, flag] as const),
    ['rubric.digest', rubric.digest],
    ['rubric.score', rubric.score],
    ['rubric.lists', rubric.lists],
    ['rubric.text', [rubric.text, rubric.evidenceWords]],
    ...practiceLoop.sections.map((section) => [`practiceLoop.sections.${section.id}`, section] as const),
    ['practiceLoop.phases', practiceLoop.phases],
    ['practiceLoop.kinds', practiceLoop.kinds],
    ['practiceLoop.components', practiceLoop.components],
    ['practiceLoop.limits', practiceLoop.limits],
    ['practiceLoop.text', practiceLoop.text],
    ...tracks.map((track) => [`tracks.${track.id}`, track] as const),
  ])
