import type { Definitions } from '../model/definitions.ts'
import type { Drill } from '../model/drill.ts'
import { earns } from '../parse/evidence.ts'
import { misspeltAnchors } from '../parse/misspelt-anchors.ts'
import { oneOf } from '../text/quote.ts'
import type { DrillRule } from './rule.ts'

const titles = (ids: readonly string[], { loop }: Definitions): string[] =>
  ids.map((id) => loop.sections.find((section) => section.id === id)?.title ?? id)

const placeFor = (drill: Drill, sections: readonly string[]): { start: number; end: number } => {
  const section = sections.map((id) => drill.answer.get(id)).find((found) => found !== undefined)
  const heading = section?.heading ?? drill.parts.get('answer')?.heading
  return heading ?? { start: 0, end: 0 }
}

export const rubricCoverage: DrillRule = {
  id: 'rubric-coverage',
  scope: 'drill',
  description: 'a required criterion that no valid evidence earns',
  lenientInDrafts: true,
  *check(drill, definitions) {
    // Without an answer that is what is to be told.
    if (!drill.parts.has('answer')) return
    // A link whose anchor is misspelt is a finding of its own.
    const misspelt = new Set(misspeltAnchors(drill, definitions).values())
    for (const { id, kinds, sections, substance } of definitions.rubric.criteria) {
      if (!kinds.includes(drill.kind)) continue
      const claims = drill.evidence.filter(({ scope, criterion }) => scope === 'general' && criterion === id)
      if (claims.some(earns) || misspelt.has(id)) continue
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
