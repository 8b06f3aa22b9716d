/** The code of an error of the file system, such as `ENOENT`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined

export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  codes.some((code) => code === codeOf(error))

interface Reason {
  readonly read?: string
  readonly write: string
}

/** Reasons in plain English: what was found instead of a readable file, and why a path can’t be written to. */
const reasons: Readonly<Record<string, Reason>> = {
  EACCES: { read: 'file without permission to read it', write: 'no permission' },
  EBUSY: { write: 'it is in use' },
  EDQUOT: { write: 'the quota of the disk is used up' },
  EEXIST: { write: 'it exists' },
  EFBIG: { write: 'it would be larger than the system allows' },
  EINVAL: { write: 'the file system does not allow such a name' },
  EIO: { write: 'the disk fails' },
  EISDIR: { read: 'folder', write: 'it is a folder' },
  ELOOP: { read: 'link that leads back to itself', write: 'a link on its path leads back to itself' },
  EMFILE: { write: 'too many files are open' },
  ENAMETOOLONG: { write: 'the name is too long' },
  ENFILE: { write: 'too many files are open' },
  ENOENT: { read: 'file that was gone when it was read', write: 'its folder does not exist' },
  ENOSPC: { write: 'the disk is full' },
  ENOTDIR: { write: 'its folder is a file' },
  ENOTEMPTY: { write: 'another program writes there' },
  EPERM: { read: 'file without permission to read it', write: 'no permission' },
  EROFS: { write: 'the file system is read-only' },
  EXDEV: { write: 'it is on another disk than its folder' },
}

const reasonOf = (error: unknown): Reason | undefined => reasons[codeOf(error) ?? '']

/** What was found instead of a readable file. */
export const readFailure = (error: unknown): string =>
  reasonOf(error)?.read ?? `error of the file system (${codeOf(error) ?? 'unknown'})`

/** Whether the file system has thrown an error, not this program. */
const isOfTheSystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error

/** Why a path can't be written to; undefined when the file system is not to blame. */
export const writeFailure = (error: unknown): string | undefined =>
  reasonOf(error)?.write ?? (isOfTheSystem(error) ? `error of the file system (${codeOf(error)})` : undefined)
