import { bySeniority } from '../../model/by-seniority.ts'
import { slug } from '../../text/slug.ts'
import type { CorpusRule } from '../rule.ts'
import { lowestFree, repeated } from './repeated.ts'

export const unique: CorpusRule = {
  id: 'unique',
  scope: 'corpus',
  description: 'an id, title or pinned order used twice',
  *check(corpus) {
    const drills = bySeniority(corpus)
    yield* repeated(drills, 'id', ({ drill: { id, places } }) => ({ key: id, place: places.id, shown: id }))
    yield* repeated(drills, 'title', ({ drill: { title, places } }) => {
      const key = slug(title)
      return key === '' ? undefined : { key, place: places.title, shown: title }
    })
    for (const kind of new Set(drills.map(({ drill }) => drill.kind))) {
      const own = drills.filter(({ drill }) => drill.kind === kind)
      const free = lowestFree(own.flatMap(({ drill }) => drill.order ?? []))
      yield* repeated(own, 'order', ({ drill: { order, places } }) =>
        order === undefined
          ? undefined
          : { key: String(order), place: places.order, shown: String(order), free },
      )
    }
  },
}
