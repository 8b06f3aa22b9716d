import { type CompletionItem, type CompletionItemKind, MarkupKind } from 'vscode-languageserver/node'
import type { Span } from '../text/place.ts'
import type { View } from './view.ts'

/** The line of a place, cut there. */
export interface Line extends Span {
  readonly before: string
  readonly after: string
}

export function lineAt(text: string, offset: number): Line {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  const rest = text.slice(offset).search(/[\r\n]/)
  const end = rest < 0 ? text.length : offset + rest
  return { start, end, before: text.slice(start, offset), after: text.slice(offset, end) }
}

/**
 * Where a label is written, on a line that is empty or begins one. Editors that close `**` by themselves have put the end
 * behind the cursor already.
 */
export function labelPlace(
  offset: number,
  { before, after }: Line,
): { readonly bullet: string; readonly at: Span } | undefined {
  const typed = /^(?:[-*+][ \t]+(\*{0,2}[^*:[\]]*))?$/.exec(before)
  if (!typed) return undefined
  const [, begun] = typed
  const closed = /^[:*]+[ \t]?/.exec(after)?.[0].length ?? 0
  return {
    bullet: begun === undefined ? '- ' : '',
    at: { start: offset - (begun?.length ?? 0), end: offset + closed },
  }
}

/** Something that can be completed. */
export interface Offer {
  readonly label: string
  readonly text: string
  readonly detail?: string | undefined
  readonly help?: string | undefined
  /** The one to take unless the writer chooses. */
  readonly best?: boolean
  /** What the text before the cursor is compared with, where that is not the inserted text. */
  readonly filter?: string
  readonly also?: { readonly at: Span; readonly text: string } | undefined
}

/** Offers in their order, all in place of the same stretch of one line. */
export function items(
  { rangeOf }: Pick<View, 'rangeOf'>,
  kind: CompletionItemKind,
  at: Span,
  offers: readonly Offer[],
): CompletionItem[] {
  const range = rangeOf(at)
  return offers.map(({ label, text, detail, help, best, filter = text, also }, index) => ({
    label,
    kind,
    sortText: String(index).padStart(4, '0'),
    // The text before the cursor begins like the inserted text, not like the label.
    filterText: filter,
    textEdit: { range, newText: text },
    ...(detail && { detail }),
    ...(help && { documentation: { kind: MarkupKind.Markdown, value: help } }),
    ...(best && { preselect: true }),
    ...(also && { additionalTextEdits: [{ range: rangeOf(also.at), newText: also.text }] }),
  }))
}
