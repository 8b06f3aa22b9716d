import { type LazySource, load, type Source } from '../io/source.ts'
import { asDrill, type CorpusModel } from '../model/corpus-model.ts'
import type { Definitions } from '../model/definitions.ts'
import type { Drill } from '../model/drill.ts'
import type { FileResult } from './file-result.ts'
import { lintMember } from './lint-member.ts'

/** The result of a drill, sample or track, and what the caller made of it. */
export interface DrillResult<T> {
  readonly result: FileResult
  /** Absent when the drill could not be read. */
  readonly made?: T
}

/** Makes something of a drill, sample or track while its model is in memory; undefined where there is nothing to make. */
export type Make<T> = (model: CorpusModel, definitions: Definitions) => T | undefined

/** Results of earlier runs. */
export interface DrillCache<T> {
  /** The result of a drill that has not changed; undefined when there is none that can be used. */
  readonly get: (source: Source) => DrillResult<T> | undefined
  readonly set: (source: Source, result: DrillResult<T>) => void
}

/** Makes something of drills, and nothing of samples and tracks. */
export const ofDrills =
  <T>(make: (drill: Drill, definitions: Definitions) => T | undefined): Make<T> =>
  (model, definitions) => {
    const drill = asDrill(model)
    return drill && make(drill, definitions)
  }

/** Makes nothing: for callers that want findings only. */
export const makeNothing: Make<undefined> = () => undefined

/** Lints drills one by one. Of each only the result stays in memory, and what was made of it. */
export function drillResults<T>(
  sources: readonly (Source | LazySource)[],
  definitions: Definitions | undefined,
  make: Make<T>,
  cache?: DrillCache<T>,
): DrillResult<T>[] {
  const freshResult = (source: Source): DrillResult<T> => {
    const { model, ...result } = lintMember(source, definitions)
    const made = model && definitions && make(model, definitions)
    // A clone, because a slice of a file's text keeps all of that text in memory: 80 MB for 10,000 drills.
    const found = { result: structuredClone(result), ...(made !== undefined && { made }) }
    cache?.set(source, found)
    return found
  }
  return sources.map((entry) => {
    const source = load(entry)
    return cache?.get(source) ?? freshResult(source)
  })
}
