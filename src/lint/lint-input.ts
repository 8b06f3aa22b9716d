import path from 'node:path'
import type { Reader } from '../io/file-reader.ts'
import type { Corpus } from '../model/facts.ts'
import { parseLinkedDocument } from '../parse/linked-document.ts'
import type { Workspace } from './workspace.ts'

/** Everything that findings depend on besides the linter itself. */
export interface LintInput extends Pick<Workspace, 'sources' | 'history' | 'recent'> {
  /** Anchors of a Markdown file outside the corpus, an empty list for another file, undefined for none. */
  readonly outside: Corpus['outside']
}

/** Looks at files outside the corpus, at each once. */
export function outsideOf(root: string, reader: Reader): Corpus['outside'] {
  const seen = new Map<string, readonly string[] | undefined>()
  const look = (file: string): readonly string[] | undefined => {
    const absolute = path.join(root, file)
    const found = reader.exists(absolute)
    if (found === undefined) return undefined
    if (found === 'folder' || !file.endsWith('.md')) return []
    const document = parseLinkedDocument(file, reader.readText(absolute) ?? '')
    return document?.headings.map(({ anchor }) => anchor) ?? []
  }
  return (file) => {
    if (!seen.has(file)) seen.set(file, look(file))
    return seen.get(file)
  }
}

/** What the linter reads of a workspace. */
export const lintInput = (
  { root, sources, history, recent }: Workspace,
  { reader }: { readonly reader: Reader },
): LintInput => ({ sources, history, ...(recent && { recent }), outside: outsideOf(root, reader) })
