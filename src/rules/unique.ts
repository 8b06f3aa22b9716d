import { bySeniority, type DrillFile } from '../model/by-seniority.ts'
import type { CorpusFinding } from '../model/diagnostic.ts'
import type { DrillFacts } from '../model/facts.ts'
import type { Place } from '../text/place.ts'
import { quote } from '../text/quote.ts'
import { slug } from '../text/slug.ts'
import type { CorpusRule } from './rule.ts'

interface Named {
  readonly key: string
  readonly place: Place
  readonly shown: string
  /** One that nobody uses, each time another. */
  readonly free?: () => string
}

/** Gives the lowest numbers that are not taken. */
function lowestFree(taken: readonly number[]): () => string {
  const numbers = new Set(taken)
  let last = 0
  return () => {
    do last += 1
    while (numbers.has(last))
    return String(last)
  }
}

function* repeated(
  drills: readonly DrillFile[],
  what: string,
  named: (drill: DrillFacts) => Named | undefined,
): Generator<CorpusFinding> {
  const firsts = new Map<string, { file: string; place: Place }>()
  for (const { file, drill } of drills) {
    const found = named(drill)
    if (!found) continue
    const { key, place, shown, free } = found
    const first = firsts.get(key)
    if (first) {
      const such = free === undefined ? '' : `, such as \`${free()}\``
      const message = `Unexpected ${what} ${quote(shown)}, which ${quote(first.file, 120)} uses too, expected one of its own${such}`
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
    const drills = bySeniority(corpus)
    yield* repeated(drills, 'id', ({ id, places }) => ({ key: id, place: places.id, shown: id }))
    yield* repeated(drills, 'title', ({ title, places }) => {
      const key = slug(title)
      return key === '' ? undefined : { key, place: places.title, shown: title }
    })
    for (const kind of new Set(drills.map(({ drill }) => drill.kind))) {
      const own = drills.filter(({ drill }) => drill.kind === kind)
      const free = lowestFree(own.flatMap(({ drill }) => drill.order ?? []))
      yield* repeated(own, 'order', ({ order, places }) =>
        order === undefined
          ? undefined
          : { key: String(order), place: places.order, shown: String(order), free },
      )
    }
  },
}
