import { run } from './run.mjs'

/**
 * Runs the linter on a corpus.
 * @param tool the CLI's entry script
 * @param cache a cache folder away from the drills
 * @returns `{diagnostics, summary}`, or `{failed}` with the output of a failed run
 */
export async function findings({ tool, corpus, cache, signal }) {
  // Under GitHub Actions the output would contain more than JSON.
  const env = { ...process.env, GITHUB_ACTIONS: '' }
  const args = [tool, 'lint', '--format', 'json', '--cache-location', cache]
  const { code, out, printed } = await run(process.execPath, args, { cwd: corpus, env, signal })
  if (code > 1) return { failed: printed.trim() }
  const { diagnostics, summary } = JSON.parse(out)
  return { diagnostics, summary }
}
