import { criterionInstructions, neededLabels, writtenLabel as written } from '../../model/criterion-labels.ts'
import type { Edit, Finding } from '../../model/diagnostic.ts'
import type { Item, Label } from '../../model/document.ts'
import { type Criterion, type CriterionLabel, criterionLabels } from '../../model/drill.ts'
import { criterionLabel, wholeNumber } from '../../parse/criteria.ts'
import { type LostLabel, lostLabelMessage, lostLabels } from '../../parse/lost-labels.ts'
import { didYouMean } from '../../text/did-you-mean.ts'
import { oneOf, quote } from '../../text/quote.ts'
import { slug, title } from '../../text/slug.ts'
import { labelFix, unlabelledFix } from '../fixes/label-fix.ts'
import { fixed, labelForm } from '../fixes/label-form.ts'

type Labelled = Item & { readonly label: Label }

const all = oneOf(criterionLabels.map(written))
const order = oneOf(criterionLabels.map(written), 'and')

/** Most that the number of an item may be. */
const limits = { weight: 10, revision: 999 } as const

const labelNamed = (name: string): CriterionLabel | undefined =>
  didYouMean(slug(name), criterionLabels) as CriterionLabel | undefined

/** The words before a colon at the beginning of a text, where a label would stand. */
const nameAtStart = /^[^:：]{1,20}(?=[:：])/

/** The label that an item probably means whose own is unknown, or which has none. */
const meantBy = ({ label, text }: Item): CriterionLabel | undefined =>
  labelNamed(label?.text ?? nameAtStart.exec(text)?.[0] ?? '')

function* unknownItem(
  item: Item,
  { items }: Criterion,
  unknown: readonly Item[],
  text: string,
): Generator<Finding> {
  const at = { start: item.start, end: item.end }
  const shown = quote(item.label?.text ?? item.text, 30)
  const meant = meantBy(item)
  const label = meant && written(meant)
  // A second one of the same name would be no better.
  const isFree = !unknown.some((other) => other !== item && meantBy(other) === meant)
  const isMissing = meant !== undefined && isFree && !items.has(meant)
  const write = (name: string): Edit[] =>
    item.label ? labelFix(text, item.label, name) : unlabelledFix(text, item, name)
  yield {
    at: item.label ?? at,
    message: `Unexpected ${item.label ? 'label' : 'item without a label'} ${shown} in a criterion, expected ${all}${label ? `; did you mean \`${label}\`?` : ''}`,
    expected: label ? [label] : criterionLabels.map(written),
    ...(isMissing && fixed(write(title(meant)))),
  }
}

function* badNumber(label: 'weight' | 'revision', item: Labelled): Generator<Finding> {
  const number = wholeNumber(item)
  if (number !== undefined && number >= 1 && number <= limits[label]) return
  yield {
    at: { start: item.label.start, end: item.end },
    message: `Unexpected ${label} ${quote(item.text, 30)}, expected a whole number from 1 to ${limits[label]}`,
  }
}

function* misplacedItems(items: readonly Item[]): Generator<Finding> {
  let last: CriterionLabel | undefined
  for (const item of items) {
    const label = criterionLabel(item)
    if (label === undefined || !item.label) continue
    if (last && criterionLabels.indexOf(label) < criterionLabels.indexOf(last)) {
      yield {
        at: item.label,
        message: `Unexpected ${quote(written(label))} after ${quote(written(last))}, expected the order ${order}`,
      }
    } else last = label
  }
}

function* lostItems(lost: readonly LostLabel[]): Generator<Finding> {
  for (const label of lost) {
    const { start, end, name } = label
    yield { at: { start, end }, message: lostLabelMessage(label, quote(name)) }
  }
}

/** What is wrong with the items of a criterion, but for its cues. */
export function* criterionItems(criterion: Criterion, text: string): Generator<Finding> {
  const { section, items } = criterion
  const { heading, loose } = section
  const unknown = section.items.filter((item) => criterionLabel(item) === undefined)
  const lost = Array.from(lostLabels(section, text)).filter(({ name }) => labelNamed(name) !== undefined)
  const meant = new Set([...unknown.map(meantBy), ...lost.map(({ name }) => labelNamed(name))])
  for (const label of neededLabels) {
    if (items.has(label) || meant.has(label)) continue
    const at = { start: heading.end, end: heading.end }
    const message = `Unexpected criterion ${quote(heading.text)} without ${quote(written(label))}, expected \`- ${written(label)} ${criterionInstructions[label]}\``
    yield { at, message, expected: [written(label)] }
  }
  yield* lostItems(lost)
  for (const at of loose) {
    if (lost.some(({ start }) => at.start <= start && start < at.end)) continue
    yield {
      at,
      message: `Unexpected text beside the items of the criterion ${quote(heading.text)}, expected list items only`,
    }
  }
  for (const item of unknown) yield* unknownItem(item, criterion, unknown, text)
  for (const [label, [first, ...more]] of items) {
    for (const item of label === 'also-met' ? [] : more) {
      yield {
        at: item.label,
        message: `Unexpected second ${quote(written(label))}, expected each once but \`**Also met:**\``,
        ...(first && { related: [{ at: first.label, message: 'first defined here' }] }),
      }
    }
    for (const item of [...(first ? [first] : []), ...more]) {
      yield* labelForm(item.label, text)
      if (label === 'weight' || label === 'revision') yield* badNumber(label, item)
      else if (item.words === 0 && label !== 'cues')
        yield {
          at: { start: item.label.start, end: item.end },
          message: `Unexpected ${quote(written(label))} without text, expected ${label === 'partly' ? 'what earns half' : 'what earns it'}`,
        }
    }
  }
  yield* misplacedItems(section.items)
}
