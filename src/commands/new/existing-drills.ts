import path from 'node:path'
import { UsageError } from '../../io/usage-error.ts'
import type { LintResult } from '../../lint/lint.ts'
import type { LintInput } from '../../lint/lint-input.ts'
import { definitionFiles, redirectsFile } from '../../model/definition-files.ts'
import type { Definitions } from '../../model/definitions.ts'
import type { Kind } from '../../model/drill.ts'
import { endedIds } from '../../model/ended-ids.ts'
import type { DrillFacts } from '../../model/facts.ts'
import { publishedFile, publishedIds } from '../../model/history.ts'
import { isSampleFile } from '../../model/sample.ts'
import { isTrackFile } from '../../model/track.ts'
import { slug } from '../../text/slug.ts'

type Named = Pick<DrillFacts, 'id' | 'title'> & { readonly file: string }

/** What a new drill must agree with, or differ from. */
export interface ExistingDrills {
  readonly definitions: Definitions
  readonly drills: readonly Named[]
  /** Ids in use, with the file that holds each. */
  readonly ids: ReadonlyMap<string, string>
  /** The file of each title, by its slug. */
  readonly titles: ReadonlyMap<string, string>
  /** The file of each pinned place of a kind. */
  readonly orders: ReadonlyMap<string, string>
  readonly topics: readonly string[]
}

export const placeOf = (kind: Kind, order: number): string => `${kind} ${order}`

/** Ids that redirects lead away from. */
function redirected({ redirects }: LintResult<unknown>['corpus'], input: LintInput): string[] {
  if (!input.sources.some(({ file }) => file === redirectsFile)) return []
  const groups = redirects?.matter.data
  if (!groups)
    throw new UsageError(`\`${redirectsFile}\` can’t be read, but holds ids; \`drills lint\` says why`)
  return Object.values(groups).flatMap((group) => Object.keys(group))
}

/** The names of files count too: a drill that can't be read still has its name. */
const filesByName = ({ sources }: LintInput): [string, string][] =>
  sources
    .filter(
      ({ file }) =>
        file !== redirectsFile &&
        !definitionFiles.includes(file) &&
        !isSampleFile(file) &&
        !isTrackFile(file),
    )
    .map(({ file }) => [path.posix.parse(file).name.toLowerCase(), file])

/**
 * Collects this from a linted corpus of which the topics of each drill were taken.
 * @throws UsageError when a definition document can't be used
 */
export function existingDrills(input: LintInput, result: LintResult<readonly string[]>): ExistingDrills {
  const { definitions, facts } = result.corpus
  if (!definitions)
    throw new UsageError('the definition documents can’t be used; `drills lint` says what is wrong')
  const drills = facts.flatMap(({ file, drill }) => (drill ? [{ file, ...drill }] : []))
  return {
    definitions,
    drills,
    ids: new Map<string, string>([
      ...redirected(result.corpus, input).map((id) => [id, redirectsFile] as const),
      ...[...endedIds(result.corpus.history).keys(), ...publishedIds(result.corpus.history)].map(
        (id) => [id, publishedFile] as const,
      ),
      ...filesByName(input),
      ...drills.map(({ id, file }) => [id, file] as const),
    ]),
    titles: new Map(drills.map(({ title, file }) => [slug(title), file])),
    orders: new Map(
      drills.flatMap(({ kind, order, file }) => (order === undefined ? [] : [[placeOf(kind, order), file]])),
    ),
    topics: [...new Set(result.made.flat())].sort(),
  }
}
