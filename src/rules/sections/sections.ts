import type { Definitions } from '../../model/definitions.ts'
import type { Finding } from '../../model/diagnostic.ts'
import type { Claim, Drill } from '../../model/drill.ts'
import { count, withArticle } from '../../text/grammar.ts'
import type { Span } from '../../text/place.ts'
import { oneOf, quote } from '../../text/quote.ts'
import { title } from '../../text/slug.ts'
import type { DrillRule } from '../rule.ts'
import { headingFix } from './heading-fix.ts'
import { line, lost, type Wanted } from './lost-text.ts'
import { placeFix } from './place-fix.ts'

export type { Wanted } from './lost-text.ts'

/** The headings that a kind of drill has, in the order of the document. */
export function wantedHeadings(drill: Drill, { loop }: Definitions): Wanted[] {
  const { parts, answer } = loop.kinds[drill.kind]
  const sections: Wanted[] = loop.sections.map(({ id, title: text }) => ({
    id,
    text,
    depth: 3,
    items: 0,
    optional: false,
  }))
  return parts.flatMap(({ id, title: text = title(id), items = 0, optional = false }) => {
    const part: Wanted = { id, text, depth: 2, items, optional }
    return id === 'answer' && answer === 'sections' ? [part, ...sections] : [part]
  })
}

/** The members of the longest increasing run: the headings that can stay where they are. */
function inOrder(ranks: readonly number[]): Set<number> {
  const runs: number[][] = []
  ranks.forEach((rank, at) => {
    const before = runs
      .filter((run) => (ranks[run.at(-1) ?? 0] ?? 0) < rank)
      .sort((a, b) => b.length - a.length)[0]
    runs.push([...(before ?? []), at])
  })
  return new Set(runs.sort((a, b) => b.length - a.length)[0] ?? [])
}

function* missing(
  wanted: readonly Wanted[],
  firsts: ReadonlyMap<string, Claim>,
  drill: Drill,
): Generator<Finding> {
  let end = drill.headings.find(({ depth }) => depth === 1)?.end ?? drill.text.length
  for (const each of wanted) {
    const claim = firsts.get(each.id)
    if (claim) {
      end = Math.max(claim.section.heading.end, claim.section.content.end)
    } else if (!each.optional) {
      const at: Span = { start: end, end }
      yield {
        at,
        message: `Unexpected gap, expected the heading ${line(each)} here`,
        expected: [each.text],
      }
    }
  }
}

function* oneHeading(
  claim: Claim,
  each: Wanted | undefined,
  firsts: ReadonlyMap<string, Claim>,
  wanted: readonly Wanted[],
): Generator<Finding> {
  const { heading } = claim.section
  if (!each) {
    const known = wanted.map(({ text }) => text)
    yield {
      at: heading,
      message: `Unexpected heading ${quote(heading.text)}, expected ${oneOf(known)}; text under other headings would be lost`,
    }
    return
  }
  const first = firsts.get(claim.id)
  if (first && first !== claim) {
    const message = `Unexpected second heading ${quote(heading.text)}, expected each once; move its text to the first`
    yield { at: heading, message, related: [{ at: first.section.heading, message: 'it is here first' }] }
    return
  }
  if (claim.exact && heading.text === each.text && heading.depth === each.depth) return
  const fix = headingFix(heading, each.depth, each.text)
  const fixed = fix.length > 0 ? { fix } : undefined
  if (!claim.exact || heading.text !== each.text)
    yield {
      at: heading,
      message: `Unexpected heading ${quote(heading.text)}, expected a declared one; did you mean ${line(each)}?`,
      expected: [each.text],
      ...fixed,
    }
  if (heading.depth !== each.depth) {
    yield {
      at: heading,
      message: `Unexpected level ${heading.depth} of the heading ${quote(heading.text)}, expected ${line(each)}`,
      expected: [line(each).slice(1, -1)],
      ...fixed,
    }
  }
}

function* content({ section }: Claim, each: Wanted, drill: Drill, hasSections: boolean): Generator<Finding> {
  const { heading, words, items } = section
  if (words === 0 && !(each.id === 'answer' && hasSections)) {
    yield { at: heading, message: `Unexpected empty section ${quote(heading.text)}, expected text under it` }
  } else if (items.length < each.items) {
    const message = `Unexpected ${count(items.length, 'item')} in ${quote(heading.text)}, expected at least ${each.items} in ${withArticle(drill.kind)}`
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
    const wanted = wantedHeadings(drill, definitions)
    const firsts = new Map<string, Claim>()
    for (const claim of drill.claims)
      if (claim.role !== 'unknown' && !firsts.has(claim.id)) firsts.set(claim.id, claim)
    yield* missing(wanted, firsts, drill)
    const ranks = [...firsts.keys()].map((id) => wanted.findIndex((each) => each.id === id))
    const settled = inOrder(ranks)
    const isSettled = ({ id }: Claim): boolean => settled.has([...firsts.keys()].indexOf(id))
    const hasSections = definitions.loop.kinds[drill.kind].answer === 'sections'
    yield* lost(drill, wanted, hasSections)
    for (const claim of drill.claims) {
      const each = wanted.find(({ id }) => id === claim.id)
      yield* oneHeading(claim, each, firsts, wanted)
      if (!each || firsts.get(claim.id) !== claim) continue
      yield* content(claim, each, drill, hasSections)
      if (isSettled(claim)) continue
      const rank = wanted.indexOf(each)
      const before = wanted[rank - 1]
      const fix = placeFix(claim, rank, drill, wanted, [...firsts.values()].filter(isSettled))
      const where = before ? `after ${line(before)}` : 'first'
      yield {
        at: claim.section.heading,
        message: `Unexpected place of the section ${quote(claim.section.heading.text)}, expected it ${where}`,
        ...(fix.length > 0 && { fix }),
      }
    }
  },
}
