import type { Root } from 'mdast'
import type { Edit } from '../model/diagnostic.ts'
import { applyEdits } from '../text/apply-edits.ts'
import type { LiteralFinding } from './literal-markup/literal-finding.ts'
import type { ParseMarkdown } from './markdown.ts'
import { nodesOf } from './nodes.ts'

/** What mends all findings, but for edits that touch one before them. */
function editsOf(findings: readonly LiteralFinding[]): Edit[] {
  const edits = findings
    .flatMap(({ fix = [], mend = fix }) => mend)
    .sort((a, b) => a.start - b.start || a.end - b.end)
  let end = -1
  return edits.filter((edit) => {
    if (edit.start < end || (edit.start === end && edit.end === end)) return false
    end = edit.end
    return true
  })
}

/** The offset in the file of an offset in the mended text. */
function original(offset: number, edits: readonly Edit[]): number {
  let shift = 0
  for (const { start, end, text } of edits) {
    const from = start + shift
    if (offset < from) break
    if (offset < from + text.length) return start
    shift += text.length - (end - start)
  }
  return offset - shift
}

/**
 * The tree as it would be with the fixes of some findings made, at the places of the file: what follows from such a
 * slip is not told beside it.
 */
export function mendedTree(
  tree: Root,
  source: string,
  findings: readonly LiteralFinding[],
  parse: ParseMarkdown,
): Root {
  const edits = editsOf(findings)
  if (edits.length === 0) return tree
  const mended = parse(applyEdits(source, edits))
  for (const { position } of nodesOf(mended)) {
    if (position?.start.offset === undefined || position.end.offset === undefined) continue
    position.start.offset = original(position.start.offset, edits)
    position.end.offset = original(position.end.offset, edits)
  }
  return mended
}
