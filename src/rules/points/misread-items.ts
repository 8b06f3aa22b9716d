import type { LoopPoint } from '../../model/definitions.ts'
import type { Finding } from '../../model/diagnostic.ts'
import type { Item } from '../../model/document.ts'
import type { PointClaim } from '../../model/drill.ts'
import { didYouMean } from '../../text/did-you-mean.ts'
import { quote } from '../../text/quote.ts'
import { sameName } from '../../text/same-name.ts'
import { slug } from '../../text/slug.ts'
import { unlabelledFix } from '../fixes/label-fix.ts'
import { fixed, labelForm } from '../fixes/label-form.ts'

/** The point that an item without a label probably is. */
export function pointMeantBy({ text }: Item, required: readonly LoopPoint[]): LoopPoint | undefined {
  const [start] =
    /^[^:：–—.]{1,40}?(?=[:：–—]|\s-{1,3}\s)/.exec(text.replace(/<\/?(?:b|strong)>/gi, '')) ?? []
  const id =
    start &&
    didYouMean(
      slug(start),
      required.map((point) => point.id),
    )
  return required.find((point) => point.id === id)
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
    else if (!misnamed.has(item)) yield* labelForm(item.label, text)
  }
}
