import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { UsageError } from '../../io/usage-error.ts'
import { quote } from '../../text/quote.ts'

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'it exists',
  ENOTDIR: 'its folder is a file',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'no permission',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its folder is a link that leads back to itself',
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/**
 * Writes a file that does not exist yet. Unlike the replacing of a file, this must fail when another program was
 * faster, so the file is opened for creation only.
 * @param shown how the file is called in messages
 * @throws UsageError for a place that can't be written to
 */
export function createFile(file: string, text: string, shown: string): void {
  const folder = path.dirname(file)
  try {
    // Git keeps no empty folders, so that of a kind without drills may be missing.
    if (!existsSync(folder)) mkdirSync(folder)
    writeFileSync(file, text, { flag: 'wx' })
  } catch (error) {
    const code = codeOf(error)
    // A file that got no room for its text is not left behind as an empty one.
    if (code === 'ENOSPC' || code === 'EDQUOT') rmSync(file, { force: true })
    if (reasons[code] === undefined) throw error
    throw new UsageError(`can’t write ${quote(shown, 200)}: ${reasons[code]}`)
  }
}
