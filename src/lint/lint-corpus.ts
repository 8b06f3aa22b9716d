import type { Io } from '../io/io.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { lookingOnce, type MemoryFlags, openMemory, settled } from './memory.ts'
import type { Workspace } from './workspace.ts'

/**
 * The findings of a corpus, of which only what has changed is linted. The linter itself is not even loaded when nothing
 * has: that is most of the time of such a run.
 * @param writes whether what is found is to be remembered
 */
export async function lintCorpus(
  flags: MemoryFlags,
  opened: Workspace,
  io: Io,
  writes: boolean,
): Promise<readonly Diagnostic[]> {
  const workspace = settled(opened)
  const once = lookingOnce(io)
  const memory = openMemory<void>(flags, workspace, once)
  try {
    const last = memory?.lastFindings()
    if (last) return last
    const { lintAnew } = await import('./lint-anew.ts')
    return await lintAnew(workspace, memory, writes, await io.threads?.(), once)
  } finally {
    memory?.discard()
  }
}
