import { useRef, useState } from 'preact/hooks'
import { filterQuery } from '../../app/filter-query.ts'
import { plural } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { type Facets, type Filter, noFilter } from '../../core/catalog.ts'
import { FilterChoices } from './filter-choices.tsx'

interface FiltersProps {
  readonly facets: Facets
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly shown: number
  readonly all: number
}

/** Search, filters and order of the list. */
export function Filters({ facets, filter, onFilter, shown, all }: FiltersProps) {
  const search = useRef<HTMLInputElement>(null)
  useShortcuts({ '/': () => search.current?.focus() })
  const change = (part: Partial<Filter>): void => onFilter({ ...filter, ...part })
  const isFiltered = filterQuery(filter) !== ''
  // A link may contain filters; open the panel so that they are visible.
  const [isOpen, setOpen] = useState(filterQuery({ ...filter, search: '' }) !== '')
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
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>Filter and order</summary>
        {isOpen && <FilterChoices facets={facets} filter={filter} onChange={change} />}
      </details>
      <p class="quiet count" role="status">
        {shown === all ? plural(all, 'drill') : `${shown} of ${plural(all, 'drill')}`}
      </p>
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
