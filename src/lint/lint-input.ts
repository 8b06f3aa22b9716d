import path from 'node:path'
import type { Reader } from '../io/file-reader.ts'
import type { Io } from '../io/io.ts'
import { maxFileBytes } from '../io/source.ts'
import type { Document, Heading } from '../model/document.ts'
import type { Corpus } from '../model/facts.ts'
import { readDocument } from '../parse/document.ts'
import { parseMarkdown } from '../parse/markdown.ts'
import { nestingAfter, nestingBefore } from '../parse/nesting.ts'
import type { LintInput } from './lint.ts'
import { published, type Workspace } from './workspace.ts'

/** A Markdown file outside the corpus; undefined where it is no text for this parser. */
export function readOutside(file: string, text: string): Document | undefined {
  if (text.length > maxFileBytes || nestingBefore(text)) return undefined
  const tree = parseMarkdown(text)
  return nestingAfter(tree) ? undefined : readDocument({ file, text, base: 0 }, tree)
}

/** Its headings; none where it is no text for this parser. */
const headingsOf = (file: string, text: string): readonly Heading[] => readOutside(file, text)?.headings ?? []

/** Looks at files outside the corpus, at each once. */
export function lookOutside(root: string, reader: Reader): Corpus['outside'] {
  const known = new Map<string, readonly string[] | undefined>()
  const look = (file: string): readonly string[] | undefined => {
    const absolute = path.join(root, file)
    const found = reader.exists(absolute)
    if (found === undefined) return undefined
    if (found === 'folder' || !file.endsWith('.md')) return []
    return headingsOf(file, reader.readText(absolute) ?? '').map(({ anchor }) => anchor)
  }
  return (file) => {
    if (!known.has(file)) known.set(file, look(file))
    return known.get(file)
  }
}

/** What the linter needs to know of a corpus. */
export function lintInput({ root, sources }: Workspace, { reader }: Pick<Io, 'reader'>): LintInput {
  return { sources, published: published(root, reader), outside: lookOutside(root, reader) }
}
