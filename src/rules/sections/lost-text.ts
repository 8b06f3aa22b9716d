import type { Finding } from '../../model/diagnostic.ts'
import type { Drill } from '../../model/drill.ts'
import { spanOf } from '../../parse/span.ts'
import { quote } from '../../text/quote.ts'

/** A heading that a kind of drill has. */
export interface Wanted {
  readonly id: string
  readonly text: string
  readonly depth: 2 | 3
  readonly items: number
  readonly optional: boolean
}

/** The heading as it is written. */
export const line = ({ depth, text }: Wanted): string => `\`${'#'.repeat(depth)} ${text}\``

/** Text in places that no part of the published drill takes it from. */
export function* lost(drill: Drill, wanted: readonly Wanted[], hasSections: boolean): Generator<Finding> {
  const [first] = wanted
  const before = drill.tree.children.find(({ type }) => type !== 'yaml' && type !== 'definition')
  if (first && before && before.type !== 'heading' && drill.headings.length > 0)
    yield {
      at: spanOf(before),
      message: `Unexpected text before the title, expected it under ${line(first)}`,
    }
  for (const { heading, content: at, words } of drill.sections) {
    if (first && heading.depth === 1 && words > 0)
      yield { at, message: `Unexpected text under the title, expected it under ${line(first)}` }
  }
  for (const each of wanted) {
    const section = drill.parts.get(each.id)
    if (!section) continue
    const { heading, loose, items, content: at } = section
    const inside = wanted[wanted.indexOf(each) + 1]
    if (each.id === 'answer' && hasSections && inside && loose.length + items.length > 0)
      yield {
        at,
        message: `Unexpected text under ${quote(heading.text)}, expected it in its sections (${line(inside)} and so on)`,
      }
    for (const span of each.items > 0 && items.length > 0 ? loose : [])
      yield {
        at: span,
        message: `Unexpected text beside the list of ${quote(heading.text)}, expected list items only`,
      }
  }
}
