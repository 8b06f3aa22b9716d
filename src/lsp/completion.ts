import type { CompletionItem, TextDocumentPositionParams } from 'vscode-languageserver/node'
import { isSampleFile } from '../model/sample.ts'
import { isTrackFile } from '../model/track.ts'
import { completeCriteria } from './complete-criteria.ts'
import { completeCriterionLabels } from './complete-criterion-labels.ts'
import { completeDrills } from './complete-drills.ts'
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
  // A sample is an answer as it came, a track prose without headings.
  if (isSampleFile(view.file) || isTrackFile(view.file)) return []
  if (/^#{1,6}(?:[ \t]|$)/.test(line.before)) return completeSections(view, line)
  return (
    completeDrills(view, offset, line) ??
    completeCriteria(view, offset, line) ??
    completeCriterionLabels(view, offset, line) ??
    completePoints(view, offset, line)
  )
}
