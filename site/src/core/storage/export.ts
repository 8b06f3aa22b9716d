import type { Library } from '../model/records.ts'
import type { Instant } from '../model/types.ts'

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
 * The name of an export of a package.
 * @param at its UTC date is part of the name
 */
export const exportName = (name: string, at: Instant, ending: 'json' | 'recordings'): string =>
  `${fileName(name)}-${new Date(at).toISOString().slice(0, 10)}.${ending}`

/**
 * Exports everything but recordings as one JSON file.
 * @param at the time of the export
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
  return { name: exportName(name, at, 'json'), text, importable: byteLength(text) <= maxImportBytes }
}
