import type { Edit, Finding } from '../../model/diagnostic.ts'
import type { Claim, Drill } from '../../model/drill.ts'
import { type ExpectedHeading, lineOf } from '../../parse/expected-headings.ts'
import { quote } from '../../text/quote.ts'
import { moveFix } from './move-fix.ts'

interface Ranked {
  readonly claim: Claim
  readonly heading: ExpectedHeading
  /** Its place among the expected headings. */
  readonly rank: number
}

const longest = (runs: readonly (readonly Ranked[])[]): readonly Ranked[] =>
  runs.reduce((best, run) => (run.length > best.length ? run : best), [])

/** The longest run in the right order: the headings that can stay where they are. */
function inOrder(ranked: readonly Ranked[]): readonly Ranked[] {
  const runs: (readonly Ranked[])[] = []
  for (const each of ranked) {
    const before = longest(runs.filter((run) => run.every(({ rank }) => rank < each.rank)))
    runs.push([...before, each])
  }
  return longest(runs)
}

/** Moves a section behind the nearest one that stays and precedes it, or before all of them. */
function placeFix(
  { claim: { id, section }, heading, rank }: Ranked,
  drill: Drill,
  settled: readonly Ranked[],
): readonly Edit[] {
  // With two of a name, moving the first would make it the second.
  const repeated = drill.claims.filter((claim) => claim.id === id).length > 1
  if (repeated || section.heading.depth !== heading.depth) return []
  const preceding = settled.filter((each) => each.rank < rank).at(-1)
  const [first] = settled
  if (preceding) return moveFix(drill, section, 'behind', preceding.claim.section)
  return first ? moveFix(drill, section, 'before', first.claim.section) : []
}

/**
 * Sections out of order.
 * @param firsts the first claim of each id, in the order of the document
 */
export function* misplaced(
  drill: Drill,
  expected: readonly ExpectedHeading[],
  firsts: ReadonlyMap<string, Claim>,
): Generator<Finding> {
  const ranks = new Map(expected.map((heading, rank) => [heading.id, { heading, rank }]))
  const ranked = [...firsts.values()].flatMap((claim): Ranked[] => {
    const place = ranks.get(claim.id)
    return place ? [{ claim, ...place }] : []
  })
  const settled = inOrder(ranked)
  for (const each of ranked) {
    if (settled.includes(each)) continue
    const { heading } = each.claim.section
    const before = expected[each.rank - 1]
    const fix = placeFix(each, drill, settled)
    yield {
      at: heading,
      message: `Unexpected position of the section ${quote(heading.text)}, expected it ${before ? `after \`${lineOf(before)}\`` : 'first'}`,
      ...(fix.length > 0 && { fix }),
    }
  }
}
