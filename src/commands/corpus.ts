import path from 'node:path'
import type { Io } from '../command.ts'
import type { LintInput } from '../lint.ts'
import type { Published } from '../model.ts'
import { readDocument } from '../parse/document.ts'
import { maxFileBytes } from '../parse/encoding.ts'
import { parseMarkdown } from '../parse/markdown.ts'
import { nestingAfter, nestingBefore } from '../parse/nesting.ts'
import type { Reader, Source } from '../read.ts'
import { UsageError } from '../usage.ts'

export interface Workspace {
  /** Absolute; holds `drills/`. */
  readonly root: string
  readonly sources: readonly Source[]
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

function published(root: string, reader: Reader): Published {
  const text = reader.readText(path.join(root, 'history/published.json'))
  if (text === undefined) return { ids: [] }
  try {
    const { drills } = JSON.parse(text) as { drills?: Record<string, unknown> }
    return { ids: Object.keys(drills ?? {}) }
  } catch {
    throw new UsageError('`history/published.json` is no JSON; restore it from the last release')
  }
}

/** Headings of a Markdown file outside the corpus, as fragments; none where it is no text for this parser. */
function anchors(file: string, text: string): readonly string[] {
  if (text.length > maxFileBytes || nestingBefore(text)) return []
  const tree = parseMarkdown(text)
  if (nestingAfter(tree)) return []
  return readDocument({ file, text, base: 0 }, tree).headings.map(({ anchor }) => anchor)
}

/** What the linter needs to know of a corpus. */
export function lintInput({ root, sources }: Workspace, { reader }: Pick<Io, 'reader'>): LintInput {
  const known = new Map<string, readonly string[] | undefined>()
  const look = (file: string): readonly string[] | undefined => {
    const absolute = path.join(root, file)
    const found = reader.exists(absolute)
    if (found === undefined) return undefined
    return found === 'file' && file.endsWith('.md') ? anchors(file, reader.readText(absolute) ?? '') : []
  }
  return {
    sources,
    published: published(root, reader),
    outside: (file) => {
      if (!known.has(file)) known.set(file, look(file))
      return known.get(file)
    },
  }
}
