import type { Edit, Finding } from '../../model/diagnostic.ts'
import type { Item, Section } from '../../model/document.ts'
import type { Drill } from '../../model/drill.ts'
import type { ExpectedHeading } from '../../parse/expected-headings.ts'
import { seeAlsoItems } from '../../parse/linked-items.ts'
import type { Span } from '../../text/place.ts'
import { quote } from '../../text/quote.ts'
import { countWords } from '../../text/words.ts'
import { labelForm } from '../fixes/label-form.ts'

/** Blanks before what belongs to an item that begins with `- `. */
const indent = 2

/** Indents every line of a stretch that has text, by what its first line lacks. */
function indented(text: string, { start, end }: Span): Edit[] {
  const starts = [
    start,
    ...Array.from(
      text.slice(start, end).matchAll(/(?<=\r\n|\n|\r)(?=[^\r\n])/g),
      ({ index }) => start + index,
    ),
  ]
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
  const lacking = ' '.repeat(Math.max(1, indent - (start - lineStart)))
  return starts.map((at) => ({ start: at, end: at, text: lacking }))
}

/** What stands before the list of a section. */
export const beforeList = ({ items: [first], loose }: Pick<Section, 'items' | 'loose'>): readonly Span[] =>
  first ? loose.filter(({ end }) => end <= first.start) : []

/** Questions with their answers: an item's first paragraph, and what is indented below it. */
function* answers({ items, loose, heading }: Section, { text }: Drill): Generator<Finding> {
  const strays = new Map<Item, Span[]>()
  for (const span of loose) {
    const item = items.findLast(({ end }) => end <= span.start)
    if (item) strays.set(item, [...(strays.get(item) ?? []), span])
  }
  const before = beforeList({ items, loose })
  const [first, last = first] = [before[0], before.at(-1)]
  if (first && last)
    yield {
      at: { start: first.start, end: last.end },
      message: `Unexpected text before the list of ${quote(heading.text)}, expected list items only`,
    }
  for (const item of items) {
    const below = strays.get(item) ?? []
    const isBullet = /^[-+*] (?! )/.test(text.slice(item.start, item.end))
    // One of them belongs to the item only with those before it.
    const fix = isBullet ? below.flatMap((at) => indented(text, at)) : []
    for (const at of below) {
      yield {
        at,
        message: `Unexpected answer of ${quote(heading.text)} that is not indented, expected two blanks before each of its lines, so that it belongs to its question`,
        ...(fix.length > 0 && { fix }),
      }
    }
    if (item.blocks < 2 && below.length === 0)
      yield {
        at: { start: item.start, end: item.end },
        message: `Unexpected question ${quote(item.text)} without an answer, expected two to five sentences below it, after an empty line and indented by two blanks`,
      }
  }
}

function* labels({ items, heading }: Section, drill: Drill): Generator<Finding> {
  for (const { label, start, end, text } of items) {
    if (label) yield* labelForm(label, drill.text)
    else
      yield {
        at: { start, end },
        message: `Unexpected item ${quote(text, 30)} of ${quote(heading.text)} without a label, expected a bold label with a colon at its beginning (\`**Label:** …\`)`,
      }
  }
}

/** Items that lead to other drills, each to one of its own, and say what it takes up. */
function* drills({ items, heading }: Section, part: string, drill: Drill): Generator<Finding> {
  const linked = new Map(seeAlsoItems(drill, part).map((each) => [each.item, each]))
  const firsts = new Map<string, Item>()
  const form = '`[its title](../rounds/<id>.md): what it takes up`'
  for (const item of items) {
    const at = { start: item.start, end: item.end }
    const where = `item ${quote(item.text, 30)} of ${quote(heading.text)}`
    const found = linked.get(item)
    if (!found) {
      yield { at, message: `Unexpected ${where} without a link to another drill, expected ${form}` }
      continue
    }
    if (countWords(found.note) === 0)
      yield { at, message: `Unexpected ${where} without words beside its link, expected ${form}` }
    const first = firsts.get(found.id)
    if (first)
      yield {
        at,
        message: `Unexpected ${where} with the drill ${quote(found.id)} again, expected each drill once`,
        related: [{ at: { start: first.start, end: first.end }, message: 'it is here already' }],
      }
    else firsts.set(found.id, item)
  }
}

/** Items of a part that are not what the part holds. */
export function* partItems(
  section: Section,
  { holds, id }: ExpectedHeading,
  drill: Drill,
): Generator<Finding> {
  if (holds === 'answers') yield* answers(section, drill)
  else if (holds === 'labels') yield* labels(section, drill)
  else if (holds === 'drills') yield* drills(section, id, drill)
}
