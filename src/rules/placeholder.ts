import type { Definitions } from '../model/definitions.ts'
import type { Finding } from '../model/diagnostic.ts'
import type { Document } from '../model/document.ts'
import type { Drill } from '../model/drill.ts'
import { isOnlyDots, waitingMarks } from '../parse/waiting.ts'
import { quote } from '../text/quote.ts'
import type { DrillRule } from './rule.ts'

function* markers(document: Document): Generator<Finding> {
  let told = 0
  for (const at of waitingMarks(document)) {
    // What stands in one line is written in one go.
    const isSameLine = !/[\r\n]/.test(document.text.slice(told, at.start)) && told > 0
    told = at.start
    if (isSameLine) continue
    const mark = document.text.slice(at.start, at.end)
    yield { at, message: `Unexpected placeholder ${quote(mark)}, expected the text itself` }
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
