import { useRef, useState } from 'preact/hooks'
import { filterQuery } from '../../app/filter-query.ts'
import { href } from '../../app/router.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { type Filter, noFilter, type Row } from '../../core/catalog/catalog.ts'
import type { Facets } from '../../core/catalog/facets.ts'
import { plural } from '../../core/model/plural.ts'
import { SpokenCount } from '../shared/spoken-count.tsx'
import { FilterChips } from './filter-chips.tsx'
import { FilterChoices } from './filter-choices.tsx'

interface FiltersProps {
  readonly rows: readonly Row[]
  readonly facets: Facets
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly shown: number
}

/** Search, filters and order of the list. */
export function Filters({ rows, facets, filter, onFilter, shown }: FiltersProps) {
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
        <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>More filters, and order</summary>
          {isOpen && <FilterChoices facets={facets} filter={filter} onChange={change} />}
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
