import { type Hover, MarkupKind, type TextDocumentPositionParams } from 'vscode-languageserver/node'
import { redirectsFile, rubricFile } from '../model/definition-files.ts'
import { earns } from '../parse/evidence.ts'
import { type Path, readYaml } from '../parse/yaml.ts'
import { expectedHeadings } from '../rules/sections/expected-headings.ts'
import type { Span } from '../text/place.ts'
import { linkAt, targetAt } from './definition.ts'
import { criterionHelp, headingHelp } from './help.ts'
import { schemaAt, schemaOf } from './schemas.ts'
import type { View } from './view.ts'

interface Found {
  readonly at: Span
  readonly text: string | undefined
}

const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset < end

const under = (value: unknown): (string | number)[] => {
  if (Array.isArray(value)) return [...value.keys()]
  return typeof value === 'object' && value !== null ? Object.keys(value) : []
}

/** The description of the key at a place. */
function inYaml({ file, text, yaml }: View, offset: number): Found | undefined {
  const source = file === redirectsFile ? text : `#--${text.slice(3, yaml?.end)}`
  const { data, at, keyAt } = readYaml(source)
  const search = (value: unknown, path: Path): { path: Path; at: Span } | undefined => {
    for (const key of under(value)) {
      const inside = [...path, key]
      const own = keyAt(inside)
      if (typeof key === 'string' && holds(own, offset)) return { path: inside, at: own }
      if (holds(at(inside), offset))
        return search((value as Readonly<Record<string | number, unknown>>)[key], inside)
    }
    return undefined
  }
  const found = search(data, [])
  return found && { at: found.at, text: schemaAt(schemaOf(file), found.path)?.description }
}

/** What the criterion asks for that a link claims, and whether the phrase has it. */
function criterion(view: View, offset: number): Found | undefined {
  const { drill, project } = view
  const link = linkAt(view, offset)
  const target = targetAt(view, offset)
  const definitions = project.definitions()
  if (!link || target?.path !== rubricFile || !definitions) return undefined
  const help = criterionHelp(project, target.fragment ?? '', definitions)
  const evidence = drill?.evidence.find((each) => each.link === link)
  const { lacks = [], rejected = [] } = (evidence?.excepted ? undefined : evidence?.result) ?? {}
  const verdict = [
    ...(evidence && earns(evidence)
      ? [`This phrase earns it${evidence.excepted ? ', by an exception' : ''}.`]
      : []),
    ...(evidence && !evidence.allowed ? ['It can’t be earned in this place.'] : []),
    ...(lacks.length > 0 ? [`This phrase lacks ${lacks.join(' and ')}.`] : []),
    ...(rejected.length > 0 ? [`This phrase is ${rejected.join(' and ')}.`] : []),
  ].join(' ')
  return { at: link, text: help && [help, verdict].filter((part) => part !== '').join('\n\n') }
}

/** The instruction of the point whose label is at an offset. */
function label({ drill, project }: View, offset: number): Found | undefined {
  for (const [id, claims] of drill?.points ?? []) {
    const claim = claims.find(({ item }) => holds(item.label, offset))
    if (!claim) continue
    const declared = project.definitions()?.loop.sections.find((section) => section.id === id)
    return { at: claim.item.label, text: declared?.declared.get(claim.id)?.instruction }
  }
  return undefined
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
      : (criterion(view, offset) ?? label(view, offset) ?? heading(view, offset))
  if (!found?.text) return null
  return { contents: { kind: MarkupKind.Markdown, value: found.text }, range: view.rangeOf(found.at) }
}
