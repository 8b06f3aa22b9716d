import type { Definitions } from '../model/definitions.ts'
import type { Item } from '../model/document.ts'
import type { Drill } from '../model/drill.ts'
import { earns } from '../parse/evidence.ts'
import { isOfAnswer } from '../parse/is-of-answer.ts'
import { rubricSlips } from '../parse/rubric-slips.ts'
import { isWaitingItem, waitingMarks } from '../parse/waiting.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { oneOf } from '../text/quote.ts'
import type { DrillRule } from './rule.ts'

const titles = (ids: readonly string[], { loop }: Definitions): string[] =>
  ids.map((id) => loop.sections.find((section) => section.id === id)?.title ?? id)

const placeFor = (drill: Drill, sections: readonly string[]): { start: number; end: number } => {
  const section = sections.map((id) => drill.answer.get(id)).find((found) => found !== undefined)
  const heading = section?.heading ?? drill.parts.get('answer')?.heading
  return heading ?? { start: 0, end: 0 }
}

/**
 * Criteria that links mean to earn which miss them, each a finding of its own: misspelt, or in a file that is not the
 * rubric.
 */
function meantCriteria(drill: Drill, definitions: Definitions): ReadonlySet<string> {
  const ids = definitions.rubric.criteria.map(({ id }) => id)
  const misspelt = drill.evidence.flatMap(({ isCriterion, criterion, link }) =>
    isCriterion || !isOfAnswer(drill, link.section) ? [] : (didYouMean(criterion, ids) ?? []),
  )
  return new Set([...misspelt, ...rubricSlips(drill, definitions).values()])
}

/** The items of the answer that wait to be written, of which rule `placeholder` tells. */
function waitingItems(drill: Drill, { loop }: Definitions): ReadonlySet<Item> {
  const instructions = new Set(
    loop.sections.flatMap(({ declared }) => Array.from(declared.values(), ({ instruction }) => instruction)),
  )
  const marks = waitingMarks(drill)
  const items = [...drill.answer.values()].flatMap((section) => section.items)
  return new Set(items.filter((item) => instructions.has(item.text) || isWaitingItem(item, marks)))
}

/** Whether everything waits to be written in the sections where a criterion may be earned. */
function isUnwritten(drill: Drill, sections: readonly string[], waiting: ReadonlySet<Item>): boolean {
  const items = sections.flatMap((id) => drill.answer.get(id)?.items ?? [])
  return items.length > 0 && items.every((item) => waiting.has(item))
}

export const rubricCoverage: DrillRule = {
  id: 'rubric-coverage',
  scope: 'drill',
  description: 'a required criterion that no valid evidence earns',
  lenientInDrafts: true,
  *check(drill, definitions) {
    // Without an answer that is what is to be told.
    if (!drill.parts.has('answer')) return
    const meant = meantCriteria(drill, definitions)
    const waiting = waitingItems(drill, definitions)
    const missing = definitions.rubric.criteria.flatMap(({ id, kinds, sections, substance }) => {
      const claims = drill.evidence.filter(({ scope, criterion }) => scope === 'general' && criterion === id)
      const isTold = claims.length === 0 && (meant.has(id) || isUnwritten(drill, sections, waiting))
      return !kinds.includes(drill.kind) || isTold || claims.some(earns)
        ? []
        : [{ id, sections, substance, claims }]
    })
    // A link to the rubric that names no criterion is told of, and stands for one of those that are missing.
    const unnamed = drill.evidence.filter(({ criterion }) => criterion === '').length
    if (missing.length <= unnamed && missing.every(({ claims }) => claims.length === 0)) return
    for (const { id, sections, substance, claims } of missing) {
      const says = substance.need.map(({ say }) => say)
      const related = claims.map(({ link }) => ({ at: link, message: 'this claim does not pass' }))
      yield {
        at: placeFor(drill, sections),
        message: `Unexpected answer without evidence for \`${id}\`, expected a phrase in ${oneOf(titles(sections, definitions))} that holds ${says.join(' and ')}, linked as \`[phrase](../rubric.md#${id})\``,
        expected: says,
        ...(related.length > 0 && { related }),
      }
    }
  },
}
