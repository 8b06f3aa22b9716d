import type { Target } from '../../model/facts.ts'
import type { FileFacts } from '../../model/generated/exchange/facts.ts'
import { relativeTarget } from '../../model/target.ts'
import type { Place } from '../../text/place.ts'
import type { Findings } from '../reduce.ts'

/** Findings and facts of a file that is named elsewhere, without what can be derived. */
export type PackedFindings = Omit<FileFacts, 'file' | 'digest'>

const packPlace = ({ line, column, endLine, endColumn }: Place): number[] => [
  line,
  column,
  endLine,
  endColumn,
]

export function packFindings({ diagnostics, facts }: Findings): PackedFindings {
  if (!facts) return { diagnostics }
  const { anchors, targets, drill } = facts
  return {
    diagnostics,
    anchors,
    targets: targets.map(({ url, place }) => ({ url, place: packPlace(place) })),
    ...(drill && { drill }),
  }
}

export function unpackFindings(
  file: string,
  { diagnostics, anchors, targets = [], drill }: PackedFindings,
): Findings {
  if (!anchors) return { diagnostics }
  const resolved = targets.flatMap(({ url, place }): Target[] => {
    const target = relativeTarget(file, url)
    const [line = 1, column = 1, endLine = 1, endColumn = 1] = place
    return target ? [{ ...target, url, place: { line, column, endLine, endColumn } }] : []
  })
  return {
    diagnostics,
    facts: { file, anchors, targets: resolved, ...(drill && { drill }) },
  }
}
