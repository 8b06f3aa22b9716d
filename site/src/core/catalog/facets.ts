import type { MenuEntry, Topics } from './catalog.ts'

/** The values of each facet with the number of drills, in order of first appearance. */
export interface Facets {
  readonly kinds: ReadonlyMap<string, number>
  readonly categories: ReadonlyMap<string, number>
  readonly components: ReadonlyMap<string, number>
  readonly difficulties: ReadonlyMap<string, number>
}

function count(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

export const facetsOf = (catalog: readonly MenuEntry[]): Facets => ({
  kinds: count(catalog.map(({ kind }) => kind)),
  categories: count(catalog.flatMap(({ categories }) => categories)),
  components: count(catalog.flatMap(({ modelPath }) => modelPath)),
  difficulties: count(catalog.map(({ difficulty }) => difficulty)),
})

/** The same for topics; they are many, so they come by name. */
export const topicCounts = (topics: Topics): ReadonlyMap<string, number> =>
  count([...topics.values()].flat().sort())
