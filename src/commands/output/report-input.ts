import path from 'node:path'
import type { Io } from '../../io/io.ts'
import { UsageError } from '../../io/usage-error.ts'
import { type Change, changeSince } from '../../lint/changed.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { ReportInput } from '../../report/report-types.ts'
import type { ReportFlags } from '../flags/report-flags.ts'
import type { LintRun } from '../selected-findings.ts'
import { textView } from './text-view.ts'

/** The change of a pull request, which only orders its annotations: none is fine where history is missing. */
function changeOfPullRequest({ workspace }: LintRun, io: Io): Change | undefined {
  if (!io.env['GITHUB_BASE_REF']) return undefined
  try {
    return changeSince('', workspace, io)
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
}

/** Whether a finding is on a changed line; runs git on the first call. */
function changedLines(pass: LintRun, io: Io): ReportInput['isChanged'] {
  let known: { readonly change: Change | undefined } | undefined
  const byFile = new Map<string, (readonly [number, number])[]>()
  return ({ file, line, endLine }: Diagnostic) => {
    known ??= { change: pass.change ?? changeOfPullRequest(pass, io) }
    const { change } = known
    if (!change?.touches(file)) return false
    const lines = byFile.get(file) ?? io.git.changedLines(pass.workspace.root, change.base, file)
    byFile.set(file, lines)
    // An untracked file has no lines that differ: all of them are new.
    return lines.length === 0 || lines.some(([first, last]) => line <= last && endLine >= first)
  }
}

/** The path of the corpus inside the checkout of a CI runner. */
function prefix(root: string, { env, reader }: Io): string {
  const workspace = env['GITHUB_WORKSPACE']
  if (!workspace) return ''
  const relative = path.relative(reader.realPath(workspace), root).split(path.sep).join('/')
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? '' : `${relative}/`
}

/** What reports need of a pass. */
export async function reportInput(pass: LintRun, flags: ReportFlags, io: Io): Promise<ReportInput> {
  const { workspace, files, diagnostics, summary } = pass
  const before = prefix(workspace.root, io)
  const plain = flags.output === undefined ? io : { ...io, terminal: false, columns: 80 }
  return {
    diagnostics: flags.quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics,
    summary,
    files,
    // Only SARIF lists all rules; otherwise they need not be loaded.
    rules: flags.format === 'sarif' ? (await import('../../lint/rule-infos.ts')).ruleInfos : [],
    repositoryPath: (file) => `${before}${file}`,
    isChanged: changedLines(pass, io),
    ...textView(workspace, plain, flags.noColor),
  }
}
