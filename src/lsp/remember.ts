import type { Source } from '../io/source.ts'
import type { FileResult } from '../lint/lint-file.ts'
import type { Corpus } from '../model/facts.ts'

/** A function of one source that remembers its last result. */
export function remember<R>(by: (source: Source) => FileResult<R>): (source?: Source) => FileResult<R> {
  let last: { readonly source: Source; readonly result: FileResult<R> } | undefined
  return (source) => {
    if (!source) return { diagnostics: [] }
    if (last?.source !== source) last = { source, result: by(source) }
    return last.result
  }
}

/** What tells one pair of definition documents from another. */
export type Documents = Pick<Corpus, 'loop' | 'rubric'>

/** A function of both definition documents that gives the same result as long as they are the same. */
export function rememberBoth<C extends Documents, R>(by: (documents: C) => R): (documents: C) => R {
  let last: { readonly of: Documents; readonly result: R } | undefined
  return (documents) => {
    if (!last || last.of.loop !== documents.loop || last.of.rubric !== documents.rubric)
      last = { of: { loop: documents.loop, rubric: documents.rubric }, result: by(documents) }
    return last.result
  }
}
