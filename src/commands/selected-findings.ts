import { isCorpusFile } from '../io/corpus-file.ts'
import type { Io } from '../io/io.ts'
import { sourceOf } from '../io/source.ts'
import { UsageError } from '../io/usage-error.ts'
import { type Change, changeSince } from '../lint/changed.ts'
import { corpusFindings } from '../lint/corpus-findings.ts'
import { fromRoot, selectFiles } from '../lint/select.ts'
import type { Workspace } from '../lint/workspace.ts'
import { definitionFiles, redirectsFile } from '../model/definition-files.ts'
import { type Diagnostic, type Summary, summarize } from '../model/diagnostic.ts'
import { changesFile, publishedFile } from '../model/history.ts'
import { byFile } from '../text/compare-text.ts'
import { quote } from '../text/quote.ts'
import { cacheOf, memoizeReader } from './flags/cache-flags.ts'
import type { LintFlags } from './flags/lint-flags.ts'

/** The result of one lint run. */
export interface LintRun {
  readonly workspace: Workspace
  /** The selected files, in order. */
  readonly files: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  readonly summary: Summary
  readonly change?: Change
}

/** The workspace with the text of standard input in place of a file. */
async function withInput(
  workspace: Workspace,
  name: string,
  io: Io,
): Promise<{ workspace: Workspace; file: string }> {
  const file = fromRoot(name, workspace, io)
  if (!file.startsWith('drills/'))
    throw new UsageError(`outside the corpus: ${quote(name, 200)}; expected a path inside \`drills/\``)
  if (!isCorpusFile(file))
    throw new UsageError(`not a Markdown file: ${quote(name, 200)}; expected a name that ends in \`.md\``)
  const source = sourceOf(file, await io.input())
  const sources = [...workspace.sources.filter((other) => other.file !== file), source].sort(byFile)
  return { workspace: { ...workspace, sources }, file }
}

/** Files that concern every drill. */
const alwaysReported = [...definitionFiles, redirectsFile, publishedFile, changesFile]

/** The findings that concern the selected files. */
function concerning(diagnostics: readonly Diagnostic[], selected: ReadonlySet<string>): Diagnostic[] {
  // A clash is reported on the later of two files, but concerns both.
  return diagnostics.filter(
    ({ file, related = [] }) =>
      [file, ...related.map((other) => other.file)].some((name) => selected.has(name)) ||
      alwaysReported.includes(file),
  )
}

/**
 * Lints the selected files.
 * @param opened the current corpus
 * @throws UsageError for paths and bases that don't exist
 */
export async function selectedFindings(flags: LintFlags, opened: Workspace, io: Io): Promise<LintRun> {
  const replaced = flags.stdin === undefined ? undefined : await withInput(opened, flags.stdin, io)
  const current = replaced?.workspace ?? opened
  const selected = replaced ? new Set([replaced.file]) : await selectFiles(flags.paths, current, io)
  const change = flags.changed === undefined ? undefined : changeSince(flags.changed, current, io)
  const recent = change && current.sources.map(({ file }) => file).filter(change.touches)
  const workspace = recent ? { ...current, recent } : current
  const writes = replaced === undefined && flags.fix !== 'show'
  const reader = memoizeReader(io.reader)
  const cache = cacheOf(flags, workspace, { ...io, reader }, writes)
  const all = concerning(await corpusFindings(workspace, cache, reader), selected)
  const everything = !change || definitionFiles.some(change.touches)
  const diagnostics = change
    ? (await import('../lint/touched.ts')).touchedBy(change, workspace.root, all, io)
    : all
  // A change can cause a finding in a file that it does not touch, and git may ignore a file that has one.
  const found = new Set(diagnostics.map(({ file }) => file))
  const files = workspace.sources
    .map(({ file }) => file)
    .filter((file) => selected.has(file) && (everything || change.touches(file) || found.has(file)))
  // One of the history may be all that a change has broken.
  const count = change ? new Set([...files, ...found]).size : files.length
  return {
    workspace,
    files,
    diagnostics,
    summary: summarize(diagnostics, count),
    ...(change && { change }),
  }
}
