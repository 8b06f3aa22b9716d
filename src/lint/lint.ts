import { setImmediate as nextTurn } from 'node:timers/promises'
import { load, type Source, type Unread } from '../io/source.ts'
import { definitionFiles, loopFile, redirectsFile, rubricFile } from '../model/definition-files.ts'
import type { Definitions } from '../model/definitions.ts'
import type { Drill } from '../model/drill.ts'
import { readDefinitions } from '../model/read-definitions.ts'
import { parsePracticeLoop, parseRedirects, parseRubric } from '../parse/definitions.ts'
import { type FileResult, lintDocument, lintDrill, lintRedirects } from './lint-file.ts'
import { type Findings, type Mapped, type Reduced, reduce, type Surroundings } from './reduce.ts'

export interface LintInput extends Surroundings {
  readonly sources: readonly (Source | Unread)[]
}

export interface LintResult<T> extends Reduced {
  /** What was made of every drill that could be read, in the order of files. */
  readonly drills: readonly T[]
}

/** What one drill comes to, without its syntax tree. */
export interface Known<T> {
  readonly result: Findings
  /** What the caller made of the drill; nothing where it could not be read. */
  readonly made: readonly T[]
}

/** What earlier runs found of drills that are still the same. */
export interface Memory<T> {
  readonly recall: (entry: Source | Unread) => Known<T> | undefined
  readonly keep: (source: Source, known: Known<T>) => void
}

/** What is wanted of every drill, one after the other, so that none of them has to stay in memory. */
export interface Wanted<T> {
  /** Takes it from a drill while its syntax tree is at hand. */
  readonly make: (drill: Drill, definitions: Definitions) => T
  /** Gets it, in the order of files. */
  readonly use: (made: T) => void
  /** Spares what is still known. */
  readonly memory?: Memory<T> | undefined
}

/** Nothing besides the findings. */
export const findingsOnly: Wanted<void> = { make: () => undefined, use: () => undefined }

export const lintLoop = (source: Source): Mapped['loop'] => lintDocument(source, parsePracticeLoop)
export const lintRubric = (source: Source): Mapped['rubric'] => lintDocument(source, parseRubric)
export const lintRedirectsFile = (source: Source): Mapped['redirects'] =>
  lintRedirects(source, parseRedirects)

/** The files of a corpus that are drills. */
export const drillsOf = (sources: LintInput['sources']): LintInput['sources'] =>
  sources.filter(({ file }) => !definitionFiles.includes(file) && file !== redirectsFile)

/** The definition documents of a corpus, and the redirects. */
export function lintDocuments(sources: LintInput['sources']): Omit<Mapped, 'drills'> {
  const read = <R>(file: string, by: (source: Source) => FileResult<R>): FileResult<R> => {
    const entry = sources.find((each) => each.file === file)
    return entry ? by(load(entry)) : { diagnostics: [] }
  }
  const loop = read(loopFile, lintLoop)
  const rubric = read(rubricFile, lintRubric)
  const redirects = read(redirectsFile, lintRedirectsFile)
  return { loop, rubric, redirects, definitions: readDefinitions(loop.value, rubric.value) }
}

/** Every drill on its own. */
export function lintDrills<T>(
  sources: LintInput['sources'],
  definitions: Definitions | undefined,
  { make, use, memory }: Wanted<T>,
): Findings[] {
  const lintAnew = (source: Source): Known<T> => {
    const { value, ...result } = lintDrill(source, definitions)
    const known = { result, made: value && definitions ? [make(value, definitions)] : [] }
    memory?.keep(source, known)
    return known
  }
  return drillsOf(sources).map((entry) => {
    const { result, made } = memory?.recall(entry) ?? lintAnew(load(entry))
    made.forEach(use)
    return result
  })
}

/** Drills that are linted before the event loop has a turn. */
const turn = 200

/**
 * The same in turns of the event loop, because the native parser lets go of its memory only between them: 250 MB for
 * 15,000 drills.
 */
export async function lintInTurns<T>(
  sources: LintInput['sources'],
  definitions: Definitions | undefined,
  wanted: Wanted<T>,
): Promise<Findings[]> {
  const drills = drillsOf(sources)
  const found: Findings[] = []
  for (let at = 0; at < drills.length; at += turn) {
    found.push(...lintDrills(drills.slice(at, at + turn), definitions, wanted))
    if (at + turn < drills.length) await nextTurn()
  }
  return found
}

/**
 * Lints a whole corpus: every file on its own, then what only all of them together show.
 * @param make takes what is wanted of a drill while its syntax tree is at hand
 */
export function lint<T>(
  input: LintInput,
  make: (drill: Drill, definitions: Definitions) => T,
): LintResult<T> {
  const made: T[] = []
  const documents = lintDocuments(input.sources)
  const drills = lintDrills(input.sources, documents.definitions, { make, use: (each) => made.push(each) })
  return { ...reduce({ ...documents, drills }, input), drills: made }
}
