import { useRef, useState } from 'preact/hooks'
import { filterQuery } from '../../app/filter-query.ts'
import { href } from '../../app/router.ts'
import type { Resource } from '../../app/use-resource.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { type Filter, noFilter, type Row } from '../../core/catalog/catalog.ts'
import type { Facets } from '../../core/catalog/facets.ts'
import { plural } from '../../core/model/plural.ts'
import { ResourceState } from '../shared/resource-state.tsx'
import { SpokenCount } from '../shared/spoken-count.tsx'
import { FilterChips } from './filter-chips.tsx'

/** What search and filters need. */
export type Filtering = typeof import('./filter-choices.tsx')

interface FiltersProps {
  readonly rows: readonly Row[]
  readonly facets: Facets
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly shown: number
  readonly filtering: Resource<Filtering>
  /** Fetches `filtering`. It is called as soon as somebody turns to what needs it. */
  readonly onFiltering: () => void
}

/** Search, filters and order of the list. */
export function Filters(props: FiltersProps) {
  const { rows, facets, filter, onFilter, shown, filtering, onFiltering } = props
  const search = useRef<HTMLInputElement>(null)
  useShortcuts({ '/': () => search.current?.focus() })
  const change = (part: Partial<Filter>): void => onFilter({ ...filter, ...part })
  const all = rows.length
  const isFiltered = filterQuery(filter) !== ''
  // A link may contain filters; open what holds them so that they are visible.
  const [areChipsOpen, setChipsOpen] = useState(filterQuery({ ...filter, search: '' }) !== '')
  const { difficulties, components, topics, dueUntil, order } = filter
  const [isOpen, setOpen] = useState(
    filterQuery({ ...noFilter, difficulties, components, topics, dueUntil, order }) !== '',
  )
  const toggle = (willBeOpen: boolean): void => {
    setOpen(willBeOpen)
    if (willBeOpen) onFiltering()
  }
  return (
    <search class="filters" aria-label="Drills">
      <label class="search">
        <span>Search titles and topics</span>
        <input
          ref={search}
          type="search"
          value={filter.search}
          onFocus={onFiltering}
          onInput={({ currentTarget }) => change({ search: currentTarget.value })}
        />
      </label>
      {filter.search !== '' && filtering.state === 'failed' && (
        <ResourceState resource={filtering} what="The topics of the drills" />
      )}
      <button
        type="button"
        class="chips-toggle"
        aria-expanded={areChipsOpen}
        onClick={() => setChipsOpen(!areChipsOpen)}
      >
        Filters
      </button>
      <div class="chip-groups" data-open={areChipsOpen}>
        <FilterChips rows={rows} facets={facets} filter={filter} onChange={change} />
        <details open={isOpen} onToggle={({ currentTarget }) => toggle(currentTarget.open)}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is what opens its details */}
          <summary onFocus={onFiltering} onPointerEnter={onFiltering}>
            More filters, and order
          </summary>
          {isOpen &&
            (filtering.state === 'ready' ? (
              <filtering.value.FilterChoices facets={facets} filter={filter} onChange={change} />
            ) : (
              <ResourceState resource={filtering} what="This part" />
            ))}
        </details>
      </div>
      <SpokenCount text={shown === all ? plural(all, 'drill') : `${shown} of ${plural(all, 'drill')}`} />
      <a class="search-everywhere" href={href('search', ...(filter.search === '' ? [] : [filter.search]))}>
        Search prompts and texts
      </a>
      {isFiltered && (
        <button type="button" class="text-button" onClick={() => onFilter(noFilter)}>
          Show all
        </button>
      )}
    </search>
  )
}
