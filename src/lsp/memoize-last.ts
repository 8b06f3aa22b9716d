import type { Source } from '../io/source.ts'
import type { ModelResult } from '../lint/file-result.ts'
import type { Corpus } from '../model/facts.ts'

/** Keeps the last result of a function of one source. */
export function memoizeLast<R>(
  by: (source: Source) => ModelResult<R>,
): (source?: Source) => ModelResult<R> | undefined {
  let last: { readonly source: Source; readonly result: ModelResult<R> } | undefined
  return (source) => {
    if (!source) return undefined
    if (last?.source !== source) last = { source, result: by(source) }
    return last.result
  }
}

/** What the result depends on. */
export type Documents = Pick<Corpus, 'loop' | 'rubric'>

/** Keeps the last result of a function of both definition documents. */
export function memoizeLastPair<C extends Documents, R>(by: (documents: C) => R): (documents: C) => R {
  let last: { readonly of: Documents; readonly result: R } | undefined
  return (documents) => {
    if (!last || last.of.loop !== documents.loop || last.of.rubric !== documents.rubric)
      last = { of: { loop: documents.loop, rubric: documents.rubric }, result: by(documents) }
    return last.result
  }
}
