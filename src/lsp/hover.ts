import { type Hover, MarkupKind, type TextDocumentPositionParams } from 'vscode-languageserver/node'
import { rubricFile } from '../model/definition-files.ts'
import type { Link } from '../model/document.ts'
import { isSampleFile } from '../model/sample.ts'
import { isTrackFile } from '../model/track.ts'
import { earns, ownCriterion } from '../parse/evidence.ts'
import { expectedHeadings } from '../parse/expected-headings.ts'
import type { Span } from '../text/place.ts'
import { quote } from '../text/quote.ts'
import { cueHelp } from './cue-help.ts'
import { linkAt, targetAt } from './definition.ts'
import { criterionHelp, headingHelp, labelHelp, ownCriterionHelp } from './help.ts'
import { measuresOf } from './judged.ts'
import { schemaAt, schemaOf } from './schemas.ts'
import type { View } from './view.ts'
import { holds, yamlPlace } from './yaml-place.ts'

interface Found {
  readonly at: Span
  readonly text: string | undefined
}

/** What a key means; in samples and tracks also what an id stands for, as a key or as a value. */
function inYaml(view: View, offset: number): Found | undefined {
  const { file, project } = view
  const found = yamlPlace(view, offset)
  if (!found) return undefined
  const { path, at, value } = found
  const [first, second] = path
  if (isSampleFile(file) && path.length === 2) {
    const measures = measuresOf(view)
    const known = first === 'verdicts' ? measures?.criteria : first === 'redFlags' ? measures?.redFlags : []
    const id = first === 'verdicts' ? second : value
    return { at, text: known?.find((each) => each.id === id)?.help }
  }
  if (isTrackFile(file) && first === 'drills' && value !== undefined)
    return { at, text: project.drills().find(({ id }) => id === value)?.title }
  if (first === 'components' && value !== undefined) {
    const { loop } = project.definitions() ?? {}
    return { at, text: loop?.components.find(({ id }) => id === value)?.names.join(', ') }
  }
  return { at, text: value === undefined ? schemaAt(schemaOf(file), path)?.description : undefined }
}

/** What the words of a link say for the criterion that it leads to. */
function verdict({ drill }: View, link: Link): string {
  const evidence = drill?.evidence.find((each) => each.link === link)
  if (!evidence) return ''
  const { lacks, rejected } = evidence.excepted ? { lacks: [], rejected: [] } : evidence.result
  const own = evidence.scope === 'drill'
  const earned = evidence.excepted ? 'This phrase earns it, by an exception.' : 'This phrase earns it.'
  return [
    ...(earns(evidence) ? [own ? 'This phrase shows it met.' : earned] : []),
    ...(evidence.allowed
      ? []
      : [own ? 'Outside the answer a link proves nothing.' : 'It can’t be earned in this place.']),
    ...(lacks.length > 0 ? [`This phrase lacks ${lacks.join(' and ')}.`] : []),
    ...(rejected.length > 0 ? [`This phrase is ${rejected.join(' and ')}.`] : []),
  ].join(' ')
}

/** What the criterion asks for that a link claims, and whether the phrase has it. */
function claimed(view: View, offset: number): Found | undefined {
  const { drill, project } = view
  const link = linkAt(view, offset)
  const target = targetAt(view, offset)
  const definitions = project.definitions()
  if (!link || !target || !definitions) return undefined
  const own = drill && ownCriterion(link, drill)
  const help = own
    ? ownCriterionHelp(own, drill)
    : target.path === rubricFile
      ? criterionHelp(project, target.fragment ?? '', definitions)
      : undefined
  return { at: link, text: help && [help, verdict(view, link)].filter((part) => part !== '').join('\n\n') }
}

/** The instruction of the point whose label is at an offset. */
function pointLabel({ drill, project }: View, offset: number): Found | undefined {
  for (const [id, claims] of drill?.points ?? []) {
    const claim = claims.find(({ item }) => holds(item.label, offset))
    if (!claim) continue
    const declared = project.definitions()?.loop.sections.find((section) => section.id === id)
    return { at: claim.item.label, text: declared?.declared.get(claim.id)?.instruction }
  }
  return undefined
}

/** What stands behind a label of a criterion, what a cue means, and which phrases show the criterion met. */
function inCriterion({ drill }: View, offset: number): Found | undefined {
  const criterion = drill?.criteria.find(
    ({ section: { heading, content } }) => heading.start <= offset && offset < content.end,
  )
  if (!drill || !criterion) return undefined
  const { section, items, cues, id } = criterion
  const cue = cues.find((each) => holds(each, offset))
  if (cue) return { at: cue, text: cueHelp(cue, criterion, drill) }
  for (const [label, labelled] of items) {
    const item = labelled.find((each) => holds(each.label, offset))
    if (item) return { at: item.label, text: labelHelp(label) }
  }
  if (!holds(section.heading, offset)) return undefined
  const phrases = drill.evidence.filter(
    (evidence) => evidence.scope === 'drill' && evidence.criterion === id && earns(evidence),
  )
  const shown =
    phrases.length > 0
      ? `Shown met by ${phrases.map(({ link }) => quote(link.text)).join(', ')}.`
      : `No phrase of the answer shows it met: write \`[words of the answer](#${id})\` with one of its cues.`
  return { at: section.heading, text: shown }
}

/** What is to be written under the heading at a place. */
function heading({ drill, project }: View, offset: number): Found | undefined {
  const claim = drill?.claims.find(({ section }) => holds(section.heading, offset))
  const definitions = project.definitions()
  if (!drill || !claim || !definitions) return undefined
  const wanted = expectedHeadings(drill, definitions).find(({ id }) => id === claim.id)
  return { at: claim.section.heading, text: wanted && headingHelp(project, drill, wanted) }
}

/** What helps to write at a position. */
export function hover(view: View, { position }: TextDocumentPositionParams): Hover | null {
  const offset = view.offsetOf(position)
  const found =
    view.yaml && holds(view.yaml, offset)
      ? inYaml(view, offset)
      : (claimed(view, offset) ??
        pointLabel(view, offset) ??
        inCriterion(view, offset) ??
        heading(view, offset))
  if (!found?.text) return null
  return { contents: { kind: MarkupKind.Markdown, value: found.text }, range: view.rangeOf(found.at) }
}
