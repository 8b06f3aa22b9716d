import type { Finding } from '../model/diagnostic.ts'
import type { Document, Heading } from '../model/document.ts'
import { quote } from '../text/quote.ts'
import type { DrillRule } from './rule.ts'

/** @param claimed headings that are something else, whose level is a finding of its own */
function* check({ headings }: Document, claimed: ReadonlySet<Heading>): Generator<Finding> {
  const titles = headings.filter((heading) => heading.depth === 1 && !claimed.has(heading))
  const [first, ...others] = titles
  const [lead] = headings
  // The first heading of a drill that is none of its parts is its title.
  if (!first && lead && lead.text !== '' && claimed.size > 0 && !claimed.has(lead)) {
    const line = `# ${lead.text}`
    yield {
      at: lead,
      message: `Unexpected level ${lead.depth} of the title ${quote(lead.text)}, expected ${quote(line)}`,
      expected: [line],
    }
    return
  }
  if (!first) {
    const at = headings[0] ? { start: headings[0].start, end: headings[0].start } : { start: 0, end: 0 }
    yield { at, message: 'Unexpected missing title, expected a line `# Title` below the front matter' }
    return
  }
  if (headings[0] !== first) {
    yield {
      at: first,
      message: `Unexpected title after other headings, expected ${quote(`# ${first.text}`)} as the first heading`,
    }
  }
  if (first.text === '') yield { at: first, message: 'Unexpected empty title, expected words after `#`' }
  for (const heading of titles.filter(({ plain }) => !plain)) {
    yield {
      at: heading,
      message: `Unexpected formatting in the title ${quote(heading.text)}, expected only text and code`,
    }
  }
  for (const other of others) {
    yield {
      at: other,
      message: `Unexpected second title ${quote(other.text)}, expected one; make it a heading of level 2 or take it out`,
      related: [{ at: first, message: 'the first title' }],
    }
  }
}

export const title: DrillRule = {
  id: 'title',
  scope: 'drill',
  description: 'a missing title, several, or one that holds more than text and code',
  lenientInDrafts: true,
  check: (drill) => check(drill, new Set(drill.claims.map(({ section }) => section.heading))),
  checkDocument: (document) => check(document, new Set()),
}
