import type { Library } from './records.ts'
import type { Instant } from './types.ts'

/** What an export says it is. */
export const exportFormat = 'audio-text-drills/practice'
/** The version of the export's shape; files of this one and all before can be read. */
export const exportVersion = 1
/** The most that an import reads, in bytes: some two thousand attempts with long answers. */
export const maxImportBytes = 20 * 1024 * 1024

/** The length of a text in UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    // Each half of a surrogate pair stands for two of the pair's four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3
  }
  return bytes
}

export interface ExportFile {
  readonly name: string
  readonly text: string
  /** False when the file has grown over `maxImportBytes`: say so beside the download. */
  readonly importable: boolean
}

/**
 * Everything that the learner owns, as one JSON file.
 * @param at when, for the file and, as a date in UTC, for its name
 */
export function exportLibrary(
  { attempts, cards, reviews, settings }: Library,
  packageVersion: string,
  at: Instant,
): ExportFile {
  const text = `${JSON.stringify({
    format: exportFormat,
    version: exportVersion,
    exportedAt: at,
    packageVersion,
    attempts,
    cards,
    reviews,
    settings,
  })}\n`
  const day = new Date(at).toISOString().slice(0, 10)
  return { name: `audio-text-drills-${day}.json`, text, importable: byteLength(text) <= maxImportBytes }
}
