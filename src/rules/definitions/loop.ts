import type { DefinitionDocument } from '../../model/definitions.ts'
import type { CorpusFinding } from '../../model/diagnostic.ts'
import type { PracticeLoopMatter } from '../../model/generated/authored/practice-loop.ts'
import type { RubricMatter } from '../../model/generated/authored/rubric.ts'
import { sectionOf } from '../../model/read-definitions.ts'
import { patternCompiler } from '../../rubric/pattern.ts'
import { quote } from '../../text/quote.ts'
import { title } from '../../text/slug.ts'
import { badlyHeadedIds, repeatedIds, type Say, sayIn, undeclaredId, unreadablePattern } from './checks.ts'

function* sectionPoints(
  document: DefinitionDocument<PracticeLoopMatter>,
  matter: PracticeLoopMatter,
  say: Say,
): Generator<CorpusFinding> {
  for (const [index, { id, points = {} }] of matter.sections.entries()) {
    const section = sectionOf(document, id)
    if (!section) continue
    const labels = section.items.flatMap(({ label }) => label?.id ?? [])
    for (const [kind, ids] of Object.entries(points)) {
      for (const [at, point] of ids.entries()) {
        if (labels.includes(point)) continue
        yield say(
          ['sections', index, 'points', kind, at],
          `Unexpected point ${quote(point)} without a bullet, expected \`- **${title(point)}:** what to write\` under the heading of ${quote(id)}`,
        )
      }
    }
  }
}

/** What does not hold together in `drills/practice-loop.md`. */
export function* loopFindings(
  document: DefinitionDocument<PracticeLoopMatter>,
  lists: RubricMatter['lists'] | undefined,
): Generator<CorpusFinding> {
  const { data: matter } = document.matter
  if (!matter) return
  const say = sayIn(document)
  const compile = lists && patternCompiler(lists)
  const phases = matter.phases.map(({ id }) => id)
  yield* badlyHeadedIds(document, 'phases', phases, say)
  yield* badlyHeadedIds(
    document,
    'sections',
    matter.sections.map(({ id }) => id),
    say,
  )
  yield* sectionPoints(document, matter, say)
  for (const [index, { phase, reason, points = {}, mentions = {} }] of matter.sections.entries()) {
    const ids = Object.values(points).flat()
    for (const [point, pattern] of Object.entries(mentions)) {
      const path = ['sections', index, 'mentions', point]
      yield* undeclaredId(ids, point, path, 'mention of the point', say)
      if (compile) yield* unreadablePattern(pattern, compile, path, say)
    }
    yield* undeclaredId(phases, phase, ['sections', index, 'phase'], 'phase', say)
    if (compile && reason !== undefined)
      yield* unreadablePattern(reason, compile, ['sections', index, 'reason'], say)
  }
  for (const [index, phase] of phases.entries()) {
    if (!matter.sections.some((section) => section.phase === phase)) {
      yield say(
        ['phases', index, 'id'],
        `Unexpected phase ${quote(phase)} without a section, expected one with \`phase: ${phase}\``,
      )
    }
  }
  const minutes = matter.phases.reduce((sum, phase) => sum + phase.minutes, 0)
  const stated = /(\d+) minutes/.exec(document.sections[0]?.text ?? '')?.[1]
  if (stated !== undefined && Number(stated) !== minutes) {
    yield say(
      ['phases'],
      `Unexpected minutes: the phases sum to ${minutes}, expected the ${stated} minutes that the introduction promises`,
    )
  }
  yield* repeatedIds(
    matter.components.map(({ id }) => id),
    ['components'],
    say,
  )
  for (const [kind, { parts, answer, criteria, minutes: own }] of Object.entries(matter.kinds)) {
    if (criteria.least > criteria.most)
      yield say(
        ['kinds', kind, 'criteria'],
        `Unexpected least number ${criteria.least} of criteria above the most, ${criteria.most}, expected the smaller one first`,
      )
    if (answer === 'prose' && own === undefined)
      yield say(
        ['kinds', kind],
        `Unexpected kind \`${kind}\` in prose without minutes, expected \`minutes\`: how long an answer takes`,
      )
    if (answer === 'sections' && own !== undefined)
      yield say(
        ['kinds', kind, 'minutes'],
        `Unexpected minutes of \`${kind}\`, expected none: they are the sum of the phases`,
      )
    if (!parts.some(({ holds }) => holds === 'criteria'))
      yield say(
        ['kinds', kind, 'parts'],
        'Unexpected kind without a part for its criteria, expected `- { id: criteria, holds: criteria }`',
      )
    yield* repeatedIds(
      parts.map(({ id }) => id),
      ['kinds', kind, 'parts'],
      say,
    )
    for (const needed of ['prompt', 'answer']) {
      if (!parts.some(({ id }) => id === needed))
        yield say(
          ['kinds', kind, 'parts'],
          `Unexpected kind without the part \`${needed}\`, expected \`- { id: ${needed} }\``,
        )
    }
  }
}
