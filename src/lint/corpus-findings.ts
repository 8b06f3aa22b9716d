import type { Reader } from '../io/file-reader.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Cache } from './cache.ts'
import type { Workspace } from './workspace.ts'

/**
 * The findings of a corpus. When nothing has changed the linter is not even loaded: that would be most of the time of
 * such a run.
 */
export async function corpusFindings(
  workspace: Workspace,
  cache: Cache | undefined,
  reader: Reader,
): Promise<readonly Diagnostic[]> {
  const last = cache?.unchangedFindings()
  if (last) return last
  const [{ lintCorpus }, { lintInput }] = await Promise.all([
    import('./lint-corpus.ts'),
    import('./lint-input.ts'),
  ])
  const { diagnostics } = await lintCorpus(lintInput(workspace, { reader }), {
    make: () => undefined,
    cache,
  })
  return diagnostics
}
