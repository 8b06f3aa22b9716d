import type { Library } from './records.ts'
import type { Instant } from './types.ts'

/** Identifies export files. */
export const exportFormat = 'audio-text-drills/practice'
/** The version of the export format. Files of other versions are refused. */
export const exportVersion = 3
/** The size limit for imports in bytes: about two thousand attempts with long answers. */
export const maxImportBytes = 20 * 1024 * 1024

/** The length of a text in UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    // Each half of a surrogate pair accounts for two of the pair's four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3
  }
  return bytes
}

export interface ExportFile {
  readonly name: string
  readonly text: string
  /** False when the file exceeds `maxImportBytes`; warn beside the download. */
  readonly importable: boolean
}

/** The package that the site shows. */
interface Published {
  readonly name: string
  readonly version: string
}

/** The name of a package as that of a file: `acme-drills` for `@acme/drills`. */
const fileName = (name: string): string => name.replace(/^@/, '').replaceAll('/', '-')

/**
 * Exports everything as one JSON file.
 * @param at the time of the export; its UTC date is part of the file name
 */
export function exportLibrary(
  { attempts, cards, reviews, samples, settings }: Library,
  { name, version }: Published,
  at: Instant,
): ExportFile {
  const text = `${JSON.stringify({
    format: exportFormat,
    version: exportVersion,
    exportedAt: at,
    packageVersion: version,
    attempts,
    cards,
    reviews,
    samples,
    settings,
  })}\n`
  const day = new Date(at).toISOString().slice(0, 10)
  return { name: `${fileName(name)}-${day}.json`, text, importable: byteLength(text) <= maxImportBytes }
}
