import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node'
import { criterionInstructions, writtenLabel } from '../model/criterion-labels.ts'
import { criterionLabels } from '../model/drill.ts'
import { criterionLabel } from '../parse/criteria.ts'
import { title } from '../text/slug.ts'
import { labelDetail } from './help.ts'
import { items, type Line, labelPlace, type Offer } from './offer.ts'
import type { View } from './view.ts'

/** Labels of the criterion that a line stands in, in their order; undefined anywhere else. */
export function completeCriterionLabels(
  view: View,
  offset: number,
  line: Line,
): CompletionItem[] | undefined {
  const above = view.drill?.sections.findLast(({ heading }) => heading.start < line.start)
  const criterion = view.drill?.criteria.find(({ section }) => section === above)
  if (!criterion) return undefined
  const place = labelPlace(offset, line)
  if (!place) return []
  const others = criterion.section.items.filter(({ start }) => start < line.start || start > line.end)
  const present = new Set(others.map(criterionLabel))
  const free = criterionLabels.filter((label) => label === 'also-met' || !present.has(label))
  const offers = free.map(
    (label): Offer => ({
      label: title(label),
      text: `${place.bullet}${writtenLabel(label)} `,
      detail: labelDetail(label),
      help: criterionInstructions[label],
    }),
  )
  return items(view, CompletionItemKind.Field, place.at, offers)
}
