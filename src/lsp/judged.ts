import path from 'node:path'
import { rubricFile } from '../model/definition-files.ts'
import type { Drill } from '../model/drill.ts'
import { itemIds } from '../model/item-ids.ts'
import { sectionOf } from '../model/read-definitions.ts'
import { criterionHelp, ownCriterionHelp } from './help.ts'
import type { View } from './view.ts'

/** Something that a sample is judged by. */
export interface Judged {
  readonly id: string
  readonly title: string
  readonly help: string | undefined
  /** Where it is defined: a file, and the heading there. */
  readonly file: string
  readonly anchor: string
}

/** What a sample answer is judged by: the drill's own and then what the rubric asks of every drill of the kind. */
export interface Measures {
  readonly drill: Drill
  readonly criteria: readonly Judged[]
  readonly redFlags: readonly Judged[]
}

/** The id of the drill that a sample belongs to, by its folder: the front matter may be half typed. */
export const drillIdOf = (file: string): string => path.posix.basename(path.posix.dirname(file))

/** What the sample of a view is judged by; undefined for a sample of no drill. */
export function measuresOf({ project, file }: View): Measures | undefined {
  const drill = project.drill(drillIdOf(file))
  const definitions = project.definitions()
  if (!drill || !definitions) return undefined
  const { rubric } = definitions
  const document = project.rubric()
  const section = drill.parts.get('red-flags')
  const flags = section?.items ?? []
  const ids = itemIds(flags)
  const inRubric = (id: string): Omit<Judged, 'help'> => ({
    id,
    title: rubric.titles.get(id) ?? id,
    file: rubricFile,
    anchor: id,
  })
  const paragraph = (id: string): string | undefined => {
    const about = document && sectionOf(document, id)
    return about && document.text.slice(about.content.start, about.content.end)
  }
  return {
    drill,
    criteria: [
      ...drill.criteria.map((criterion) => ({
        id: criterion.id,
        title: criterion.section.heading.text,
        help: ownCriterionHelp(criterion, drill),
        file: drill.file,
        anchor: criterion.id,
      })),
      ...rubric.criteria
        .filter(({ kinds }) => kinds.includes(drill.kind))
        .map(({ id }) => ({ ...inRubric(id), help: criterionHelp(project, id, definitions) })),
    ],
    redFlags: [
      ...flags.map(({ label, text, start, end }, index) => ({
        id: ids[index] ?? '',
        title: label?.text ?? text,
        help: drill.text.slice(start, end),
        file: drill.file,
        anchor: section?.heading.anchor ?? '',
      })),
      ...rubric.redFlags.map(({ id }) => ({ ...inRubric(id), help: paragraph(id) })),
    ],
  }
}
