import {
  drillStates,
  type Filter,
  lengths,
  noFilter,
  type Order,
  type Topics,
} from '../core/catalog/catalog.ts'
import { type Facets, topicCounts } from '../core/catalog/facets.ts'
import type { Instant } from '../core/model/types.ts'

export const orderNames = [
  'reading',
  'title',
  'difficulty',
  'due',
  'weakest',
  'oldest',
] as const satisfies readonly Order[]

/** The value as a one-item filter; empty when the facet doesn't have it. */
export const knownValue = <Value extends string>(
  facet: ReadonlyMap<string, number>,
  value: string | null,
): readonly Value[] =>
  // Facet values come from the catalog.
  value !== null && facet.has(value) ? [value as Value] : []

/**
 * The filter as a URL query without `?`; empty for no filter. A link must stay valid on later days, so it says
 * `today` instead of a date.
 */
export function filterQuery(filter: Filter): string {
  const { kinds, categories, components, difficulties, topics, dueUntil, search, order } = filter
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['kind', kinds[0]],
    ['state', filter.states[0]],
    ['length', filter.lengths[0]],
    ['category', categories[0]],
    ['component', components[0]],
    ['difficulty', difficulties[0]],
    ['topic', topics[0]],
    ['due', dueUntil === null ? undefined : 'today'],
    ['order', order === noFilter.order ? undefined : order],
    ['search', search],
  ]
  const query = new URLSearchParams()
  for (const [name, value] of parts) if (value) query.set(name, value)
  return query.toString()
}

/**
 * Parses a filter from a URL query. Unknown values are ignored: the link may come from another version, or from
 * anyone. Whether a topic is known shows later, `withKnownTopics`.
 * @param endOfToday the meaning of `due=today`
 */
export function parseFilter(query: string, facets: Facets, endOfToday: Instant): Filter {
  const asked = new URLSearchParams(query)
  const order = asked.get('order')
  const state = asked.get('state')
  const length = asked.get('length')
  return {
    kinds: knownValue(facets.kinds, asked.get('kind')),
    states: drillStates.filter((each) => each === state),
    lengths: lengths.filter((each) => each === length),
    categories: knownValue(facets.categories, asked.get('category')),
    components: knownValue(facets.components, asked.get('component')),
    difficulties: knownValue(facets.difficulties, asked.get('difficulty')),
    topics: asked.getAll('topic').slice(0, 1),
    dueUntil: asked.get('due') === 'today' ? endOfToday : null,
    search: asked.get('search') ?? noFilter.search,
    order: orderNames.find((name) => name === order) ?? noFilter.order,
  }
}

/** The filter without a topic that no drill has. */
export const withKnownTopics = (filter: Filter, topics: Topics): Filter =>
  filter.topics.every((topic) => topicCounts(topics).has(topic)) ? filter : { ...filter, topics: [] }
