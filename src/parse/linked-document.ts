import { maxFileBytes } from '../io/source.ts'
import type { Document } from '../model/document.ts'
import { readDocument } from './document.ts'
import { parseMarkdown } from './markdown.ts'
import { nestingAfter, nestingBefore } from './nesting.ts'

/** Parses a Markdown file outside the corpus; undefined when it is too large or nested too deeply. */
export function parseLinkedDocument(file: string, text: string): Document | undefined {
  if (text.length > maxFileBytes || nestingBefore(text)) return undefined
  const tree = parseMarkdown(text)
  return nestingAfter(tree) ? undefined : readDocument({ file, text, base: 0 }, tree)
}
