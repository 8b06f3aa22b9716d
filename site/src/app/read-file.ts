import { checkSize, type ImportFailure, readExport } from '../core/import.ts'
import { failure, type Result, success } from '../core/result.ts'
import { type Upgrade, upgradeLibrary } from '../core/upgrade.ts'

/** Reads an exported file and follows renamed drills in it. Nothing is changed yet. */
export async function readFile(file: File): Promise<Result<Upgrade, ImportFailure>> {
  const size = checkSize(file.size)
  if (!size.ok) return size
  try {
    const library = readExport(await file.text())
    if (!library.ok) return library
    const { resolveId } = await import('audio-text-drills')
    return success(upgradeLibrary(library.value, resolveId))
  } catch {
    return failure({ reason: 'invalid', message: 'The file could not be read. Nothing was changed.' })
  }
}
