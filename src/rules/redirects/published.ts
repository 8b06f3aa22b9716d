import type { CorpusFinding } from '../../model/diagnostic.ts'
import { type Ended, endsOf } from '../../model/ended-ids.ts'
import type { Corpus } from '../../model/facts.ts'
import { quote } from '../../text/quote.ts'
import type { Redirect } from './redirect.ts'

const list = (ids: Iterable<string>): string => [...ids].map((id) => quote(id)).join(' and ')

const fate = ({ kind, to }: Ended): string => {
  if (kind === 'renamed') return `was renamed to ${list(to)}`
  return kind === 'split' ? `was split into ${list(to)}` : 'was retired'
}

/** Drills, drafts too, under an id that another one had. */
export function* reusedIds({ facts }: Corpus, ended: ReadonlyMap<string, Ended>): Generator<CorpusFinding> {
  for (const { file, drill } of facts) {
    const end = drill && ended.get(drill.id)
    // What left without a redirect may come back: nothing says yet that it is gone for good.
    if (!end || end.kind === 'removed') continue
    yield {
      file,
      place: drill.places.id,
      message: `Unexpected id ${quote(drill.id)}, which ${fate(end)} in a published version, expected one that no drill has had: apps have stored it for the other drill`,
    }
  }
}

/** What is known of ids: which of them drills bear, and where the others lead now, or led in an earlier version. */
export interface KnownIds {
  readonly isDrill: (id: string) => boolean
  readonly redirects: ReadonlyMap<string, Redirect>
  readonly ended: ReadonlyMap<string, Ended>
}

function currentEnds(
  { kind, to }: Ended,
  { isDrill, redirects, ended }: KnownIds,
): ReadonlySet<string> | undefined {
  const next = (id: string): readonly string[] | undefined =>
    redirects.get(id)?.to.map((each) => each.id) ?? ended.get(id)?.to
  return kind === 'removed' ? undefined : endsOf(to, isDrill, next)
}

const lineFor = (id: string, ends: ReadonlySet<string>): string => {
  if (ends.size === 0) return 'its line under `retired`'
  if (ends.size > 1) return `its line under \`split\`, with ${list(ends)}`
  return `the line ${quote(`${id}: ${[...ends].join('')}`, 140)} under \`renamed\``
}

/** What to say of a published redirect that is gone. */
export function lostRedirect(id: string, end: Ended, known: KnownIds): string {
  const ends = currentEnds(end, known)
  const expected = ends ? lineFor(id, ends) : 'a line for it under `renamed`, `split` or `retired`'
  return `Unexpected missing redirect of the published id ${quote(id)}, expected ${expected}: apps have stored it`
}

/**
 * What to say of a published redirect that leads elsewhere than it did. It may only follow its targets: to what they are
 * called now, what they were split into, or their end.
 */
export function strayRedirect({ from, to }: Redirect, end: Ended, known: KnownIds): string | undefined {
  const ids = to.map(({ id }) => id)
  const ends = currentEnds(end, known)
  // Targets that are no drills are findings of their own.
  if (!ends || !ids.every(known.isDrill)) return undefined
  if (ids.length === ends.size && ids.every((id) => ends.has(id))) return undefined
  const now = ids.length === 0 ? 'retirement' : `target ${list(ids)}`
  return `Unexpected ${now} of the published id ${quote(from)}, which ${fate(end)}, expected ${lineFor(from, ends)}: a redirect that was published only follows its target`
}
