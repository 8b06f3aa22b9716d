import topics from 'virtual:topics'
import { useMemo } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { knownValue, orderNames } from '../../app/filter-query.ts'
import { idLabel } from '../../app/format.ts'
import { loadLoop } from '../../app/reference.ts'
import { useResource } from '../../app/use-resource.ts'
import type { Filter, Order } from '../../core/catalog/catalog.ts'
import { type Facets, topicCounts } from '../../core/catalog/facets.ts'
import { endOfDay } from '../../core/model/day.ts'

/** With the panel come the topics of the drills, which search needs too: they grow with every drill, and no list shows them. */
export { topics }

interface FilterChoicesProps {
  readonly facets: Facets
  readonly filter: Filter
  readonly onChange: (part: Partial<Filter>) => void
}

const orders = {
  reading: 'Reading order',
  title: 'Title',
  difficulty: 'Difficulty',
  due: 'Due first',
  weakest: 'Weakest first',
  oldest: 'Least recent first',
} as const satisfies Record<Order, string>

/** What is asked for less often, and the order. Components and topics hint at answers, so only this panel shows them. */
export function FilterChoices({ facets, filter, onChange }: FilterChoicesProps) {
  const { library, session } = useApp()
  const loop = useResource('loop', loadLoop)
  const counts = useMemo(() => topicCounts(topics), [])
  const componentLabel = (id: string): string =>
    (loop.state === 'ready' && loop.value.components.find((each) => each.id === id)?.names[0]) || idLabel(id)
  return (
    <>
      <p class="quiet">Components and topics hint at what an answer needs.</p>
      <div class="choices">
        <FacetSelect
          label="Difficulty"
          facet={facets.difficulties}
          value={filter.difficulties[0]}
          labelOf={idLabel}
          onChange={(value) => onChange({ difficulties: knownValue(facets.difficulties, value) })}
        />
        <FacetSelect
          label="Component"
          facet={facets.components}
          value={filter.components[0]}
          labelOf={componentLabel}
          onChange={(value) => onChange({ components: knownValue(facets.components, value) })}
        />
        <FacetSelect
          label="Topic"
          facet={counts}
          value={filter.topics[0]}
          labelOf={idLabel}
          onChange={(value) => onChange({ topics: knownValue(counts, value) })}
        />
        <label>
          <span>Order</span>
          <select
            value={filter.order}
            onChange={({ currentTarget }) =>
              onChange({ order: orderNames.find((name) => name === currentTarget.value) ?? 'reading' })
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
              onChange({
                dueUntil: currentTarget.checked ? endOfDay(session.now(), library.settings.dayStart) : null,
              })
            }
          />
          Due today only
        </label>
      </div>
    </>
  )
}

interface FacetSelectProps {
  readonly label: string
  /** Each value with its number of drills. */
  readonly facet: ReadonlyMap<string, number>
  readonly value: string | undefined
  readonly labelOf: (value: string) => string
  /** Receives an empty string for “All”. */
  readonly onChange: (value: string) => void
}

function FacetSelect({ label, facet, value = '', labelOf, onChange }: FacetSelectProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">All</option>
        {[...facet].map(([each, count]) => (
          <option key={each} value={each}>
            {labelOf(each)} ({count})
          </option>
        ))}
      </select>
    </label>
  )
}
