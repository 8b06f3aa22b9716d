import { redirectsFile } from '../../model/definition-files.ts'
import type { CorpusFinding } from '../../model/diagnostic.ts'
import { endsOf } from '../../model/ended-ids.ts'
import type { Corpus, DrillFacts } from '../../model/facts.ts'
import { ownValue } from '../../text/own-value.ts'
import type { Place } from '../../text/place.ts'
import { quote } from '../../text/quote.ts'

const start: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 }

interface Located {
  readonly file: string
  readonly drill: DrillFacts
}

/** Finds the published drill that holds the criteria of an earlier one now. Those of a drill that is gone went with it. */
function holders(corpus: Corpus): (id: string) => Located | undefined {
  const { renamed = {} } = corpus.redirects?.matter.data ?? {}
  const published = corpus.history.published.data?.drills ?? {}
  const live = new Map(
    corpus.facts.flatMap(({ file, drill }) =>
      drill && drill.status !== 'draft' ? [[drill.id, { file, drill }] as const] : [],
    ),
  )
  return (id) => {
    const now = ownValue(renamed, id)
    // A drill that took another one in keeps its own criteria.
    return live.get(live.has(id) || now === undefined || Object.hasOwn(published, now) ? id : now)
  }
}

const lost = (key: string, line: string): CorpusFinding => ({
  file: redirectsFile,
  place: start,
  message: `Unexpected missing redirect of the published criterion ${quote(key, 200)}, expected ${line} under \`criteria\`: apps have stored verdicts on it`,
})

/** Criteria that were published and are gone without a redirect. */
export function* lostCriteria(corpus: Corpus): Generator<CorpusFinding> {
  const { criteria: redirects = {} } = corpus.redirects?.matter.data ?? {}
  const holderOf = holders(corpus)
  for (const [id, { criteria: before = [] }] of Object.entries(corpus.history.published.data?.drills ?? {})) {
    const holder = holderOf(id)
    if (!holder) continue
    for (const criterion of before) {
      const key = `${holder.drill.id}#${criterion}`
      if (!(holder.drill.criteria.includes(criterion) || Object.hasOwn(redirects, key)))
        yield lost(key, 'a line for it')
    }
  }
}

/** Redirects of criteria that were published, and that are gone, lead elsewhere, or whose own criterion is there again. */
export function* brokenCriteria(corpus: Corpus): Generator<CorpusFinding> {
  const { criteria: redirects = {} } = corpus.redirects?.matter.data ?? {}
  const holderOf = holders(corpus)
  for (const [old, to] of Object.entries(corpus.history.published.data?.redirects?.criteria ?? {})) {
    const [was = '', id = ''] = old.split('#')
    const holder = holderOf(was)
    if (!holder) continue
    const { file, drill } = holder
    const key = `${drill.id}#${id}`
    if (drill.criteria.includes(id)) {
      yield {
        file,
        place: drill.places.id,
        message: `Unexpected criterion ${quote(id)}, which was renamed to ${quote(to)} in a published version, expected a name that no criterion of the drill has had: apps have stored verdicts on it`,
      }
      continue
    }
    const isCriterion = (each: string): boolean => drill.criteria.includes(each)
    const ends = endsOf([to], isCriterion, (each) => {
      const next = ownValue(redirects, `${drill.id}#${each}`)
      return next === undefined ? undefined : [next]
    })
    const end = ends && [...ends][0]
    const now = ownValue(redirects, key)
    if (now === undefined)
      yield lost(key, end === undefined ? 'a line for it' : `the line ${quote(`${key}: ${end}`, 270)}`)
    else if (end !== undefined && now !== end && isCriterion(now) && corpus.redirects) {
      const { matter, locate } = corpus.redirects
      yield {
        file: redirectsFile,
        place: locate(matter.at(['criteria', key])),
        message: `Unexpected target ${quote(now)} of the published criterion ${quote(key, 200)}, which was renamed to ${quote(to)}, expected ${quote(end)}: a redirect that was published only follows its target`,
      }
    }
  }
}
