import type { Diagnostic } from '../model/diagnostic.ts'
import { tracksFolder } from '../model/track.ts'
import type { Compiled } from '../package/compile-corpus.ts'

/** Rules whose errors keep a file out of the package, so that its drill, its track or its redirects would count as removed. */
const unreadable = ['read', 'encoding', 'front-matter', 'schema', 'sections']

/** Files that are no drafts and that could not be compiled, each with its first error. */
export function uncompiledFiles({ diagnostics, content }: Compiled): Diagnostic[] {
  const published = new Set([
    ...(content?.drills ?? []).map((drill) => drill.path),
    ...(content?.tracks ?? []).map(({ id }) => `${tracksFolder}/${id}.md`),
  ])
  const firstErrors = new Map<string, Diagnostic>()
  for (const diagnostic of diagnostics) {
    const { file, rule, severity } = diagnostic
    if (severity === 'error' && unreadable.includes(rule) && !published.has(file) && !firstErrors.has(file))
      firstErrors.set(file, diagnostic)
  }
  return [...firstErrors.values()]
}
