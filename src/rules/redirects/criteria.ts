import { redirectsFile } from '../../model/definition-files.ts'
import type { RedirectsDocument } from '../../model/definitions.ts'
import type { CorpusFinding } from '../../model/diagnostic.ts'
import type { Corpus } from '../../model/facts.ts'
import { didYouMean } from '../../text/did-you-mean.ts'
import { ownValue } from '../../text/own-value.ts'
import { quote } from '../../text/quote.ts'

const file = redirectsFile

type Names = Readonly<Record<string, string>>

/** The criteria of the drills that are published, by their drill. */
const liveCriteria = ({ facts }: Corpus): Map<string, ReadonlySet<string>> =>
  new Map(
    facts.flatMap(({ drill }) =>
      drill && drill.status !== 'draft' ? [[drill.id, new Set(drill.criteria)] as const] : [],
    ),
  )

/** Whether following redirects from a criterion comes back to it. */
function circles(drill: string, id: string, redirects: Names): boolean {
  const seen = new Set<string>()
  for (let each = ownValue(redirects, `${drill}#${id}`); each !== undefined && !seen.has(each); ) {
    if (each === id) return true
    seen.add(each)
    each = ownValue(redirects, `${drill}#${each}`)
  }
  return false
}

function unknownDrill(drill: string, live: Iterable<string>, renamed: Names): string {
  const now = ownValue(renamed, drill)
  if (now !== undefined)
    return `Unexpected old id ${quote(drill)} of a drill, expected the one that it has now: ${quote(now)}`
  const meant = didYouMean(drill, live)
  return `Unexpected criterion of the unknown drill ${quote(drill)}, expected the id of a published drill${meant ? `; did you mean \`${meant}\`?` : ''}`
}

function target(
  drill: string,
  id: string,
  to: string,
  criteria: ReadonlySet<string>,
  redirects: Names,
): string | undefined {
  const next = ownValue(redirects, `${drill}#${to}`)
  if (next !== undefined && circles(drill, id, redirects))
    return `Unexpected cycle: ${quote(id)} leads back to itself through ${quote(to)}, expected a criterion that exists`
  if (next !== undefined)
    return `Unexpected chain: ${quote(to)} is redirected itself, expected its end: ${quote(next)}`
  if (criteria.has(to)) return undefined
  const meant = didYouMean(to, criteria)
  return `Unexpected target ${quote(to)}, expected the id of a criterion of ${quote(drill)}${meant ? `; did you mean \`${meant}\`?` : ''}`
}

/** Redirects of criteria that lead nowhere. */
export function* badCriteria(document: RedirectsDocument, corpus: Corpus): Generator<CorpusFinding> {
  const { criteria: redirects = {}, renamed = {} } = document.matter.data ?? {}
  const published = corpus.history.published.data?.redirects?.criteria ?? {}
  const live = liveCriteria(corpus)
  for (const [key, to] of Object.entries(redirects)) {
    const [drill = '', id = ''] = key.split('#')
    const place = document.locate(document.matter.keyAt(['criteria', key]))
    const criteria = live.get(drill)
    if (!criteria) {
      if (!corpus.unread.includes(drill))
        yield { file, place, message: unknownDrill(drill, live.keys(), renamed) }
      continue
    }
    // Where the redirect was published, the criterion is what is wrong.
    if (criteria.has(id) && !Object.hasOwn(published, key))
      yield {
        file,
        place,
        message: `Unexpected redirect of the existing criterion ${quote(id)}, expected one that is gone`,
      }
    const message = target(drill, id, to, criteria, redirects)
    if (message !== undefined)
      yield { file, place: document.locate(document.matter.at(['criteria', key])), message }
  }
}
