import type { CompletionItem, TextDocumentPositionParams } from 'vscode-languageserver/node'
import { completeCriteria } from './complete-criteria.ts'
import { completeFrontMatter } from './complete-front-matter.ts'
import { completePoints } from './complete-points.ts'
import { completeSections } from './complete-sections.ts'
import { lineAt } from './offer.ts'
import type { View } from './view.ts'

/** What can be written at a position. */
export function complete(view: View, { position }: TextDocumentPositionParams): CompletionItem[] {
  const offset = view.offsetOf(position)
  const line = lineAt(view.text, offset)
  const { yaml } = view
  if (yaml && yaml.start <= offset && offset <= yaml.end) return completeFrontMatter(view, offset, line)
  if (/^#{1,6}(?:[ \t]|$)/.test(line.before)) return completeSections(view, line)
  return completeCriteria(view, offset, line) ?? completePoints(view, offset, line)
}
