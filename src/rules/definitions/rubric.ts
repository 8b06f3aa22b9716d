import type { DefinitionDocument } from '../../model/definitions.ts'
import type { CorpusFinding } from '../../model/diagnostic.ts'
import type { RubricMatter } from '../../model/generated/authored/rubric.ts'
import { patternCompiler } from '../../rubric/pattern.ts'
import { badlyHeadedIds, sayIn, undeclaredId, unreadablePattern } from './checks.ts'

/** What does not hold together in `drills/rubric.md`. */
export function* rubricFindings(
  document: DefinitionDocument<RubricMatter>,
  sections: readonly string[] | undefined,
): Generator<CorpusFinding> {
  const { data: matter } = document.matter
  if (!matter) return
  const say = sayIn(document)
  const compile = patternCompiler(matter.lists)
  yield* badlyHeadedIds(
    document,
    'criteria',
    matter.criteria.map(({ id }) => id),
    say,
  )
  yield* badlyHeadedIds(
    document,
    'redFlags',
    matter.redFlags.map(({ id }) => id),
    say,
  )
  const sum = matter.criteria.reduce((total, { weight }) => total + weight, 0)
  if (sum !== 100) yield say(['criteria'], `Unexpected weights that sum to ${sum}, expected 100`)
  const most = matter.score.criteria + matter.score.general
  if (most !== 100)
    yield say(
      ['score'],
      `Unexpected score of at most ${most}, expected \`criteria\` and \`general\` to sum to 100`,
    )
  const broken = new Set<string>()
  for (const [name, entries] of Object.entries(matter.lists)) {
    for (const found of unreadablePattern(entries, compile, ['lists', name], say)) {
      broken.add(found.message)
      yield found
    }
  }
  for (const [index, { sections: places, substance, cue }] of matter.criteria.entries()) {
    for (const [at, id] of sections ? places.entries() : [])
      yield* undeclaredId(sections ?? [], id, ['criteria', index, 'sections', at], 'section', say)
    for (const [at, id] of sections ? (cue?.sections ?? []).entries() : [])
      yield* undeclaredId(sections ?? [], id, ['criteria', index, 'cue', 'sections', at], 'section', say)
    for (const [test, parts] of Object.entries({ substance, ...(cue && { cue }) })) {
      for (const group of ['need', 'reject'] as const) {
        for (const [at, { any }] of (parts[group] ?? []).entries()) {
          const found = unreadablePattern(any, compile, ['criteria', index, test, group, at, 'any'], say)
          // Patterns that only name a broken list are not broken themselves.
          for (const each of found) if (!broken.has(each.message)) yield each
        }
      }
    }
  }
  for (const [index, { test }] of matter.redFlags.entries()) {
    if (!test || !sections) continue
    const path = ['redFlags', index, 'test']
    yield* undeclaredId(sections, test.section, [...path, 'section'], 'section', say)
    for (const [at, id] of test.against.entries())
      yield* undeclaredId(sections, id, [...path, 'against', at], 'section', say)
  }
}
