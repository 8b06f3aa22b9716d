import { fileURLToPath, pathToFileURL } from 'node:url'

/** The path of a URI; undefined for one of another scheme, or that is no path on this machine. */
export function pathOf(uri: unknown): string | undefined {
  if (typeof uri !== 'string' || !/^file:/i.test(uri)) return undefined
  try {
    const path = fileURLToPath(uri)
    return path.includes('\0') ? undefined : path
  } catch {
    return undefined
  }
}

export const uriOf = (path: string): string => pathToFileURL(path).href
