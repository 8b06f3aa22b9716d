import path from 'node:path'
import type { Location, TextDocumentPositionParams } from 'vscode-languageserver/node'
import type { Link } from '../model/document.ts'
import { isSampleFile } from '../model/sample.ts'
import { type RelativeTarget, relativeTarget } from '../model/target.ts'
import { isTrackFile } from '../model/track.ts'
import { rangeOf } from './diagnostics.ts'
import { measuresOf } from './judged.ts'
import { uriOf } from './uris.ts'
import type { View } from './view.ts'
import { holds, yamlPlace } from './yaml-place.ts'

const start = { line: 1, column: 1, endLine: 1, endColumn: 1 }

/** The link at a place: the innermost where they stand in each other. */
export function linkAt({ model }: View, offset: number): Link | undefined {
  return model?.links.findLast(({ start, end }) => start <= offset && offset <= end)
}

/** Where the link at a place leads, for links to files. */
export function targetAt(view: View, offset: number): RelativeTarget | undefined {
  const link = linkAt(view, offset)
  return link && link.form !== 'image' ? relativeTarget(view.file, link.url) : undefined
}

/** Where an id in the front matter of a sample leads: its drill, a criterion, the list of a red flag. */
function judgedAt(view: View, offset: number): RelativeTarget | undefined {
  const place = isSampleFile(view.file) && view.yaml && holds(view.yaml, offset) && yamlPlace(view, offset)
  const measures = place ? measuresOf(view) : undefined
  if (!place || !measures) return undefined
  const [first, second] = place.path
  if (first === 'drill') return { path: measures.drill.file }
  const known = first === 'verdicts' ? measures.criteria : first === 'redFlags' ? measures.redFlags : []
  const id = first === 'verdicts' ? second : place.value
  const found = known.find((each) => each.id === id)
  return found && { path: found.file, fragment: found.anchor }
}

/** The drill whose id stands in the list of a track. */
function listedAt(view: View, offset: number): RelativeTarget | undefined {
  const place = isTrackFile(view.file) && view.yaml && holds(view.yaml, offset) && yamlPlace(view, offset)
  const id = place && place.path[0] === 'drills' ? place.value : undefined
  const drill = view.project.drills().find((each) => each.id === id)
  return drill && { path: drill.file }
}

/** Where the link or id at a position leads: a file, or a heading of it. */
export function define(view: View, { position }: TextDocumentPositionParams): Location | null {
  const offset = view.offsetOf(position)
  const target = judgedAt(view, offset) ?? listedAt(view, offset) ?? targetAt(view, offset)
  if (!target || target.path.startsWith('..')) return null
  const { project } = view
  if (!project.exists(target.path)) return null
  const document = target.fragment ? project.document(target.path) : undefined
  const heading = document?.headings.find(({ anchor }) => anchor === target.fragment)
  return {
    uri: uriOf(path.join(project.root, target.path)),
    range: rangeOf(document && heading ? document.locate(heading) : start),
  }
}
