import path from 'node:path'
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node'
import { rubricFile } from '../model/definition-files.ts'
import type { Definitions } from '../model/definitions.ts'
import type { Drill } from '../model/drill.ts'
import { earns } from '../parse/evidence.ts'
import type { Span } from '../text/place.ts'
import { criterionHelp } from './help.ts'
import { items, type Line, type Offer } from './offer.ts'
import type { View } from './view.ts'

/** Criteria by id, first those that can be earned in this section and are not yet. */
function ordered(drill: Drill | undefined, offset: number, { rubric }: Definitions): string[] {
  const section = drill?.sections.findLast(({ heading }) => heading.start <= offset)
  const here = [...(drill?.answer ?? [])].find(([, each]) => each === section)?.[0]
  const earned = new Set(drill?.evidence.filter(earns).map(({ criterion }) => criterion))
  const rank = ({ id, sections }: (typeof rubric.criteria)[number]): number =>
    (here === undefined || sections.includes(here) ? 0 : 2) + (earned.has(id) ? 1 : 0)
  return [...rubric.criteria].sort((a, b) => rank(a) - rank(b)).map(({ id }) => id)
}

/** The line that defines a reference, where the file has none yet. */
function definitionOf(
  id: string,
  url: string,
  { text, model }: View,
): { at: Span; text: string } | undefined {
  if (model?.links.some(({ form, text: label }) => form === 'definition' && label === id)) return undefined
  const end = { start: text.length, end: text.length }
  const apart = text.endsWith('\n') ? (/^\[[^\]]+\]: [^\n]*\n$/m.test(text.slice(-200)) ? '' : '\n') : '\n\n'
  return { at: end, text: `${apart}[${id}]: ${url}\n` }
}

/** Criteria of the rubric in the target of a link, in a reference and in a definition. */
export function completeCriteria(view: View, offset: number, line: Line): CompletionItem[] | undefined {
  const { drill, project, file } = view
  const { before, after } = line
  const target = /(?:\]\(|^\[[^\][]+\]:[ \t]*)([^()\s<>]*)$/.exec(before)
  const reference = /\]\[([^\][]*)$/.exec(before)
  const definition = /^\[([^\][]*)$/.exec(before)
  const [, typed] = target ?? reference ?? definition ?? []
  const definitions = project.definitions()
  if (typed === undefined || !definitions) return undefined
  const prompt = drill?.parts.get('prompt')
  const hinted = prompt && prompt.heading.start < offset && offset <= Math.max(prompt.content.end, line.end)
  const last = drill?.sections.findLast(({ heading }) => heading.start <= offset)
  if (hinted && last === prompt && !definition) return []
  const relative = path.posix.relative(path.posix.dirname(file), rubricFile)
  const brackets = target ? (/^\[/.test(before) && !before.includes('](') ? '' : ')') : ']'
  const follows = target ? /^[^()\s<>]*/ : /^[^\][\s]*/
  const rest = follows.exec(after)?.[0].length ?? 0
  const isClosed = brackets !== '' && after.startsWith(brackets, rest)
  const close = isClosed ? '' : brackets
  const offers = ordered(drill, offset, definitions).map((id): Offer => {
    const url = `${relative}#${id}`
    const help = criterionHelp(project, id, definitions)
    const detail = definitions.rubric.titles.get(id)
    if (target) return { label: id, text: `${url}${close}`, detail, help }
    if (reference)
      return { label: id, text: `${id}${close}`, detail, help, also: definitionOf(id, url, view) }
    return { label: id, text: `[${id}]: ${url}`, detail, help }
  })
  const at =
    definition && !target && !reference
      ? { start: line.start, end: offset + rest + (isClosed ? 1 : 0) }
      : { start: offset - typed.length, end: offset + rest }
  return items(view, CompletionItemKind.Reference, at, offers)
}
