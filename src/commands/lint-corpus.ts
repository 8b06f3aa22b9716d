import type { Io } from '../command.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Workspace } from './corpus.ts'
import { lookingOnce, type MemoryFlags, openMemory, settled } from './memory.ts'

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
    const [{ lintTogether }, { reduce }, { lintInput }] = await Promise.all([
      import('./lint-together.ts'),
      import('../reduce.ts'),
      import('./lint-input.ts'),
    ])
    const nothing = (): void => undefined
    const recalled = memory && (writes ? memory : { ...memory, keep: nothing, adopt: nothing })
    const threads = await io.threads?.()
    const mapped = await lintTogether(workspace, { make: nothing, use: nothing, threads, memory: recalled })
    const input = lintInput(workspace, once)
    const outside = memory?.watched(input.outside) ?? input.outside
    const { diagnostics } = reduce(mapped, { ...input, outside })
    if (writes) memory?.commit(diagnostics)
    return diagnostics
  } finally {
    memory?.discard()
  }
}
