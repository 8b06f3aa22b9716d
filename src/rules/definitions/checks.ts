import type { DefinitionDocument } from '../../model/definitions.ts'
import type { CorpusFinding } from '../../model/diagnostic.ts'
import { sectionOf } from '../../model/read-definitions.ts'
import { PatternError } from '../../rubric/pattern.ts'
import { didYouMean } from '../../text/did-you-mean.ts'
import { oneOf, quote } from '../../text/quote.ts'
import { title } from '../../text/slug.ts'

export type Path = readonly (string | number)[]
export type Say = (path: Path, message: string) => CorpusFinding

/** Findings of a document by the path of a key or value. */
export const sayIn =
  <T>({ file, locate, matter }: DefinitionDocument<T>): Say =>
  (path, message) => ({ file, place: locate(matter.at(path)), message })

/** Ids that a list has twice. */
export function* repeatedIds(ids: readonly string[], path: Path, say: Say): Generator<CorpusFinding> {
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) !== index)
      yield say(
        [...path, index, 'id'],
        `Unexpected second ${quote(id)} in \`${path.join('.')}\`, expected each id once`,
      )
  }
}

/** Ids that a list has twice, or that have no heading of their name with text under it. */
export function* badlyHeadedIds<T>(
  document: DefinitionDocument<T>,
  list: string,
  ids: readonly string[],
  say: Say,
): Generator<CorpusFinding> {
  yield* repeatedIds(ids, [list], say)
  for (const [index, id] of ids.entries()) {
    const path = [list, index, 'id']
    if (ids.indexOf(id) !== index) continue
    if (!sectionOf(document, id))
      yield say(
        path,
        `Unexpected id ${quote(id)} without a heading, expected a heading \`### ${title(id)}\` with a paragraph in this file`,
      )
    else if (sectionOf(document, id)?.words === 0)
      yield say(path, `Unexpected empty section under the heading of ${quote(id)}, expected a paragraph`)
  }
}

/** An id that is none of those declared elsewhere. */
export function* undeclaredId(
  ids: readonly string[],
  id: string,
  path: Path,
  what: string,
  say: Say,
): Generator<CorpusFinding> {
  if (ids.includes(id)) return
  const meant = didYouMean(id, ids)
  const expected = ids.length === 0 ? 'none, as there are none' : oneOf([...new Set(ids)])
  yield say(
    path,
    `Unexpected ${what} ${quote(id)}, expected ${expected}${meant ? `; did you mean \`${meant}\`?` : ''}`,
  )
}

/**
 * A pattern that can't be read.
 * @param compile one for all patterns of a document, so that each list is read once
 */
export function* unreadablePattern(
  source: string,
  compile: (source: string) => unknown,
  path: Path,
  say: Say,
): Generator<CorpusFinding> {
  try {
    compile(source)
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    yield say(
      path,
      `Unexpected pattern: it has ${error.message}, expected words, \`$lists\` and \`<amounts>\` joined by \` | \`, \` & \` and \` .. \``,
    )
  }
}
