import { useApp } from '../../app/context.tsx'
import { oneOf, orderNames } from '../../app/filter-address.ts'
import { loadLoop } from '../../app/reference.ts'
import { useResource } from '../../app/use-resource.ts'
import { endOfDay, idWords, kindPlurals } from '../../app/words.ts'
import type { Facets, Filter, Order } from '../../core/catalog.ts'

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
  oldest: 'Longest ago first',
} as const satisfies Record<Order, string>

/** A choice for each facet, and the order. Component and topic hint at answers, so they are only offered here. */
export function FilterChoices({ facets, filter, onChange }: FilterChoicesProps) {
  const { session } = useApp()
  const loop = useResource('loop', loadLoop)
  const componentWords = (id: string): string =>
    (loop.state === 'ready' && loop.value.components.find((each) => each.id === id)?.names[0]) || idWords(id)
  return (
    <div class="choices">
      <Choice
        label="Kind"
        facet={facets.kinds}
        value={filter.kinds[0]}
        words={(id) => kindPlurals[id as keyof typeof kindPlurals] ?? id}
        onChange={(value) => onChange({ kinds: oneOf(facets.kinds, value) })}
      />
      <Choice
        label="Category"
        facet={facets.categories}
        value={filter.categories[0]}
        words={idWords}
        onChange={(value) => onChange({ categories: oneOf(facets.categories, value) })}
      />
      <Choice
        label="Difficulty"
        facet={facets.difficulties}
        value={filter.difficulties[0]}
        words={idWords}
        onChange={(value) => onChange({ difficulties: oneOf(facets.difficulties, value) })}
      />
      <Choice
        label="Component"
        facet={facets.components}
        value={filter.components[0]}
        words={componentWords}
        onChange={(value) => onChange({ components: oneOf(facets.components, value) })}
      />
      <Choice
        label="Topic"
        facet={facets.topics}
        value={filter.topics[0]}
        words={idWords}
        onChange={(value) => onChange({ topics: oneOf(facets.topics, value) })}
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
            onChange({ dueUntil: currentTarget.checked ? endOfDay(session.now()) : null })
          }
        />
        Due today only
      </label>
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  /** The values and how many drills have them. */
  readonly facet: ReadonlyMap<string, number>
  readonly value: string | undefined
  readonly words: (value: string) => string
  /** Called with the empty string for all. */
  readonly onChange: (value: string) => void
}

/** One facet of a filter. */
function Choice({ label, facet, value = '', words, onChange }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">All</option>
        {[...facet].map(([each, count]) => (
          <option key={each} value={each}>
            {words(each)} ({count})
          </option>
        ))}
      </select>
    </label>
  )
}
