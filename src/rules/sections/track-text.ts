import type { Finding } from '../../model/diagnostic.ts'
import type { Track } from '../../model/track.ts'
import { spanOf } from '../../parse/span.ts'
import { quote } from '../../text/quote.ts'

/** A track is a title and the text below it: whatever else it holds would be lost. */
export function* trackText({ tree, headings, sections }: Track): Generator<Finding> {
  const title = headings.find(({ depth }) => depth === 1)
  if (!title) return
  const [first] = tree.children.filter(({ type }) => type !== 'yaml' && type !== 'definition')
  if (first && first.type !== 'heading')
    yield { at: spanOf(first), message: 'Unexpected text before the title, expected it below the title' }
  for (const heading of headings)
    if (heading.depth !== 1)
      yield {
        at: heading,
        message: `Unexpected heading ${quote(heading.text)} in a track, expected its title only; text under other headings would be lost`,
      }
  const own = sections.find(({ heading }) => heading === title)
  if (own?.words === 0)
    yield {
      at: title,
      message: `Unexpected track ${quote(title.text)} without a text, expected a paragraph below its title for whom it is and why`,
    }
}
