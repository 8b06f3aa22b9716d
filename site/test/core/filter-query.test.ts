import { describe, expect, test } from 'vitest'
import { filterQuery, parseFilter, withKnownTopics } from '../../src/app/filter-query.ts'
import { parseHash } from '../../src/app/router.ts'
import { type Filter, noFilter } from '../../src/core/catalog/catalog.ts'
import type { Facets } from '../../src/core/catalog/facets.ts'

const counts = (...values: readonly string[]): ReadonlyMap<string, number> =>
  new Map(values.map((value) => [value, 1]))

const facets: Facets = {
  kinds: counts('round', 'incident'),
  categories: counts('serving', 'mlops'),
  components: counts('asr', 'llm'),
  difficulties: counts('core', 'expert'),
}
const today = 1_700_000_000_000

const read = (query: string): Filter => parseFilter(query, facets, today)

describe('a filter in the address', () => {
  test('comes back as it was', () => {
    const filter: Filter = {
      kinds: ['incident'],
      states: ['open'],
      lengths: ['long'],
      categories: ['mlops'],
      components: ['asr'],
      difficulties: ['expert'],
      topics: ['code-switching'],
      dueUntil: today,
      search: 'l’écoute & 50 %?/#',
      order: 'weakest',
    }
    expect(read(filterQuery(filter))).toEqual(filter)
    expect(read(parseHash(`#/?${filterQuery(filter)}`).query)).toEqual(filter)
  })

  test('is no query when there is nothing to filter', () => {
    expect(filterQuery(noFilter)).toBe('')
    expect(read('')).toEqual(noFilter)
  })

  test('leaves out what the catalog does not know', () => {
    expect(
      read('kind=poem&state=lost&length=1&category=__proto__&component=&due=1999&order=random&x=1'),
    ).toEqual(noFilter)
    const gone = read('topic=gone&kind=round')
    expect(gone).toEqual({ ...noFilter, kinds: ['round'], topics: ['gone'] })
    const topics = new Map([['launch', ['code-switching']]])
    expect(withKnownTopics(gone, topics)).toEqual({ ...noFilter, kinds: ['round'] })
    const known = read('topic=code-switching')
    expect(withKnownTopics(known, topics)).toBe(known)
    expect(read('kind=poem&kind=round&difficulty=core')).toEqual({ ...noFilter, difficulties: ['core'] })
  })

  test('stands behind the page, which it does not change', () => {
    expect(parseHash('#/?kind=round')).toEqual({ page: 'home', args: [], query: 'kind=round' })
    expect(parseHash('#/drill/some-id')).toEqual({ page: 'drill', args: ['some-id'], query: '' })
    expect(parseHash('#/poems?kind=round').page).toBe(null)
  })
})
