import path from 'node:path'
import { writeFailure } from '../io/file-errors.ts'
import type { Io } from '../io/io.ts'
import { WriteError } from '../io/replace-texts.ts'
import { load } from '../io/source.ts'
import { UsageError } from '../io/usage-error.ts'
import { type FixedFile, fixCorpus } from '../lint/fix-corpus.ts'
import { lintInput } from '../lint/lint-input.ts'
import { unifiedDiff } from '../lint/unified-diff.ts'
import type { Workspace } from '../lint/workspace.ts'
import { count } from '../text/grammar.ts'
import { quote } from '../text/quote.ts'
import type { LintFlags } from './flags/lint-flags.ts'
import { type LintRun, selectedFindings } from './selected-findings.ts'

const refusal = (file: string, reason: string): UsageError =>
  new UsageError(`can’t fix ${quote(file, 200)}: ${reason}; no file was changed`)

/**
 * Writes the fixed files, all of them or none.
 * @throws UsageError for a file that can't be written, or that was saved since it was read
 */
function write(files: readonly FixedFile[], { root, sources }: Workspace, { reader, writer }: Io): void {
  const absolute = (file: string): string => path.join(root, file)
  for (const source of sources) {
    const loaded = load(source)
    if (!('bytes' in loaded) || !files.some(({ file }) => file === source.file)) continue
    const now = reader.readBytes(absolute(source.file))
    if (now === undefined || Buffer.compare(now, loaded.bytes) !== 0)
      throw refusal(source.file, 'it has changed since it was read')
  }
  try {
    writer.replaceTexts(files.map(({ file, after }) => ({ file: absolute(file), text: after })))
  } catch (error) {
    if (!(error instanceof WriteError)) throw error
    const reason = writeFailure(error.cause)
    if (reason === undefined) throw error
    throw refusal(path.relative(root, error.file).split(path.sep).join('/'), reason)
  }
}

/** The findings that the fixes would leave, which explain the exit code of a dry run. */
function left({ summary: { errors, warnings } }: LintRun): string {
  const all = [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : '']
  const told = all.filter((each) => each !== '').join(' and ')
  return told === '' ? '' : `; \`drills lint\` would still report ${told}`
}

/**
 * Applies or shows the fixes that the flags ask for; returns what is left to report.
 * @param opened the current corpus
 */
export async function fixFiles(flags: LintFlags, opened: Workspace, io: Io): Promise<LintRun> {
  // Read once: files may change in the meantime.
  const read = { ...opened, sources: opened.sources.map(load) }
  const before = await selectedFindings(flags, read, io)
  const asked = new Set(before.files)
  const { files, sources } = fixCorpus(lintInput(before.workspace, io), ({ file }) => asked.has(file))
  if (flags.fix !== 'show') write(files, before.workspace, io)
  // The workspace already holds the text of standard input.
  const { stdin: _, ...rest } = flags
  const fixed = { ...before.workspace, sources }
  const after = await (flags.stdin === undefined
    ? selectedFindings(flags, fixed, io)
    : selectedFindings({ ...rest, stdin: undefined, paths: before.files }, fixed, io))
  const what = count(files.length, 'file')
  if (flags.fix === 'show') {
    io.stdout(unifiedDiff(files))
    io.stderr(`drills: ${files.length === 0 ? 'nothing to fix' : `would fix ${what}`}${left(after)}\n`)
  } else if (files.length > 0) io.stderr(`drills: fixed ${what}\n`)
  return after
}
