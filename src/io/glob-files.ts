import { type GlobOptions, glob } from 'glob/raw'

/**
 * Files and folders that a pattern matches, by their path from the root. Skips hidden ones, installed packages, and
 * what links lead to.
 * @param fs for tests
 */
export const globFiles = (
  root: string,
  pattern: string,
  fs?: GlobOptions['fs'],
): Promise<readonly string[]> =>
  glob(pattern, { cwd: root, posix: true, ignore: '**/node_modules/**', ...(fs && { fs }) })
