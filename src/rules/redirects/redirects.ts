import type { RedirectsDocument } from '../../model/definitions.ts'
import type { CorpusFinding } from '../../model/diagnostic.ts'
import type { Corpus } from '../../model/facts.ts'
import { publishedIds } from '../../model/history.ts'
import { didYouMean } from '../../text/did-you-mean.ts'
import { quote } from '../../text/quote.ts'
import type { CorpusRule } from '../rule.ts'
import { badCriteria, lostCriteria } from './criteria.ts'

interface Redirect {
  readonly from: string
  readonly group: 'renamed' | 'split' | 'retired'
  readonly to: readonly { readonly id: string; readonly path: readonly (string | number)[] }[]
}

const file = 'drills/redirects.yml'
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

/** Whether following renames from an id comes back to it. */
function circles(id: string, byId: ReadonlyMap<string, Redirect>): boolean {
  const seen = new Set<string>()
  const open = [id]
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    for (const { id: next } of byId.get(each)?.to ?? []) {
      if (next === id) return true
      if (!seen.has(next)) open.push(next)
      seen.add(next)
    }
  }
  return false
}

function* targets(
  redirect: Redirect,
  byId: ReadonlyMap<string, Redirect>,
  live: ReadonlySet<string>,
  document: RedirectsDocument,
): Generator<CorpusFinding> {
  for (const { id, path } of redirect.to) {
    const place = document.locate(document.matter.at(path))
    const next = byId.get(id)
    if (next && circles(redirect.from, byId)) {
      yield {
        file,
        place,
        message: `Unexpected cycle: ${quote(redirect.from)} leads back to itself through ${quote(id)}, expected a drill that exists`,
      }
    } else if (next) {
      const ends = next.to.map((target) => quote(target.id)).join(' and ') || 'its reason under `retired`'
      yield {
        file,
        place,
        message: `Unexpected chain: ${quote(id)} is redirected itself, expected its end: ${ends}`,
      }
    } else if (!live.has(id)) {
      const meant = didYouMean(id, live)
      yield {
        file,
        place,
        message: `Unexpected target ${quote(id)}, expected the id of a published drill${meant ? `; did you mean \`${meant}\`?` : ''}`,
      }
    }
  }
}

/** Without a readable history a published id could vanish unnoticed. */
function* historyProblems({ published, changes }: Corpus['history']): Generator<CorpusFinding> {
  for (const { file: name, problem } of [published, changes]) if (problem) yield { file: name, ...problem }
}

function* check(corpus: Corpus): Generator<CorpusFinding> {
  yield* historyProblems(corpus.history)
  const live = new Set(
    corpus.facts.flatMap(({ drill }) => (drill && drill.status !== 'draft' ? [drill.id] : [])),
  )
  const all = readRedirects(corpus.redirects)
  const byId = new Map<string, Redirect>()
  const document = corpus.redirects
  for (const redirect of document ? all : []) {
    const key = document?.locate(document.matter.keyAt([redirect.group, redirect.from])) ?? start
    if (live.has(redirect.from))
      yield {
        file,
        place: key,
        message: `Unexpected redirect of the existing drill ${quote(redirect.from)}, expected an id that is gone`,
      }
    const first = byId.get(redirect.from)
    if (first)
      yield {
        file,
        place: key,
        message: `Unexpected second redirect of ${quote(redirect.from)}, expected one; it is also under \`${first.group}\``,
      }
    else byId.set(redirect.from, redirect)
  }
  for (const redirect of document ? all : []) if (document) yield* targets(redirect, byId, live, document)
  if (document) yield* badCriteria(document, corpus)
  if (document && !document.matter.data) return
  const unread = new Set(corpus.unread)
  for (const id of publishedIds(corpus.history)) {
    if (live.has(id) || byId.has(id) || unread.has(id)) continue
    yield {
      file,
      place: start,
      message: `Unexpected missing redirect of the published id ${quote(id)}, expected a line for it under \`renamed\`, \`split\` or \`retired\`: apps have stored it`,
    }
  }
  yield* lostCriteria(corpus)
}

export const redirects: CorpusRule = {
  id: 'redirects',
  scope: 'corpus',
  description:
    'a redirect that leads nowhere, a published id of a drill or criterion that is gone without one, or a history that can’t be read',
  check,
}
