import { setTimeout as delay } from 'node:timers/promises'
import type { Reader } from '../../io/file-reader.ts'
import type { Io } from '../../io/io.ts'
import { UsageError } from '../../io/usage-error.ts'
import { printable } from '../../report/printable.ts'

/** Time in ms for an editor to finish: many write a temporary file first, or several files at once. */
const quietTime = 100

/** Clears the screen and its scrollback. */
const clear = '\u001b[2J\u001b[3J\u001b[H'

const note = 'watching drills/; Ctrl-C ends\n'

/** The next change of the corpus. Watches at once, so that no change during a lint is missed. */
function nextChange(reader: Reader, root: string): { happened: Promise<boolean>; close: () => void } {
  let tell: (changed: boolean) => void = () => undefined
  const happened = new Promise<boolean>((resolve) => {
    tell = resolve
  })
  return { happened, close: reader.watch(root, () => tell(true)) }
}

/** The report, or why there is none: a selected file that is gone may come back. */
async function shownBy(report: () => Promise<string>, first: boolean): Promise<string> {
  try {
    return await report()
  } catch (error) {
    if (first || !(error instanceof UsageError)) throw error
    return `drills: ${printable(error.message)}\n`
  }
}

/**
 * Prints a report whenever the corpus and with it the report has changed: over the old one in a terminal,
 * otherwise below it.
 */
export async function watch(root: string, report: () => Promise<string>, io: Io): Promise<number> {
  const clears = io.terminal && io.env['TERM'] !== 'dumb'
  const stopped = io.stopped?.().then(() => false) ?? Promise.resolve(false)
  let shown: string | undefined
  for (let going = true; going; ) {
    const change = nextChange(io.reader, root)
    try {
      const text = await shownBy(report, shown === undefined)
      if (text !== shown) io.stdout(clears ? `${clear}${text}\n${note}` : text)
      if (shown === undefined && !clears) io.stderr(`drills: ${note}`)
      shown = text
      going = await Promise.race([change.happened, stopped])
    } finally {
      change.close()
    }
    if (going) await delay(quietTime)
  }
  return 0
}
