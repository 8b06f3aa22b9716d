import type { Position, Range } from 'vscode-languageserver/node'
import { asDrill } from '../model/corpus-model.ts'
import { loopFile, redirectsFile, rubricFile } from '../model/definition-files.ts'
import type { Document } from '../model/document.ts'
import type { Drill } from '../model/drill.ts'
import { fences } from '../parse/front-matter.ts'
import type { Span } from '../text/place.ts'
import type { Project } from './project.ts'
import type { Member } from './publisher.ts'

/** What a request sees of a document: its text, its model as of now, and places in both ways of counting. */
export interface View {
  readonly project: Project
  readonly file: string
  readonly uri: string
  /** Without a byte order mark, like the model. */
  readonly text: string
  readonly drill: Drill | undefined
  /** The model of a drill, a sample, a track or a definition document. */
  readonly model: Document | undefined
  /** The YAML, also while it is still open. */
  readonly yaml: Span | undefined
  readonly offsetOf: (position: Position) => number
  readonly rangeOf: (span: Span) => Range
  /** The same for what counts from the beginning of the file, like fixes. */
  readonly rangeInFile: (span: Span) => Range
  readonly whole: string
}

/** The YAML of a file. Front matter that is not closed yet ends where a heading begins. */
function yamlSpan(file: string, text: string): Span | undefined {
  if (file === redirectsFile) return { start: 0, end: text.length }
  const found = fences(text)
  if ('open' in found) return { start: found.open, end: found.close }
  const open = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text)
  if (!open) return undefined
  const heading = text.search(/(?<=[\n\r])#{1,6}[ \t]/)
  return { start: open[0].length, end: heading < 0 ? text.length : heading }
}

function modelOf({ project, file }: Member): Document | undefined {
  if (file === loopFile) return project.loop()
  return file === rubricFile ? project.rubric() : undefined
}

export function viewOf(member: Member): View {
  const { project, file, document } = member
  const whole = document.getText()
  const base = whole.startsWith('\ufeff') ? 1 : 0
  const text = whole.slice(base)
  const rangeInFile: View['rangeInFile'] = ({ start, end }) => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  })
  const model = project.model(file)
  return {
    project,
    file,
    uri: document.uri,
    text,
    drill: asDrill(model),
    model: model ?? modelOf(member),
    yaml: yamlSpan(file, text),
    offsetOf: (position) => Math.max(0, document.offsetAt(position) - base),
    rangeOf: ({ start, end }) => rangeInFile({ start: start + base, end: end + base }),
    rangeInFile,
    whole,
  }
}
