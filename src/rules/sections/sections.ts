import type { Edit, Finding } from '../../model/diagnostic.ts'
import type { Heading } from '../../model/document.ts'
import type { Claim, Drill } from '../../model/drill.ts'
import { chosenClaims } from '../../parse/chosen-claims.ts'
import { type ExpectedHeading, expectedHeadings, lineOf } from '../../parse/expected-headings.ts'
import { didYouMean } from '../../text/did-you-mean.ts'
import { count, withArticle } from '../../text/grammar.ts'
import { oneOf, quote } from '../../text/quote.ts'
import { sameName } from '../../text/same-name.ts'
import type { DrillRule } from '../rule.ts'
import { lostText } from './lost-text.ts'
import { misplaced, outOfOrder } from './misplaced.ts'
import { missingHeadings } from './missing-headings.ts'
import { beforeList, partItems } from './part-items.ts'
import { trackText } from './track-text.ts'

/** The level of the headings of criteria. */
const criterionDepth = 3

/** A heading of no part, with the name of one that the drill lacks where it may be meant. */
function unknown(
  heading: Heading,
  expected: readonly ExpectedHeading[],
  firsts: ReadonlyMap<string, Claim>,
): Finding {
  const id = didYouMean(
    heading.id,
    expected.flatMap((each) => (firsts.has(each.id) ? [] : each.id)),
  )
  const meant = expected.find((each) => each.id === id)
  const names = oneOf(expected.map(({ text }) => text))
  return {
    at: heading,
    message: `Unexpected heading ${quote(heading.text)}, expected ${names}; text under other headings would be lost${meant ? `; did you mean \`${lineOf(meant)}\`?` : ''}`,
    ...(meant && { expected: [meant.text] }),
  }
}

function repeated({ section: { heading, words } }: Claim, { section: other }: Claim): Finding {
  const isLater = heading.start > other.heading.start
  const instead = isLater || words > 0 ? 'move its text to the first' : 'take out the one without text'
  return {
    at: heading,
    message: `Unexpected second heading ${quote(heading.text)}, expected each once; ${instead}`,
    related: [{ at: other.heading, message: isLater ? 'first defined here' : 'the one with text' }],
  }
}

/** Writes a heading as it should be. Empty when it is more than plain text, or says something else. */
function headingFix(heading: Heading, expected: Parameters<typeof lineOf>[0]): Edit[] {
  if (!heading.plain || !sameName(heading.text, expected.text)) return []
  return [{ start: heading.start, end: heading.end, text: lineOf(expected) }]
}

/** @param isStray whether it stands in a wrong place, where its right level would put what follows under it or out of it */
function* nearlyRight(
  { exact, section: { heading } }: Claim,
  expected: ExpectedHeading,
  isStray: boolean,
): Generator<Finding> {
  const misspelt = !exact || heading.text !== expected.text
  if (!misspelt && heading.depth === expected.depth) return
  const line = lineOf(expected)
  const fixed = (depth: number): { fix: Edit[] } | undefined => {
    const fix = headingFix(heading, { text: expected.text, depth })
    return fix.length > 0 ? { fix } : undefined
  }
  if (misspelt)
    yield {
      at: heading,
      message: `Unexpected heading ${quote(heading.text)}, expected a declared one; did you mean \`${line}\`?`,
      expected: [expected.text],
      ...fixed(isStray ? heading.depth : expected.depth),
    }
  if (heading.depth !== expected.depth)
    yield {
      at: heading,
      message: `Unexpected level ${heading.depth} of the heading ${quote(heading.text)}, expected \`${line}\``,
      expected: [line],
      ...(!isStray && fixed(expected.depth)),
    }
}

/** Criteria stand right below their part. */
function* criterionLevel({ section: { heading } }: Claim): Generator<Finding> {
  if (heading.depth === criterionDepth) return
  const line = `${'#'.repeat(criterionDepth)} ${heading.text}`
  yield {
    at: heading,
    message: `Unexpected level ${heading.depth} of the criterion ${quote(heading.text)}, expected ${quote(line)}`,
    expected: [line],
    ...(heading.plain && { fix: [{ start: heading.start, end: heading.end, text: line }] }),
  }
}

function* tooLittle(
  { section: { heading, words, items, loose } }: Claim,
  expected: ExpectedHeading,
  drill: Drill,
  hasSections: boolean,
): Generator<Finding> {
  // A paragraph beside a list is told of, and is probably an item whose marker is lost.
  const isAnswered = expected.holds === 'answers'
  const beside = isAnswered ? beforeList({ items, loose }).slice(0, 1) : items.length > 0 ? loose : []
  const isDivided = (expected.id === 'answer' && hasSections) || expected.holds === 'criteria'
  if (words === 0 && !isDivided) {
    yield { at: heading, message: `Unexpected empty section ${quote(heading.text)}, expected text under it` }
  } else if (items.length + beside.length < expected.items) {
    const message = `Unexpected ${count(items.length, 'item')} in ${quote(heading.text)}, expected at least ${expected.items} in ${withArticle(drill.kind)}`
    yield { at: heading, message }
  }
}

export const sections: DrillRule = {
  id: 'sections',
  scope: 'drill',
  fixable: true,
  description:
    'a section that is missing, unknown, twice, out of order, at the wrong level, empty or too short',
  lenientInDrafts: true,
  *check(drill, definitions) {
    const expected = expectedHeadings(drill, definitions)
    const byId = new Map(expected.map((each) => [each.id, each]))
    const firsts = chosenClaims(drill.claims)
    const strays = outOfOrder(expected, firsts)
    const hasSections = definitions.loop.kinds[drill.kind].answer === 'sections'
    yield* missingHeadings(drill, expected, firsts)
    yield* lostText(drill, expected, hasSections)
    for (const claim of drill.claims) {
      if (claim.role === 'criterion') {
        yield* criterionLevel(claim)
        continue
      }
      const { heading } = claim.section
      const declared = byId.get(claim.id)
      const first = firsts.get(claim.id)
      if (!declared) {
        yield unknown(heading, expected, firsts)
      } else if (first && first !== claim) {
        yield repeated(claim, first)
      } else {
        yield* nearlyRight(
          claim,
          declared,
          strays.some((stray) => stray.claim === claim),
        )
        yield* tooLittle(claim, declared, drill, hasSections)
        yield* partItems(claim.section, declared, drill)
      }
    }
    yield* misplaced(expected, strays)
  },
  checkTrack: trackText,
}
