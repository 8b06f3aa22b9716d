import type { Definitions } from '../model/definitions.ts'
import type { Finding } from '../model/diagnostic.ts'
import type { Document } from '../model/document.ts'
import type { Drill } from '../model/drill.ts'
import { proseWith } from '../parse/prose.ts'
import { isOnlyDots, waitingMarks } from '../parse/waiting.ts'
import { quote } from '../text/quote.ts'
import type { DrillRule } from './rule.ts'

const signs = /TODO|TBD|FIXME|XXX|lorem ipsum/i

function* markers(document: Document): Generator<Finding> {
  let told = 0
  for (const { start, end } of proseWith(document, signs)) {
    for (const match of document.text.slice(start, end).matchAll(waitingMarks)) {
      // What stands in one line is written in one go.
      const isSameLine = !/[\r\n]/.test(document.text.slice(told, start + match.index)) && told > 0
      told = start + match.index
      if (isSameLine) continue
      const at = { start: start + match.index, end: start + match.index + match[0].length }
      yield { at, message: `Unexpected placeholder ${quote(match[0])}, expected the text itself` }
    }
  }
}

/** Instructions from the practice loop that were never replaced. */
function* untouched(drill: Drill, { loop }: Definitions): Generator<Finding> {
  for (const { id, declared } of loop.sections) {
    const points = [...declared.values()]
    for (const { item } of drill.points.get(id) ?? []) {
      if (item.text !== '' && points.some(({ instruction }) => instruction === item.text)) {
        const message = `Unexpected instruction left in the point ${quote(item.label.text)}, expected your own answer to it`
        yield { at: { start: item.label.start, end: item.end }, message }
      }
    }
  }
}

export const placeholder: DrillRule = {
  id: 'placeholder',
  scope: 'drill',
  description: 'text that waits to be written',
  lenientInDrafts: true,
  checkDocument: markers,
  *check(drill, definitions) {
    yield* markers(drill)
    for (const { items, heading, text, content } of drill.sections) {
      for (const { start, end, text: words } of items) {
        if (isOnlyDots(words))
          yield {
            at: { start, end },
            message: `Unexpected dots in place of text in ${quote(heading.text)}, expected the text itself`,
          }
      }
      if (items.length === 0 && isOnlyDots(text)) {
        yield {
          at: content,
          message: `Unexpected dots in place of text in ${quote(heading.text)}, expected the text itself`,
        }
      }
    }
    yield* untouched(drill, definitions)
  },
}
