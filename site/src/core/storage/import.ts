import type { Change } from '../model/change.ts'
import { canonicalJson } from '../model/objects.ts'
import type { Library } from '../model/records.ts'
import { failure, type Result, success } from '../model/result.ts'
import type { Attempt } from '../model/types.ts'
import { type AttemptChange, attemptChanges } from './attempt-changes.ts'
import { byteLength, exportFormat, exportVersion, maxImportBytes } from './export.ts'
import { mergeLibraries } from './merge.ts'
import { list, object, oneOf, optional, type Parser, parsed, string } from './parse.ts'
import { parseAttempt } from './parse-attempt.ts'
import { parseCard, parseReview, parseSample, parseSettings } from './parse-records.ts'
import { instant } from './stored-values.ts'

/** Why a file was rejected; nothing has changed. */
export interface ImportFailure {
  readonly reason: 'too-large' | 'not-json' | 'truncated' | 'not-ours' | 'older' | 'newer' | 'invalid'
  /** For the learner. Quotes nothing from the file except its format version. */
  readonly message: string
}

const refuse = (reason: ImportFailure['reason'], message: string) =>
  failure({ reason, message: `${message} Nothing was changed.` })

const megabytes = (bytes: number): number => Math.round((bytes / 1024 / 1024) * 10) / 10

/**
 * Checks the size of a file before it is loaded into memory.
 * @param bytes the size of the file
 */
export const checkSize = (bytes: number): Result<null, ImportFailure> =>
  bytes <= maxImportBytes
    ? success(null)
    : refuse(
        'too-large',
        `The file is ${megabytes(bytes)} MB; exports of this site are at most ${megabytes(maxImportBytes)} MB.`,
      )

/** The oldest version that can be read: it lacks what was added later. */
const oldestVersion = 2

const file: Parser<Library & { readonly version: number }> = object({
  format: oneOf(exportFormat),
  version: oneOf(oldestVersion, exportVersion),
  exportedAt: instant,
  packageVersion: string(100),
  attempts: list(parseAttempt, 100_000),
  cards: list(parseCard, 100_000),
  reviews: list(parseReview, 1_000_000),
  samples: optional(list(parseSample, 100_000), []),
  settings: parseSettings,
})

function readJson(text: string): Result<unknown, ImportFailure> {
  try {
    return success(JSON.parse(text))
  } catch {
    const ours = text.slice(0, 200).includes(exportFormat)
    return ours
      ? refuse('truncated', 'The file is an export of this site, but it is damaged or its end is missing.')
      : refuse('not-json', 'The file is not an export of this site: it can’t be read as JSON.')
  }
}

function headOf(value: unknown): { readonly format: unknown; readonly version: unknown } {
  const isObject = typeof value === 'object' && value !== null
  return {
    format: isObject && 'format' in value ? value.format : undefined,
    version: isObject && 'version' in value ? value.version : undefined,
  }
}

/** Parses an export. The result is plain data: markup in it is just text. */
export function readExport(text: string): Result<Library, ImportFailure> {
  const size = checkSize(byteLength(text))
  if (!size.ok) return size
  const json = readJson(text)
  if (!json.ok) return json
  const { format, version } = headOf(json.value)
  if (format !== exportFormat) return refuse('not-ours', 'The file is not an export of this site.')
  if (typeof version === 'number' && Number.isInteger(version) && version < oldestVersion) {
    return refuse(
      'older',
      'The file was exported by an earlier version of this site, whose grades can’t be carried over to the criteria that drills have now.',
    )
  }
  if (typeof version === 'number' && Number.isInteger(version) && version > exportVersion) {
    return refuse(
      'newer',
      `The file was made by a newer version of this site (format ${version}; this one reads ${exportVersion}). Reload the page to get the newer version, then import again.`,
    )
  }
  const library = parsed(file, json.value, 'file')
  if (!library.ok) return refuse('invalid', `The file is not a valid export of this site. ${library.error}.`)
  const { attempts, cards, reviews, samples, settings } = library.value
  return success({ attempts, cards, reviews, samples, settings })
}

export interface Tally {
  readonly added: number
  readonly changed: number
  readonly same: number
}

/** The effect of an import, to preview and then save as one change. */
export interface ImportPlan {
  readonly library: Library
  readonly change: Change
  readonly attempts: Tally
  readonly cards: Tally
  readonly reviews: Tally
  readonly samples: Tally
  /** What happens to each attempt that is new or changed. */
  readonly details: readonly AttemptChange[]
  /** Whether the file holds nothing that is not here. */
  readonly isEmpty: boolean
  /** Why it can't be imported, for the learner; null when it can. */
  readonly refusal: string | null
}

interface Identified {
  readonly id: string
}

function difference<Item extends Identified>(
  before: readonly Item[],
  incoming: readonly Item[],
  after: readonly Item[],
) {
  const known = new Map(before.map((item) => [item.id, item]))
  const put = after.filter((item) => {
    const old = known.get(item.id)
    return old !== item && (!old || canonicalJson(old) !== canonicalJson(item))
  })
  const added = put.filter(({ id }) => !known.has(id)).length
  const changed = put.length - added
  const same = new Set(incoming.map(({ id }) => id)).size - added - changed
  return { put, tally: { added, changed, same } }
}

/**
 * Plans a lossless merge of an export into the library.
 * @param incoming from `readExport` and then `upgradeLibrary`, so that renamed ids match
 */
export function planImport(current: Library, incoming: Library): ImportPlan {
  const library = mergeLibraries(current, incoming)
  const attempts = difference(current.attempts, incoming.attempts, library.attempts)
  const cards = difference(current.cards, incoming.cards, library.cards)
  const reviews = difference(current.reviews, incoming.reviews, library.reviews)
  const samples = difference(current.samples, incoming.samples, library.samples)
  const { settings } = library
  const isSame = canonicalJson(settings) === canonicalJson(current.settings)
  const isEmpty = isSame && [attempts, cards, reviews, samples].every(({ put }) => put.length === 0)
  return {
    library,
    change: {
      attempts: attempts.put,
      cards: cards.put,
      reviews: reviews.put,
      samples: samples.put,
      ...(isSame ? {} : { settings }),
    },
    attempts: attempts.tally,
    cards: cards.tally,
    reviews: reviews.tally,
    samples: samples.tally,
    details: attemptChanges(current.attempts, incoming.attempts, attempts.put),
    isEmpty,
    refusal: refusalOf(current, attempts.put),
  }
}

/** Two states that can be read may be too much for one. What can't be read again is not stored. */
function refusalOf(current: Library, put: readonly Attempt[]): string | null {
  const known = new Set(current.attempts.map(({ id }) => id))
  const large = put
    .filter(({ id }) => known.has(id))
    .find((each) => !parsed(parseAttempt, each, 'attempt').ok)
  return large
    ? `Together with what is here, “${large.title}” would have more texts than an attempt can hold. Nothing was changed.`
    : null
}
