import { useRef } from 'preact/hooks'
import { useApp } from '../app/context.tsx'
import { useShortcuts } from '../app/shortcuts.ts'
import { componentWords, endOfDay, idWords, kindPlurals, plural } from '../app/words.ts'
import { type Facets, type Filter, noFilter, type Order } from '../core/catalog.ts'
import { Choice } from './choice.tsx'

interface FiltersProps {
  readonly facets: Facets
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly shown: number
  readonly all: number
}

const orders = {
  reading: 'As in the book',
  title: 'Title',
  difficulty: 'Difficulty',
  due: 'Due first',
  weakest: 'Weakest first',
  oldest: 'Longest ago first',
} as const satisfies Record<Order, string>

const orderNames = [
  'reading',
  'title',
  'difficulty',
  'due',
  'weakest',
  'oldest',
] as const satisfies readonly Order[]

const one = <Value extends string>(facet: ReadonlyMap<string, number>, value: string): readonly Value[] =>
  // Only values of the facet are offered, and those are the catalog's.
  facet.has(value) ? [value as Value] : []

/** Search, filters and order of the list. Component and topic hint at answers, so they are only offered here. */
export function Filters({ facets, filter, onFilter, shown, all }: FiltersProps) {
  const { session } = useApp()
  const search = useRef<HTMLInputElement>(null)
  useShortcuts({ '/': () => search.current?.focus() })
  const change = (part: Partial<Filter>): void => onFilter({ ...filter, ...part })
  const isFiltered = shown < all || filter.search !== '' || filter.order !== 'reading'
  return (
    <search class="filters" aria-label="Drills">
      <label class="search">
        <span>Search titles and topics</span>
        <input
          ref={search}
          type="search"
          value={filter.search}
          onInput={({ currentTarget }) => change({ search: currentTarget.value })}
        />
      </label>
      <details>
        <summary>Filter and order</summary>
        <div class="choices">
          <Choice
            label="Kind"
            facet={facets.kinds}
            value={filter.kinds[0]}
            words={(id) => kindPlurals[id as keyof typeof kindPlurals] ?? id}
            onChange={(value) => change({ kinds: one(facets.kinds, value) })}
          />
          <Choice
            label="Category"
            facet={facets.categories}
            value={filter.categories[0]}
            words={idWords}
            onChange={(value) => change({ categories: one(facets.categories, value) })}
          />
          <Choice
            label="Difficulty"
            facet={facets.difficulties}
            value={filter.difficulties[0]}
            words={idWords}
            onChange={(value) => change({ difficulties: one(facets.difficulties, value) })}
          />
          <Choice
            label="Component"
            facet={facets.components}
            value={filter.components[0]}
            words={componentWords}
            onChange={(value) => change({ components: one(facets.components, value) })}
          />
          <Choice
            label="Topic"
            facet={facets.topics}
            value={filter.topics[0]}
            words={idWords}
            onChange={(value) => change({ topics: one(facets.topics, value) })}
          />
          <label>
            <span>Order</span>
            <select
              value={filter.order}
              onChange={({ currentTarget }) =>
                change({ order: orderNames.find((name) => name === currentTarget.value) ?? 'reading' })
              }
            >
              {orderNames.map((name) => (
                <option key={name} value={name}>
                  {orders[name]}
                </option>
              ))}
            </select>
          </label>
          <label class="check">
            <input
              type="checkbox"
              checked={filter.dueUntil !== null}
              onChange={({ currentTarget }) =>
                change({ dueUntil: currentTarget.checked ? endOfDay(session.now()) : null })
              }
            />
            Due today only
          </label>
        </div>
      </details>
      <p class="quiet count" role="status">
        {shown === all ? plural(all, 'drill') : `${shown} of ${plural(all, 'drill')}`}
      </p>
      {isFiltered && (
        <button type="button" class="text-button" onClick={() => onFilter(noFilter)}>
          Show all
        </button>
      )}
    </search>
  )
}
