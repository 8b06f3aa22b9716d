/** The code of an error of the file system, such as `ENOENT`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined

export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  codes.some((code) => code === codeOf(error))

/** Reasons in plain English: what was found instead of a readable file, and why a path can’t be written to. */
const reasons: Readonly<Record<string, { readonly read?: string; readonly write: string }>> = {
  EACCES: { read: 'file without permission to read it', write: 'no permission' },
  EEXIST: { write: 'it exists' },
  EISDIR: { read: 'folder', write: 'it is a folder' },
  ELOOP: { read: 'link that leads back to itself', write: 'a link on its path leads back to itself' },
  ENAMETOOLONG: { write: 'the name is too long' },
  ENOENT: { read: 'file that was gone when it was read', write: 'its folder does not exist' },
  ENOTDIR: { write: 'its folder is a file' },
  EPERM: { read: 'file without permission to read it', write: 'no permission' },
  EROFS: { write: 'no permission' },
}

function reasonOf(error: unknown): (typeof reasons)[string] | undefined {
  const code = codeOf(error)
  return code === undefined ? undefined : reasons[code]
}

/** What was found instead of a readable file. */
export const readFailure = (error: unknown): string =>
  reasonOf(error)?.read ?? `error of the file system (${codeOf(error) ?? 'unknown'})`

/** Why a path can't be written to; undefined when the path is not to blame, as on a full disk. */
export const writeFailure = (error: unknown): string | undefined => reasonOf(error)?.write
