import { run } from './run.mjs'

/**
 * What the linter says of a corpus.
 * @param tool the launcher of the command line
 * @param cache a folder for what it remembers: nothing is written beside the drills
 * @returns `{diagnostics, summary}`, or `{failed}` with what it said when it could not lint
 */
export async function findings({ tool, corpus, cache, signal }) {
  // In a workflow the report would hold more than JSON.
  const env = { ...process.env, GITHUB_ACTIONS: '' }
  const args = [tool, 'lint', '--format', 'json', '--cache-location', cache]
  const { code, out, printed } = await run(process.execPath, args, { cwd: corpus, env, signal })
  if (code > 1) return { failed: printed.trim() }
  const { diagnostics, summary } = JSON.parse(out)
  return { diagnostics, summary }
}
