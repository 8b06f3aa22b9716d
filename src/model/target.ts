import path from 'node:path'

/** Where a relative link leads: a path from the root of the repository, and a fragment. */
export interface RelativeTarget {
  readonly path: string
  readonly fragment?: string
}

/** Longest address in characters: a reference repeats it at every use in the published HTML. */
export const maxUrlLength = 2048

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** An address as a browser reads it: without the controls and blanks it skips. */
export const visible = (url: string): string => url.replace(/^[\0- ]+|[\t\n\r]|\s+$/g, '')

/** Whether an address names a scheme or a host, or begins at a root: not relative to the file. */
export const isAbsolute = (url: string): boolean => /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(visible(url))

/** Resolves a relative link of a file; undefined for every other address, and for one that is too long to be read. */
export function relativeTarget(file: string, url: string): RelativeTarget | undefined {
  if (url.length > maxUrlLength || isAbsolute(url)) return undefined
  const [before = '', ...after] = url.split('#')
  const wanted = decode(before.split('?')[0] ?? '')
  const resolved =
    wanted === '' ? file : path.posix.normalize(path.posix.join(path.posix.dirname(file), wanted))
  return { path: resolved, ...(after.length > 0 && { fragment: decode(after.join('#')) }) }
}
