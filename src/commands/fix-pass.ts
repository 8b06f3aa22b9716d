import path from 'node:path'
import type { Io } from '../command.ts'
import { fixCorpus } from '../fix/fix-corpus.ts'
import { unifiedDiff } from '../fix/unified-diff.ts'
import { count } from '../words.ts'
import { writeText } from '../write.ts'
import { lintInput, type Workspace } from './corpus.ts'
import type { LintFlags } from './lint-flags.ts'
import { lintPass, type Pass } from './lint-pass.ts'

/**
 * Makes the fixes of what the flags ask for, or shows them, and gives what is left to report.
 * @param opened the corpus as it is now
 */
export async function fixPass(flags: LintFlags, opened: Workspace, io: Io): Promise<Pass> {
  const before = await lintPass(flags, opened, io)
  const asked = new Set(before.files)
  const { files, sources } = fixCorpus(lintInput(before.workspace, io), ({ file }) => asked.has(file))
  const what = `${count(files.length, 'file')}`
  if (flags.fix === 'show') {
    io.out(unifiedDiff(files))
    io.talk(`drills: ${files.length === 0 ? 'nothing to fix' : `would fix ${what}`}\n`)
  } else {
    for (const { file, after } of files) writeText(path.join(before.workspace.root, file), after)
    if (files.length > 0) io.talk(`drills: fixed ${what}\n`)
  }
  // What stood on standard input is in the workspace by now.
  const { stdin: _, ...rest } = flags
  const fixed = { ...before.workspace, sources }
  return flags.stdin === undefined
    ? lintPass(flags, fixed, io)
    : lintPass({ ...rest, stdin: undefined, paths: before.files }, fixed, io)
}
