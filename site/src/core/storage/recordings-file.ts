import { failure, type Result, success } from '../model/result.ts'
import type { Attempt, Instant } from '../model/types.ts'
import { bytesOf, type Take } from '../speaking/takes.ts'
import { exportFormat } from './export.ts'
import { list, object, oneOf, type Parser, parsed, string } from './parse.ts'
import { takeShape } from './parse-take.ts'
import { instant } from './stored-values.ts'

/**
 * A file of recordings: a line of JSON, the header, then the sounds one after the other in the order in which it names
 * them. So neither writing nor reading needs all of it in memory.
 */
const recordingsFormat = 'audio-text-drills/recordings'
const version = 1
/**
 * Whether a file is one of recordings, by what it begins with; by its name where that tells nothing, as in a damaged one.
 * @param start some 200 characters
 */
export const isRecordings = (name: string, start: string): boolean =>
  start.includes(`"${recordingsFormat}"`) ||
  (/\.recordings$/i.test(name) && !start.includes(`"${exportFormat}"`))

/** The header of ten thousand takes fits. */
export const mostHeaderBytes = 16 * 1024 * 1024

/** A take with the SHA-256 of its sound, in hexadecimal. */
export interface FiledTake extends Take {
  readonly digest: string
}

export interface RecordingsHeader {
  /** The name of the package that the site shows. */
  readonly site: string
  readonly takes: readonly FiledTake[]
}

const header = object({
  format: oneOf(recordingsFormat),
  version: oneOf(version),
  site: string(214),
  exportedAt: instant,
  takes: list(object({ ...takeShape, digest: string(64, /^[0-9a-f]{64}$/) }) as Parser<FiledTake>, 100_000),
})

export const headerText = ({ site, takes }: RecordingsHeader, at: Instant): string =>
  `${JSON.stringify({ format: recordingsFormat, version, site, exportedAt: at, takes })}\n`

/** A size as one reads it: `62 KB`, `1.5 MB`. */
export const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

export interface RecordingsFailure {
  readonly reason: 'not-ours' | 'other-site' | 'newer' | 'damaged' | 'strangers' | 'too-large'
  /** For the learner. */
  readonly message: string
}

export const refuseRecordings = (reason: RecordingsFailure['reason'], message: string) =>
  failure({ reason, message: `${message} Nothing was changed.` })

const damaged = 'The file of recordings is damaged or its end is missing.'
export const refuseDamaged = () => refuseRecordings('damaged', damaged)

/**
 * Reads the header of a file.
 * @param text the first line, undefined when there is none
 * @param soundBytes how much follows it
 * @param site the name of the package that this site shows
 */
export function readHeader(
  text: string | undefined,
  soundBytes: number,
  site: string,
): Result<RecordingsHeader, RecordingsFailure> {
  if (text === undefined) return refuseDamaged()
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refuseDamaged()
  }
  if (typeof json !== 'object' || json === null || !('format' in json) || json.format !== recordingsFormat)
    return refuseRecordings('not-ours', 'The file holds no recordings of this site.')
  if ('version' in json && typeof json.version === 'number' && json.version > version)
    return refuseRecordings(
      'newer',
      'The file was made by a newer version of this site. Reload the page to get that version, then import again.',
    )
  const result = parsed(header, json, 'file')
  if (!result.ok) return refuseDamaged()
  const { takes } = result.value
  if (result.value.site !== site)
    return refuseRecordings('other-site', 'The file holds recordings of another site.')
  const isUnique = new Set(takes.map(({ id }) => id)).size === takes.length
  return isUnique && bytesOf(takes) === soundBytes && takes.every(({ endedAt }) => endedAt !== null)
    ? success({ site, takes })
    : refuseDamaged()
}

/** What an import of recordings would do. */
export interface RecordingsPlan {
  readonly added: readonly FiledTake[]
  /** Takes that are here already. */
  readonly same: number
  /** Takes of attempts that are not here. */
  readonly strangers: number
}

/**
 * Plans an import.
 * @param attempts those that are here; a take belongs to a phase or a begun follow-up of one of them
 * @param space how many bytes recordings may take
 */
export function planRecordings(
  { takes }: RecordingsHeader,
  present: readonly Take[],
  attempts: readonly Attempt[],
  space: number,
): Result<RecordingsPlan, RecordingsFailure> {
  const known = new Set(
    attempts.flatMap(({ id, phases, followUps }) =>
      [...phases, ...followUps].map((part) => `${id}/${part.id}`),
    ),
  )
  const here = new Set(present.map(({ id }) => id))
  const ours = takes.filter(({ attemptId, part }) => known.has(`${attemptId}/${part}`))
  const added = ours.filter(({ id }) => !here.has(id))
  if (ours.length === 0 && takes.length > 0)
    return refuseRecordings(
      'strangers',
      'The recordings belong to attempts that are not here. Import the file with those attempts first.',
    )
  const free = Math.max(0, space - bytesOf(present))
  const needed = bytesOf(added)
  if (needed > free)
    return refuseRecordings(
      'too-large',
      `The recordings need ${sizeText(needed)}, and ${sizeText(free)} of the space for recordings are free. Delete some, or allow more space under Recordings.`,
    )
  return success({ added, same: ours.length - added.length, strangers: takes.length - ours.length })
}
