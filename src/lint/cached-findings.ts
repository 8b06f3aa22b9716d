import type { Reader } from '../io/file-reader.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Cache } from './cache.ts'
import type { Workspace } from './workspace.ts'

/**
 * The findings of a corpus. Where nothing has changed the linter is not even loaded, which is most of the time of such
 * a run.
 */
export async function cachedFindings(
  workspace: Workspace,
  cache: Cache | undefined,
  reader: Reader,
): Promise<readonly Diagnostic[]> {
  const last = cache?.unchangedFindings()
  if (last) return last
  const { freshFindings } = await import('./lint-corpus.ts')
  return freshFindings(workspace, cache, reader)
}
