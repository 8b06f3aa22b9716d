import type { Io } from '../io/io.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { CorpusMemory } from './cache/corpus-memory.ts'
import { findingsOnly } from './lint.ts'
import { lintInput } from './lint-input.ts'
import { lintTogether } from './lint-together.ts'
import { reduce } from './reduce.ts'
import type { Threads } from './threads.ts'
import type { Workspace } from './workspace.ts'

const nothing = (): void => undefined

/**
 * Lints what has changed of a corpus.
 * @param writes whether what is found is to be remembered
 * @param io one that looks once
 */
export async function lintAnew(
  workspace: Workspace,
  memory: CorpusMemory<void> | undefined,
  writes: boolean,
  threads: Threads | undefined,
  io: Io,
): Promise<readonly Diagnostic[]> {
  const recalled = memory && (writes ? memory : { ...memory, keep: nothing, adopt: nothing })
  const mapped = await lintTogether(workspace, { ...findingsOnly, threads, memory: recalled })
  const input = lintInput(workspace, io)
  const outside = memory?.watched(input.outside) ?? input.outside
  const { diagnostics } = reduce(mapped, { ...input, outside })
  if (writes) memory?.commit(diagnostics)
  return diagnostics
}
