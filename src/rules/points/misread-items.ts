import type { LoopPoint } from '../../model/definitions.ts'
import type { Edit, Finding } from '../../model/diagnostic.ts'
import type { Item, Label } from '../../model/document.ts'
import type { PointClaim } from '../../model/drill.ts'
import { didYouMean } from '../../text/did-you-mean.ts'
import { quote } from '../../text/quote.ts'
import { sameName } from '../../text/same-name.ts'
import { slug } from '../../text/slug.ts'
import { labelFix, unlabelledFix } from '../fixes/label-fix.ts'

/** A fix that can be made, or none. */
export const fixed = (edits: readonly Edit[]): { fix: readonly Edit[] } | undefined =>
  edits.length > 0 ? { fix: edits } : undefined

/** The point that an item without a label probably is. */
export function pointMeantBy({ text }: Item, required: readonly LoopPoint[]): LoopPoint | undefined {
  const [start] = /^[^:：–—.]{1,40}?(?=[:：–—]|\s-{1,3}\s)/.exec(text) ?? []
  const id =
    start &&
    didYouMean(
      slug(start),
      required.map((point) => point.id),
    )
  return required.find((point) => point.id === id)
}

function* badColon(label: Label, text: string): Generator<Finding> {
  const name = quote(label.text)
  const written = `**${label.text}:**`
  const found = {
    inside: '',
    outside: `colon outside the bold label ${name}`,
    missing: `label ${name} without a colon`,
    other: `${quote(text.slice(label.start, label.end))} in place of a label with a colon`,
  }
  yield {
    at: label,
    ...(label.colon === 'outside' && { severity: 'warning' }),
    message: `Unexpected ${found[label.colon]}, expected ${quote(written)}`,
    expected: [written],
    ...fixed(labelFix(text, label)),
  }
}

function* unlabelled(
  item: Item,
  required: readonly LoopPoint[],
  taken: Set<string>,
  text: string,
): Generator<Finding> {
  const at = { start: item.start, end: item.end }
  const unexpected = `Unexpected item ${quote(item.text, 30)} without a label`
  const meant = pointMeantBy(item, required)
  if (!meant) {
    const message = `${unexpected}, expected a bold label with a colon at its beginning (\`**Label:** …\`)`
    yield { at, message }
    return
  }
  const label = `**${meant.label}:**`
  yield {
    at,
    message: `${unexpected}, expected the bold label \`${label}\` at its beginning`,
    expected: [label],
    // A second point of the same name would be no better.
    ...fixed(taken.has(meant.id) ? [] : unlabelledFix(text, item, meant.label)),
  }
  taken.add(meant.id)
}

/** An item that begins with marks of which rule `literal-markup` says what they lack. */
const isBroken = ({ start, text }: Item, source: string): boolean =>
  /^(?:\*\*|__)/.test(text) && /^(?:[-+*]|\d{1,9}[.)])[ \t]+(?:\*\*|__)/.test(source.slice(start, start + 20))

/**
 * Items that are no points, or not all of what they hold, because of the way they are written.
 * @param claims the points that the section has; of one whose name is misspelt as well only the name is found, whose fix
 *   writes both
 */
export function* misreadItems(
  items: readonly Item[],
  required: readonly LoopPoint[],
  claims: readonly PointClaim[],
  text: string,
): Generator<Finding> {
  const taken = new Set(claims.map(({ id }) => id))
  const misnamed = new Set(
    claims.flatMap(({ item, id, exact }): Item[] => (!exact && sameName(item.label.id, id) ? [item] : [])),
  )
  for (const item of items) {
    if (isBroken(item, text)) continue
    if (!item.label) yield* unlabelled(item, required, taken, text)
    else if (item.label.colon !== 'inside' && !misnamed.has(item)) yield* badColon(item.label, text)
  }
}
