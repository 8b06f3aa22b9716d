import menu from 'virtual:menu'
import { useMemo, useRef, useState } from 'preact/hooks'
import { type Filter, noFilter } from '../core/catalog/catalog.ts'
import { type Facets, facetsOf } from '../core/catalog/facets.ts'
import { endOfDay } from '../core/model/day.ts'
import type { Instant } from '../core/model/types.ts'
import { filterQuery, parseFilter } from './filter-query.ts'
import { href, type Route, replaceAddress } from './router.ts'

export interface FilterState {
  readonly facets: Facets
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  /** The address of the list with its current filter. */
  readonly home: string
}

const homeWith = (filter: Filter): string => {
  const query = filterQuery(filter)
  return query === '' ? href('home') : `${href('home')}?${query}`
}

/**
 * The filter of the list of drills. It lives in the address, so reload, Back and shared links preserve it; on other
 * pages it is remembered for the way back to the list.
 */
export function useFilter({ page, query, visit }: Route, now: () => Instant, dayStart: number): FilterState {
  const facets = useMemo(() => facetsOf(menu), [])
  const kept = useRef<{ readonly visit: number; readonly filter: Filter }>({ visit: -1, filter: noFilter })
  const [, setTurn] = useState(0)
  if (page === 'home' && kept.current.visit !== visit)
    kept.current = { visit, filter: parseFilter(query, facets, endOfDay(now(), dayStart)) }
  const { filter } = kept.current
  const onFilter = (next: Filter): void => {
    kept.current = { visit, filter: next }
    replaceAddress(homeWith(next))
    setTurn((turn) => turn + 1)
  }
  return { facets, filter, onFilter, home: homeWith(filter) }
}
