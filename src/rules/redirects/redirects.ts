import { redirectsFile } from '../../model/definition-files.ts'
import type { RedirectsDocument } from '../../model/definitions.ts'
import type { CorpusFinding } from '../../model/diagnostic.ts'
import { type Ended, endedIds } from '../../model/ended-ids.ts'
import type { Corpus } from '../../model/facts.ts'
import { publishedIds } from '../../model/history.ts'
import { quote } from '../../text/quote.ts'
import type { CorpusRule } from '../rule.ts'
import { badCriteria } from './criteria.ts'
import { lostRedirect, reusedIds, strayRedirect } from './published.ts'
import { brokenCriteria, lostCriteria } from './published-criteria.ts'
import type { Redirect } from './redirect.ts'
import { badTargets } from './targets.ts'

const file = redirectsFile
const start = { line: 1, column: 1, endLine: 1, endColumn: 1 }

function readRedirects(document: RedirectsDocument | undefined): Redirect[] {
  const { renamed = {}, split = {}, retired = {} } = document?.matter.data ?? {}
  return [
    ...Object.entries(renamed).map(
      ([from, id]): Redirect => ({ from, group: 'renamed', to: [{ id, path: ['renamed', from] }] }),
    ),
    ...Object.entries(split).map(
      ([from, { ids }]): Redirect => ({
        from,
        group: 'split',
        to: ids.map((id, index) => ({ id, path: ['split', from, 'ids', index] })),
      }),
    ),
    ...Object.keys(retired).map((from): Redirect => ({ from, group: 'retired', to: [] })),
  ]
}

/** Without a readable history a published id could vanish unnoticed. */
function* historyProblems({ published, changes }: Corpus['history']): Generator<CorpusFinding> {
  for (const { file: name, problem } of [published, changes]) if (problem) yield { file: name, ...problem }
  const [newest, ...earlier] = changes.data ?? []
  // A first release that was broken off has left its changes without a record.
  if (newest && earlier.length > 0 && !published.problem && (published.data?.version ?? null) === null)
    yield {
      file: published.file,
      place: start,
      message: `Unexpected missing record of version ${quote(newest.version)}, which \`${changes.file}\` holds, expected what the version script wrote; restore \`${published.file}\` from the last release`,
    }
}

/** Redirects whose own id can't stand there. */
function* sources(
  all: readonly Redirect[],
  document: RedirectsDocument,
  { facts }: Corpus,
  ended: ReadonlyMap<string, Ended>,
): Generator<CorpusFinding> {
  const statuses = new Map(facts.flatMap(({ drill }) => (drill ? [[drill.id, drill.status] as const] : [])))
  const groups = new Map<string, Redirect['group']>()
  for (const { from, group } of all) {
    const place = document.locate(document.matter.keyAt([group, from]))
    const status = statuses.get(from)
    // Of an id that ended in an earlier version, the drill is what is wrong.
    if (status !== undefined && !ended.has(from))
      yield {
        file,
        place,
        message:
          status === 'draft'
            ? `Unexpected redirect of ${quote(from)}, which a draft bears, expected a draft with an id of its own: an id that is redirected is never a drill’s again`
            : `Unexpected redirect of the existing drill ${quote(from)}, expected an id that is gone`,
      }
    const first = groups.get(from)
    if (first)
      yield {
        file,
        place,
        message: `Unexpected second redirect of ${quote(from)}, expected one; it is also under \`${first}\``,
      }
    else groups.set(from, group)
  }
}

function* check(corpus: Corpus): Generator<CorpusFinding> {
  yield* historyProblems(corpus.history)
  const live = new Set(
    corpus.facts.flatMap(({ drill }) => (drill && drill.status !== 'draft' ? [drill.id] : [])),
  )
  const ended = endedIds(corpus.history)
  yield* reusedIds(corpus, ended)
  const document = corpus.redirects
  const all = readRedirects(document)
  const byId = new Map([...all].reverse().map((redirect) => [redirect.from, redirect]))
  if (document) {
    yield* sources(all, document, corpus, ended)
    for (const redirect of all) yield* badTargets(redirect, byId, live, document)
    yield* badCriteria(document, corpus)
  }
  if (document && !document.matter.data) return
  const unread = new Set(corpus.unread)
  const isDrill = (id: string): boolean => live.has(id) || unread.has(id)
  for (const id of publishedIds(corpus.history)) {
    if (isDrill(id) || byId.has(id) || ended.has(id)) continue
    yield {
      file,
      place: start,
      message: `Unexpected missing redirect of the published id ${quote(id)}, expected a line for it under \`renamed\`, \`split\` or \`retired\`: apps have stored it`,
    }
  }
  const bearers = new Set(corpus.facts.map(({ drill }) => drill?.id))
  const known = { isDrill, redirects: byId, ended }
  for (const [id, end] of ended) {
    if (unread.has(id) || bearers.has(id)) continue
    const redirect = byId.get(id)
    const message = redirect ? strayRedirect(redirect, end, known) : lostRedirect(id, end, known)
    if (message === undefined) continue
    const path = redirect?.to[0]?.path ?? [redirect?.group ?? '', id]
    yield { file, place: redirect && document ? document.locate(document.matter.at(path)) : start, message }
  }
  yield* lostCriteria(corpus)
  yield* brokenCriteria(corpus)
}

export const redirects: CorpusRule = {
  id: 'redirects',
  scope: 'corpus',
  description:
    'a redirect that leads nowhere or elsewhere than it was published, a published id of a drill or criterion that is gone without one or used again, or a history that can’t be read',
  check,
}
