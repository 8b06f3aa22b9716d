import type { CorpusFinding } from '../model/diagnostic.ts'
import type { Corpus, DrillFacts } from '../model/facts.ts'
import type { Place } from '../text/place.ts'
import { quote } from '../text/quote.ts'
import { slug } from '../text/slug.ts'
import type { CorpusRule } from './rule.ts'

interface Named {
  readonly key: string
  readonly place: Place
  readonly shown: string
}

function* repeated(
  corpus: Corpus,
  what: string,
  named: (drill: DrillFacts) => Named | undefined,
): Generator<CorpusFinding> {
  const firsts = new Map<string, { file: string; place: Place }>()
  for (const { file, drill } of corpus.facts) {
    const found = drill && named(drill)
    if (!found) continue
    const { key, place, shown } = found
    const first = firsts.get(key)
    if (first) {
      const message = `Unexpected ${what} ${quote(shown)}, which ${quote(first.file, 120)} uses too, expected one of its own`
      yield {
        file,
        place,
        message,
        related: [{ ...first.place, file: first.file, message: 'first used here' }],
      }
    } else firsts.set(key, { file, place })
  }
}

export const unique: CorpusRule = {
  id: 'unique',
  scope: 'corpus',
  description: 'an id, title or pinned order used twice',
  *check(corpus) {
    yield* repeated(corpus, 'id', ({ id, places }) => ({ key: id, place: places.id, shown: id }))
    yield* repeated(corpus, 'title', ({ title, places }) => {
      const key = slug(title)
      return key === '' ? undefined : { key, place: places.title, shown: title }
    })
    yield* repeated(corpus, 'order', ({ kind, order, places }) =>
      order === undefined
        ? undefined
        : { key: `${kind} ${order}`, place: places.order, shown: String(order) },
    )
  },
}
