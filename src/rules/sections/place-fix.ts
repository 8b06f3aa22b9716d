import type { Edit } from '../../model/diagnostic.ts'
import type { Claim, Drill } from '../../model/drill.ts'
import type { Wanted } from './lost-text.ts'
import { moveFix } from './move-fix.ts'

/** Moves a section behind the nearest one that stays and precedes it, or before all of them. */
export function placeFix(
  { id, section }: Claim,
  rank: number,
  drill: Drill,
  wanted: readonly Wanted[],
  settled: readonly Claim[],
): readonly Edit[] {
  // With two of a name, moving the first would make it the second.
  const twice = drill.claims.filter((claim) => claim.id === id).length > 1
  if (twice || section.heading.depth !== wanted[rank]?.depth) return []
  const preceding = settled.filter((claim) => wanted.findIndex((each) => each.id === claim.id) < rank).at(-1)
  const [first] = settled
  if (preceding) return moveFix(drill, section, 'behind', preceding.section)
  return first ? moveFix(drill, section, 'before', first.section) : []
}
