import type { Finding } from '../../model/diagnostic.ts'
import type { Drill } from '../../model/drill.ts'
import { type ExpectedHeading, lineOf } from '../../parse/expected-headings.ts'
import { spanOf } from '../../parse/span.ts'
import { quote } from '../../text/quote.ts'

function* aroundTitle(drill: Drill, first: ExpectedHeading): Generator<Finding> {
  const before = drill.tree.children.find(({ type }) => type !== 'yaml' && type !== 'definition')
  // Without a title nothing stands before it.
  const hasTitle = drill.headings.some(({ depth }) => depth === 1)
  if (before && before.type !== 'heading' && hasTitle)
    yield {
      at: spanOf(before),
      message: `Unexpected text before the title, expected it under \`${lineOf(first)}\``,
    }
  const claimed = new Set(drill.claims.map(({ section }) => section.heading))
  for (const { heading, content: at, words } of drill.sections) {
    if (heading.depth === 1 && words > 0 && !claimed.has(heading))
      yield { at, message: `Unexpected text under the title, expected it under \`${lineOf(first)}\`` }
  }
}

/** Text in places that no part of the published drill takes it from. */
export function* lostText(
  drill: Drill,
  expected: readonly ExpectedHeading[],
  hasSections: boolean,
): Generator<Finding> {
  const [first] = expected
  if (first) yield* aroundTitle(drill, first)
  const firstSection = expected.find(({ depth }) => depth === 3)
  for (const { id, items: least, holds } of expected) {
    const section = drill.parts.get(id)
    if (!section) continue
    const { heading, loose, items, content: at } = section
    if (id === 'answer' && hasSections && firstSection && loose.length + items.length > 0)
      yield {
        at,
        message: `Unexpected text under ${quote(heading.text)}, expected it in its sections (\`${lineOf(firstSection)}\` and so on)`,
      }
    if (holds === 'criteria' && loose.length + items.length > 0)
      yield {
        at,
        message: `Unexpected text under ${quote(heading.text)}, expected it in its criteria (\`### Name of the criterion\` and so on)`,
      }
    const isList = least > 0 && items.length > 0 && holds !== 'answers'
    for (const span of isList ? loose : [])
      yield {
        at: span,
        message: `Unexpected text beside the list of ${quote(heading.text)}, expected list items only`,
      }
  }
}
