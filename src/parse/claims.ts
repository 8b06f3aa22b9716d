import type { Definitions, LoopSection } from '../model/definitions.ts'
import type { Item, Label, Section } from '../model/document.ts'
import type { Claim, Kind, PointClaim } from '../model/drill.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { sameName } from '../text/same-name.ts'
import { criterionLabel } from './criteria.ts'

const partDepth = 2

interface Declared {
  readonly parts: readonly string[]
  readonly sections: readonly string[]
  readonly optional: readonly string[]
  readonly criteria: string | undefined
}

/** The declared headings of a kind: `##` parts, and `###` sections where its answer has any. */
export function declaredHeadings(loop: Definitions['loop'], kind: Kind): Declared {
  const { answer, parts } = loop.kinds[kind]
  return {
    parts: parts.map(({ id }) => id),
    optional: parts.flatMap(({ id, optional }) => (optional ? id : [])),
    criteria: parts.find(({ holds }) => holds === 'criteria')?.id,
    sections: answer === 'sections' ? loop.sections.map(({ id }) => id) : [],
  }
}

/** The id of the heading that stands for the part of the criteria, be it only nearly right. */
function nameOfCriteria(sections: readonly Section[], id: string | undefined): string | undefined {
  if (id === undefined || sections.some(({ heading }) => heading.id === id)) return id
  return sections.find(({ heading }) => heading.depth > 1 && didYouMean(heading.id, [id]))?.heading.id
}

/** Whether a heading has items that only a criterion has, whatever its name and level. One may be so called by chance. */
const isWrittenAsCriterion = ({ items }: Section): boolean =>
  new Set(items.flatMap((item) => criterionLabel(item) ?? [])).size > 1

/**
 * The part that each heading stands under: the last heading of level 2 before it, or one at any level that begins a
 * part all the same. What is written as a criterion stands under the criteria at any level.
 */
function partsAround(
  sections: readonly Section[],
  criteria: string | undefined,
  begins: (section: Section) => boolean,
): Map<Section, Section> {
  const around = new Map<Section, Section>()
  let part: Section | undefined
  for (const section of sections) {
    if (begins(section)) part = section
    else if (part && part.heading.id === criteria && isWrittenAsCriterion(section)) around.set(section, part)
    else if (section.heading.depth <= 2) part = section.heading.depth === 2 ? section : undefined
    else if (part) around.set(section, part)
  }
  return around
}

/**
 * The headings under that of the criteria. The name of another part that stands nowhere else is that part, whatever its
 * level, and ends them.
 * @param isMisplaced headings of level 1 that are no title
 */
function underCriteria(
  sections: readonly Section[],
  declared: Declared,
  isMisplaced: (section: Section) => boolean,
): Set<Section> {
  const criteria = nameOfCriteria(sections, declared.criteria)
  const under = (begins: (section: Section) => boolean): Set<Section> =>
    new Set(
      [...partsAround(sections, criteria, begins)].flatMap(([section, { heading }]) =>
        heading.id === criteria && (section.heading.depth >= 3 || isWrittenAsCriterion(section))
          ? [section]
          : [],
      ),
    )
  const starts = (section: Section): boolean => section.heading.id === criteria || isMisplaced(section)
  const within = under(starts)
  const ends = (section: Section): boolean =>
    within.has(section) && declared.parts.includes(section.heading.id) && !isWrittenAsCriterion(section)
  const elsewhere = new Set(sections.flatMap((each) => (within.has(each) ? [] : each.heading.id)))
  return under((each) => starts(each) || (ends(each) && !elsewhere.has(each.heading.id)))
}

/**
 * The declared heading that another one stands for: the one of its name, misspelt or not. What need not be there is only
 * meant by its own name, misspelt at most, at its own level: any other may as well be meant as it is written.
 */
function meantBy({ heading }: Section, free: readonly string[], declared: Declared): string | undefined {
  const meant = didYouMean(heading.id, free)
  if (meant === undefined || !declared.optional.includes(meant)) return meant
  return heading.depth === partDepth && sameName(heading.id, meant) ? meant : undefined
}

/** Whether a name is one of those that are declared, be it misspelt. */
const isNamed = (name: string, ids: ReadonlySet<string>): boolean =>
  ids.has(name) || [...ids].some((id) => sameName(name, id))

/**
 * Finds out which declared part or section each heading stands for, whatever its level. A heading with nearly the
 * right name counts too, so that one misspelt heading is one finding and not a dozen. Headings under the criteria are
 * criteria, but for a name that is declared and stands nowhere else, above items that are not those of a criterion.
 */
export function claimSections(sections: readonly Section[], loop: Definitions['loop'], kind: Kind): Claim[] {
  const declared = declaredHeadings(loop, kind)
  const ids = new Set([...declared.parts, ...declared.sections])
  const title = sections.find(({ heading }) => heading.depth === 1)
  // With a sign or two too few, a part or section is a second title.
  const isSecondTitle = (section: Section): boolean =>
    section.heading.depth === 1 && section !== title && isNamed(section.heading.id, ids)
  const inCriteria = underCriteria(sections, declared, isSecondTitle)
  const elsewhere = new Set(sections.flatMap((each) => (inCriteria.has(each) ? [] : each.heading.id)))
  const isCriterion = (section: Section): boolean =>
    inCriteria.has(section) &&
    (!ids.has(section.heading.id) || elsewhere.has(section.heading.id) || isWrittenAsCriterion(section))
  const present = new Set(sections.flatMap((each) => (isCriterion(each) ? [] : each.heading.id)))
  const free = [...ids].filter((id) => !present.has(id))
  // Where there is no title, a first heading of no declared name is it, at another level.
  const first = title === undefined ? sections[0] : undefined
  const isTitle = (section: Section): boolean =>
    section === first &&
    !isCriterion(section) &&
    !ids.has(section.heading.id) &&
    meantBy(section, free, declared) === undefined
  return sections
    .filter(
      (section) =>
        (section.heading.depth > 1 || isSecondTitle(section) || isCriterion(section)) && !isTitle(section),
    )
    .map((section) => {
      const { id } = section.heading
      if (isCriterion(section)) return { section, role: 'criterion', id, exact: true }
      const meant = ids.has(id) ? id : meantBy(section, free, declared)
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
