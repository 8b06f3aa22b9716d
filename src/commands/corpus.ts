import path from 'node:path'
import type { Io } from '../command.ts'
import type { Corpus, Published } from '../facts.ts'
import type { LintInput } from '../lint.ts'
import type { Document, Heading } from '../model.ts'
import { readDocument } from '../parse/document.ts'
import { maxFileBytes } from '../parse/encoding.ts'
import { parseMarkdown } from '../parse/markdown.ts'
import { nestingAfter, nestingBefore } from '../parse/nesting.ts'
import type { Reader, Source, Unread } from '../read.ts'
import { UsageError } from '../usage.ts'

export interface Workspace {
  /** Absolute; holds `drills/`. */
  readonly root: string
  readonly sources: readonly (Source | Unread)[]
}

/**
 * The corpus around the working directory.
 * @throws UsageError when there is none
 */
export function openWorkspace({ cwd, reader }: Io): Workspace {
  const root = reader.findRoot(cwd)
  if (root === undefined)
    throw new UsageError(
      'no drills here: no folder from here upwards has a `drills/practice-loop.md`; change to the repository of the drills',
    )
  return { root, sources: reader.readCorpus(root) }
}

/**
 * What was published before.
 * @throws UsageError when that can't be read
 */
export function published(root: string, reader: Reader): Published {
  const text = reader.readText(path.join(root, 'history/published.json'))
  if (text === undefined) return { ids: [] }
  try {
    const { drills } = JSON.parse(text) as { drills?: Record<string, unknown> }
    return { ids: Object.keys(drills ?? {}) }
  } catch {
    throw new UsageError('`history/published.json` is no JSON; restore it from the last release')
  }
}

/** A Markdown file outside the corpus; undefined where it is no text for this parser. */
export function readOutside(file: string, text: string): Document | undefined {
  if (text.length > maxFileBytes || nestingBefore(text)) return undefined
  const tree = parseMarkdown(text)
  return nestingAfter(tree) ? undefined : readDocument({ file, text, base: 0 }, tree)
}

/** Its headings; none where it is no text for this parser. */
export const headingsOf = (file: string, text: string): readonly Heading[] =>
  readOutside(file, text)?.headings ?? []

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
