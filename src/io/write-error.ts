import { writeFailure } from './file-errors.ts'
import { UsageError } from './usage-error.ts'

/**
 * What to throw when a write failed: a UsageError where the path is to blame, otherwise the error itself.
 * @param shown what could not be written, quoted
 */
export function writeError(error: unknown, shown: string): unknown {
  const reason = writeFailure(error)
  return reason === undefined ? error : new UsageError(`can’t write ${shown}: ${reason}`)
}
