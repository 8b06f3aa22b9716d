import type { Section } from '../../model/document.ts'
import type { CriterionLabel, Drill } from '../../model/drill.ts'
import type { DrillCriterion, RichText } from '../../model/generated/published/drill.ts'
import { criterionDigest } from './digest.ts'
import type { Fragment } from './fragment.ts'
import { entriesOf, textAfterLabel } from './items.ts'

/** The criteria of a drill as apps get them. */
export function compileCriteria({ criteria }: Drill, cut: (section: Section) => Fragment): DrillCriterion[] {
  return criteria.map(({ id, section, items, cues, weight, revision }) => {
    const fragment = cut(section)
    const entries = entriesOf({ section, fragment })
    const textsOf = (label: CriterionLabel): RichText[] => {
      const wanted = items.get(label)?.map(({ start }) => start) ?? []
      return entries.flatMap((entry) =>
        wanted.includes(entry.item.start) ? [textAfterLabel(fragment, entry)] : [],
      )
    }
    const [met = { markdown: '', html: '' }] = textsOf('met')
    const [partly] = textsOf('partly')
    const content = {
      id,
      title: section.heading.text,
      weight,
      revision,
      met,
      ...(partly && { partly }),
      alsoMet: textsOf('also-met'),
      cues: cues.map(({ source }) => source),
    }
    return { ...content, digest: criterionDigest(content) }
  })
}
