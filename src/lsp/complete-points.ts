import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node'
import { componentsOf } from '../model/components.ts'
import type { Definitions, LoopSection } from '../model/definitions.ts'
import type { Drill } from '../model/drill.ts'
import { title } from '../text/slug.ts'
import { items, type Line, labelPlace, type Offer } from './offer.ts'
import type { View } from './view.ts'

interface Point {
  readonly label: string
  readonly detail: string
  readonly help: string
}

/** Points of the section that are not there yet, required ones first. */
function free(declared: LoopSection, drill: Drill, loop: Definitions['loop'], line: Line): Point[] {
  const claims = (drill.points.get(declared.id) ?? []).filter(
    ({ item }) => item.start < line.start || item.start > line.end,
  )
  const present = new Set(claims.map(({ id }) => id))
  const required: readonly string[] = drill.kind === 'question' ? [] : (declared.points?.[drill.kind] ?? [])
  const points = [...declared.declared.values()].filter(({ id }) => !present.has(id))
  const ordered = [
    ...required.flatMap((id) => points.find((point) => point.id === id) ?? []),
    ...points.filter(({ id }) => !required.includes(id)),
  ].map(({ id, label, instruction }) => ({
    label,
    detail: required.includes(id) ? 'required' : 'further point',
    help: instruction,
  }))
  if (declared.leastComponents === undefined) return ordered
  const named = new Set(claims.flatMap(({ item }) => componentsOf(item.label.text, loop)))
  const components = loop.components.filter(({ id }) => !named.has(id))
  return [
    ...ordered,
    ...components.map(({ id, names }) => ({
      label: names[0] ?? title(id),
      detail: 'component',
      help: names.join(', '),
    })),
  ]
}

/** Labels of the points of a line's section. */
export function completePoints(view: View, offset: number, line: Line): CompletionItem[] {
  const { drill, project } = view
  const definitions = project.definitions()
  const place = labelPlace(offset, line)
  if (!drill || !definitions || !place) return []
  const section = drill.sections.findLast(({ heading }) => heading.start < line.start)
  const id = [...drill.answer].find(([, each]) => each === section)?.[0]
  const declared = definitions.loop.sections.find((each) => each.id === id)
  if (!declared) return []
  const offers = free(declared, drill, definitions.loop, line).map(
    ({ label, detail, help }): Offer => ({ label, text: `${place.bullet}**${label}:** `, detail, help }),
  )
  return items(view, CompletionItemKind.Field, place.at, offers)
}
