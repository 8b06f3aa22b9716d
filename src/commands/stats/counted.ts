import { modelPathOf } from '../../model/components.ts'
import type { Definitions } from '../../model/definitions.ts'
import type { Drill } from '../../model/drill.ts'
import { earns } from '../../parse/evidence.ts'
import type { Counted } from '../../report/stats/counted.ts'
import { title } from '../../text/slug.ts'

/** What is counted of a drill; undefined for one that is not published: a draft, or without prompt or answer. */
export function countedOf(drill: Drill, { loop }: Definitions): Counted | undefined {
  const { data } = drill.matter
  const { parts } = drill
  if (!data || data.status === 'draft' || !parts.has('prompt') || !parts.has('answer')) return undefined
  const { id, kind, difficulty, categories } = data
  const earned = drill.evidence.filter(earns)
  return {
    id,
    kind,
    difficulty,
    categories,
    title: drill.headings.find(({ depth }) => depth === 1)?.text ?? title(id),
    components: modelPathOf(drill, loop),
    general: earned.flatMap(({ scope, criterion }) => (scope === 'general' ? [criterion] : [])),
    ownCriteria: drill.criteria.length,
    ownEvidence: earned.filter(({ scope }) => scope === 'drill').length,
  }
}
