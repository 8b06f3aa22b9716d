import { gzipSync } from 'node:zlib'
import type { Diagnostic } from '../model/diagnostic.ts'
import { itemAt } from '../text/item-at.ts'

/** Most results of one run that GitHub takes; a file with more is refused. */
const mostResults = 25_000

/** Most bytes of a file that GitHub takes, compressed. Kept below the 10 MB that it names. */
const mostBytes = 9_500_000

/** Most characters before that: a longer text could not be put together at all. */
const mostCharacters = 100_000_000

/** About as many characters as a result takes. */
const lengthOf = ({ message, fix = [] }: Diagnostic): number =>
  2000 + message.length + fix.reduce((sum, { text: by }) => sum + by.length, 0)

/** The indexes of those for which there is room: errors first, of each severity in order. */
export function keptResults(diagnostics: readonly Diagnostic[], most: number): ReadonlySet<number> {
  const indexes = diagnostics.map((_, index) => index)
  const isError = (index: number): boolean => itemAt(diagnostics, index).severity === 'error'
  const ranked = [...indexes.filter(isError), ...indexes.filter((index) => !isError(index))].slice(0, most)
  let length = 0
  const end = ranked.findIndex((index) => {
    length += lengthOf(itemAt(diagnostics, index))
    return length > mostCharacters
  })
  return new Set(end === -1 ? ranked : ranked.slice(0, end))
}

/** The size of a text as it is uploaded. One below the limit anyway is not compressed to find that out. */
const sizeOf = (log: string): number =>
  Buffer.byteLength(log) <= mostBytes ? 0 : gzipSync(log, { level: 6 }).length

/**
 * Makes a log that GitHub takes.
 * @param amount the results that there are
 * @param logOf makes the log with at most so many results
 */
export function withinLimits(amount: number, logOf: (most: number) => string): string {
  let most = Math.min(amount, mostResults)
  for (;;) {
    const log = logOf(most)
    const size = sizeOf(log)
    if (size <= mostBytes || most === 0) return log
    most = Math.floor((most * mostBytes * 0.9) / size)
  }
}
