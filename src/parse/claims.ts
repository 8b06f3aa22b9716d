import type { Definitions, LoopSection } from '../model/definitions.ts'
import type { Item, Label, Section } from '../model/document.ts'
import type { Claim, Kind, PointClaim } from '../model/drill.ts'
import { didYouMean } from '../text/did-you-mean.ts'

/** The declared headings of a kind: `##` parts, and `###` sections where its answer has any. */
export function declaredHeadings(
  loop: Definitions['loop'],
  kind: Kind,
): { parts: string[]; sections: string[] } {
  const { answer, parts } = loop.kinds[kind]
  return {
    parts: parts.map(({ id }) => id),
    sections: answer === 'sections' ? loop.sections.map(({ id }) => id) : [],
  }
}

/**
 * Finds out which declared part or section each heading stands for, whatever its level. A heading with nearly the
 * right name counts too, so that one misspelt heading is one finding and not a dozen.
 */
export function claimSections(sections: readonly Section[], loop: Definitions['loop'], kind: Kind): Claim[] {
  const declared = declaredHeadings(loop, kind)
  const ids = new Set([...declared.parts, ...declared.sections])
  const present = new Set(sections.map(({ heading }) => heading.id))
  const free = [...ids].filter((id) => !present.has(id))
  return sections
    .filter(({ heading }) => heading.depth > 1)
    .map((section) => {
      const { id } = section.heading
      const meant = ids.has(id) ? id : didYouMean(id, free)
      if (meant === undefined) return { section, role: 'unknown', id, exact: false }
      return {
        section,
        role: declared.parts.includes(meant) ? 'part' : 'section',
        id: meant,
        exact: meant === id,
      }
    })
}

const isLabelled = (item: Item): item is Item & { readonly label: Label } => item.label !== undefined

/** Finds out which declared point each labelled item stands for, nearly right labels included. */
export function claimPoints(section: Section, declared: LoopSection, kind: Kind): PointClaim[] {
  const ids = declared.idsBySlug
  const items = section.items.filter(isLabelled)
  const present = new Set(items.map(({ label }) => ids.get(label.id)))
  const required = kind === 'question' ? [] : (declared.points?.[kind] ?? [])
  const free = required.filter((id) => !present.has(id))
  return items.map((item) => {
    const id = ids.get(item.label.id)
    if (id !== undefined)
      return { item, id, exact: item.label.text === (declared.declared.get(id)?.label ?? item.label.text) }
    const meant = didYouMean(item.label.id, free)
    return { item, id: meant ?? item.label.id, exact: meant === undefined }
  })
}
