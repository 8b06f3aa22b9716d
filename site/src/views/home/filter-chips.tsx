import { idLabel, kindPlurals } from '../../app/format.ts'
import {
  type DrillState,
  drillStates,
  type Filter,
  isInState,
  type Length,
  lengthOfEntry,
  lengths,
  type Row,
} from '../../core/catalog/catalog.ts'
import type { Facets } from '../../core/catalog/facets.ts'
import { Chips } from './chips.tsx'

interface FilterChipsProps {
  readonly rows: readonly Row[]
  readonly facets: Facets
  readonly filter: Filter
  readonly onChange: (part: Partial<Filter>) => void
}

const stateLabels = { new: 'New', open: 'Open', done: 'Done' } as const satisfies Record<DrillState, string>
const lengthLabels = {
  short: 'Up to 10 min',
  long: 'Longer',
} as const satisfies Record<Length, string>

const listOf = <Value,>(value: Value | undefined): readonly Value[] => (value === undefined ? [] : [value])

/** The filters that most people want, each one tap away. None of them hints at an answer. */
export function FilterChips({ rows, facets, filter, onChange }: FilterChipsProps) {
  type Kind = Filter['kinds'][number]
  type Category = Filter['categories'][number]
  // Facet values come from the catalog.
  const kinds = [...facets.kinds] as (readonly [Kind, number])[]
  const categories = [...facets.categories] as (readonly [Category, number])[]
  const count = (fits: (row: Row) => boolean): number => rows.filter(fits).length
  return (
    <>
      <Chips
        label="Kind"
        counts={kinds}
        chosen={filter.kinds[0]}
        labelOf={(kind) => kindPlurals[kind]}
        onChange={(kind) => onChange({ kinds: listOf(kind) })}
      />
      <Chips
        label="State"
        counts={drillStates.map((state) => [state, count((row) => isInState(row, state))] as const)}
        chosen={filter.states[0]}
        labelOf={(state) => stateLabels[state]}
        onChange={(state) => onChange({ states: listOf(state) })}
      />
      <Chips
        label="Length"
        counts={lengths.map((each) => [each, count(({ entry }) => lengthOfEntry(entry) === each)] as const)}
        chosen={filter.lengths[0]}
        labelOf={(each) => lengthLabels[each]}
        onChange={(each) => onChange({ lengths: listOf(each) })}
      />
      <Chips
        label="Category"
        counts={categories}
        chosen={filter.categories[0]}
        labelOf={idLabel}
        onChange={(category) => onChange({ categories: listOf(category) })}
      />
    </>
  )
}
