import path from 'node:path'
import Slugger from 'github-slugger'
import type { Io } from '../command.ts'
import type { LintInput } from '../lint.ts'
import type { Published } from '../model.ts'
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
    throw new UsageError('no drills here: no folder from here upwards has a `drills/practice-loop.md`')
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

/** Headings of a Markdown file outside the corpus, as fragments. */
function anchors(text: string): string[] {
  const slugger = new Slugger()
  return Array.from(text.matchAll(/^#{1,6}[ \t]+(.+?)[ \t]*#*$/gm), ([, heading = '']) =>
    slugger.slug(heading.replace(/[`*_]/g, '')),
  )
}

/** What the linter needs to know of a corpus. */
export function lintInput({ root, sources }: Workspace, { reader }: Pick<Io, 'reader'>): LintInput {
  return {
    sources,
    published: published(root, reader),
    outside: (file) => {
      const absolute = path.join(root, file)
      const found = reader.exists(absolute)
      if (found === undefined) return undefined
      return found === 'file' && file.endsWith('.md') ? anchors(reader.readText(absolute) ?? '') : []
    },
  }
}
