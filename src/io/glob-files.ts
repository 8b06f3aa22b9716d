import type { FSOption } from 'path-scurry'

/**
 * Files and folders that a pattern matches, by their path from the root. Skips hidden ones, installed packages, and
 * what links lead to.
 * @param fs for tests
 */
export async function globFiles(root: string, pattern: string, fs?: FSOption): Promise<readonly string[]> {
  // Few runs are given a pattern, and loading glob takes 7 ms.
  const { glob } = await import('glob/raw')
  return glob(pattern, { cwd: root, posix: true, ignore: '**/node_modules/**', ...(fs && { fs }) })
}
