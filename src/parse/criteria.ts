import type { Document, Item, Label, Section } from '../model/document.ts'
import { type Criterion, type CriterionLabel, type Cue, criterionLabels } from '../model/drill.ts'
import { readCue } from '../rubric/cue.ts'

type Labelled = Item & { readonly label: Label }

const defaultWeight = 5
const defaultRevision = 1

/** The label that an item bears, in either number (`Cue`). */
export function criterionLabel(item: Item): CriterionLabel | undefined {
  const id = item.label?.id
  return criterionLabels.find((known) => known === id || known === `${id}s`)
}

/** The whole number that an item holds and nothing else; undefined for any other text. */
export const wholeNumber = ({ text }: Item): number | undefined =>
  /^\d{1,6}\.?$/.test(text) ? Number.parseInt(text, 10) : undefined

function itemsOf(section: Section): Map<CriterionLabel, Labelled[]> {
  const items = new Map<CriterionLabel, Labelled[]>()
  for (const item of section.items) {
    const label = criterionLabel(item)
    if (label === undefined) continue
    const known = items.get(label)
    if (known) known.push(item as Labelled)
    else items.set(label, [item as Labelled])
  }
  return items
}

/**
 * A criterion of a drill, from the heading under `## Criteria` and the items below it.
 * @param codes the code spans of the document
 */
export function readCriterion(section: Section, codes: Document['codes']): Criterion {
  const items = itemsOf(section)
  const cues = (items.get('cues') ?? []).flatMap(({ start, end }) =>
    codes
      .filter((code) => start <= code.start && code.end <= end)
      .map((code): Cue => ({ start: code.start, end: code.end, source: code.text, ...readCue(code.text) })),
  )
  const [weight, revision] = [items.get('weight')?.[0], items.get('revision')?.[0]]
  return {
    id: section.heading.id,
    section,
    items,
    cues,
    weight: (weight && wholeNumber(weight)) ?? defaultWeight,
    revision: (revision && wholeNumber(revision)) ?? defaultRevision,
  }
}
