import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import type { Diagnostic, Edit } from '../model/diagnostic.ts'
import { quote } from '../text/quote.ts'
import { rangeOf, toSend } from './diagnostics.ts'
import type { View } from './view.ts'

interface Fixable extends Diagnostic {
  readonly fix: readonly Edit[]
}

const isFixable = (found: Diagnostic): found is Fixable => found.fix !== undefined && found.fix.length > 0

const isBefore = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character)

const touches = (a: Range, b: Range): boolean => !isBefore(a.end, b.start) && !isBefore(b.end, a.start)

/** What a fix does, in the words of its first edit. */
function titleOf([first, ...more]: readonly Edit[], text: string): string {
  if (!first) return 'Fix'
  const old = text.slice(first.start, first.end)
  const blank = first.text.trim() === ''
  const does =
    old === ''
      ? `Insert ${blank ? 'a line' : quote(first.text)}`
      : blank
        ? `Remove ${old.trim() === '' ? 'blanks' : quote(old)}`
        : `Replace ${old.trim() === '' ? 'blanks' : quote(old)} with ${quote(first.text)}`
  return more.length > 0 ? `${does}, and ${more.length} more` : does
}

/** The stretch in which two texts differ, as one edit. */
function difference(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let same = 0
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same += 1
  return { start, end: before.length - same, text: after.slice(start, after.length - same) }
}

const wants = (only: readonly string[] | undefined, kind: string): boolean =>
  only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`))

/**
 * Fixes of the findings that a range touches, and all at once.
 * @param fixed gives the text with everything fixed
 */
export function codeActions(
  findings: readonly Diagnostic[],
  fixed: () => string,
  view: View,
  { range, context }: CodeActionParams,
): CodeAction[] {
  const only = context?.only
  const edit = (edits: readonly Edit[]): WorkspaceEdit => ({
    changes: {
      [view.uri]: edits.map((each): TextEdit => ({ range: view.rangeInFile(each), newText: each.text })),
    },
  })
  const fixable = findings.filter(isFixable)
  const quick = fixable
    .filter((found) => touches(rangeOf(found), range))
    .map(
      (found): CodeAction => ({
        title: titleOf(found.fix, view.whole),
        kind: CodeActionKind.QuickFix,
        diagnostics: [toSend(found, () => view.uri)],
        isPreferred: true,
        edit: edit(found.fix),
      }),
    )
  const actions = wants(only, CodeActionKind.QuickFix) ? quick : []
  const asked = only !== undefined && wants(only, CodeActionKind.SourceFixAll)
  if (fixable.length === 0 || !(asked || (only === undefined && fixable.length > 1))) return actions
  const everything: CodeAction = {
    title: 'Fix all that drills can fix in this file',
    kind: CodeActionKind.SourceFixAll,
    edit: edit([difference(view.whole, fixed())]),
  }
  return [...actions, everything]
}
