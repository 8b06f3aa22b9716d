import type { Definitions } from '../model/definitions.ts'
import type { Finding } from '../model/diagnostic.ts'
import type { Document } from '../model/document.ts'
import type { Drill } from '../model/drill.ts'
import { proseWith } from '../parse/prose.ts'
import { quote } from '../text/quote.ts'
import type { DrillRule } from './rule.ts'

const signs = /TODO|TBD|FIXME|XXX|lorem ipsum/i
const marks = /\b(?:TODO|TBD|FIXME|XXX)\b|\blorem ipsum\b/gi
const shouted = /^(?:TODO|TBD|FIXME|XXX|lorem ipsum)$/
const onlyDots = (text: string): boolean => /^[\s.…_?-]+$/.test(text) && /…|\.\.\./.test(text)

function* markers(document: Document): Generator<Finding> {
  for (const { start, end } of proseWith(document, signs)) {
    for (const match of document.text.slice(start, end).matchAll(marks)) {
      if (!shouted.test(match[0]) && !/^lorem/i.test(match[0])) continue
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
        if (onlyDots(words))
          yield {
            at: { start, end },
            message: `Unexpected dots in place of text in ${quote(heading.text)}, expected the text itself`,
          }
      }
      if (items.length === 0 && onlyDots(text)) {
        yield {
          at: content,
          message: `Unexpected dots in place of text in ${quote(heading.text)}, expected the text itself`,
        }
      }
    }
    yield* untouched(drill, definitions)
  },
}
