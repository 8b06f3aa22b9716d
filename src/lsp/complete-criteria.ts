import path from 'node:path'
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node'
import { rubricFile } from '../model/definition-files.ts'
import type { Definitions } from '../model/definitions.ts'
import { earns } from '../parse/evidence.ts'
import type { Span } from '../text/place.ts'
import { criterionHelp, ownCriterionHelp } from './help.ts'
import { items, type Line, type Offer } from './offer.ts'
import type { View } from './view.ts'

/** A criterion that a link can lead to. */
interface Candidate {
  readonly id: string
  readonly url: string
  readonly detail: string | undefined
  readonly help: string | undefined
  /** Lowest first. */
  readonly rank: number
}

/**
 * Criteria of the drill and of the rubric: first those that no phrase earns yet, the drill's before those that can be
 * earned in this section.
 */
function candidates({ drill, project, file }: View, offset: number, definitions: Definitions): Candidate[] {
  const { rubric } = definitions
  const section = drill?.sections.findLast(({ heading }) => heading.start <= offset)
  const here = [...(drill?.answer ?? [])].find(([, each]) => each === section)?.[0]
  const earned = new Set(drill?.evidence.filter(earns).map(({ criterion }) => criterion))
  const own = (drill?.criteria ?? []).map((criterion) => ({
    id: criterion.id,
    url: `#${criterion.id}`,
    detail: criterion.section.heading.text,
    help: drill && ownCriterionHelp(criterion, drill),
    rank: earned.has(criterion.id) ? 2 : 0,
  }))
  const relative = path.posix.relative(path.posix.dirname(file), rubricFile)
  const general = rubric.criteria.map(({ id, sections }) => ({
    id,
    url: `${relative}#${id}`,
    detail: rubric.titles.get(id),
    help: criterionHelp(project, id, definitions),
    rank: (here === undefined || sections.includes(here) ? 1 : 4) + (earned.has(id) ? 2 : 0),
  }))
  return [...own, ...general].sort((a, b) => a.rank - b.rank)
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

/** Criteria in the target of a link, in a reference and in a definition. */
export function completeCriteria(view: View, offset: number, line: Line): CompletionItem[] | undefined {
  const { drill, project } = view
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
  const brackets = target ? (/^\[/.test(before) && !before.includes('](') ? '' : ')') : ']'
  const follows = target ? /^[^()\s<>]*/ : /^[^\][\s]*/
  const rest = follows.exec(after)?.[0].length ?? 0
  const isClosed = brackets !== '' && after.startsWith(brackets, rest)
  const close = isClosed ? '' : brackets
  // Whoever has begun a path does not mean a heading of this file.
  const isPath = target !== null && /[./]/.test(typed)
  const meant = candidates(view, offset, definitions).filter(({ url }) => !isPath || !url.startsWith('#'))
  const offers = meant.map(({ id, url, detail, help }): Offer => {
    const common = { label: id, detail, help }
    if (target)
      return { ...common, text: `${url}${close}`, ...(typed.startsWith('#') && { filter: `#${id}` }) }
    if (reference) return { ...common, text: `${id}${close}`, also: definitionOf(id, url, view) }
    return { ...common, text: `[${id}]: ${url}` }
  })
  const at =
    definition && !target && !reference
      ? { start: line.start, end: offset + rest + (isClosed ? 1 : 0) }
      : { start: offset - typed.length, end: offset + rest }
  return items(view, CompletionItemKind.Reference, at, offers)
}
