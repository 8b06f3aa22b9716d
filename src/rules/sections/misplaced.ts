import type { Finding } from '../../model/diagnostic.ts'
import type { Claim } from '../../model/drill.ts'
import { type ExpectedHeading, lineOf } from '../../parse/expected-headings.ts'
import { quote } from '../../text/quote.ts'

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

/**
 * The sections out of order.
 * @param firsts the first claim of each id, in the order of the document
 */
export function outOfOrder(
  expected: readonly ExpectedHeading[],
  firsts: ReadonlyMap<string, Claim>,
): readonly Ranked[] {
  const ranks = new Map(expected.map((heading, rank) => [heading.id, { heading, rank }]))
  const ranked = [...firsts.values()].flatMap((claim): Ranked[] => {
    const place = ranks.get(claim.id)
    return place ? [{ claim, ...place }] : []
  })
  const settled = inOrder(ranked)
  return ranked.filter((each) => !settled.includes(each))
}

/** Says where sections out of order belong. There is no fix: where a text should stand is its author's to say. */
export function* misplaced(
  expected: readonly ExpectedHeading[],
  strays: readonly Ranked[],
): Generator<Finding> {
  for (const { claim, rank } of strays) {
    const { heading } = claim.section
    const before = expected[rank - 1]
    yield {
      at: heading,
      message: `Unexpected position of the section ${quote(heading.text)}, expected it ${before ? `after \`${lineOf(before)}\`` : 'first'}`,
    }
  }
}
