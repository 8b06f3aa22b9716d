import about from 'virtual:about'
import menu from 'virtual:menu'
import type { ComponentType } from 'preact'
import { useMemo } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { withKnownTopics } from '../../app/filter-query.ts'
import { kindPlurals } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import type { Resource } from '../../app/use-resource.ts'
import { type Filter, queryCatalog, type Row, rowsOf, type Topics } from '../../core/catalog/catalog.ts'
import type { Facets } from '../../core/catalog/facets.ts'
import { plural } from '../../core/model/plural.ts'
import { progressOf } from '../../core/progress/progress.ts'
import { ContinueAttempt } from '../shared/continue-attempt.tsx'
import { PageTitle } from '../shared/page-title.tsx'
import { DrillList } from './drill-list.tsx'
import { type Filtering, Filters } from './filters.tsx'
import { FirstDrill } from './first-drill.tsx'
import type { HomeSideProps } from './home-side.tsx'
import { PlanOffer } from './plan-offer.tsx'

export interface HomeProps {
  readonly facets: Facets
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly filtering: Resource<Filtering>
  readonly onFiltering: () => void
  /** Null for somebody who has begun nothing. */
  readonly Side: ComponentType<HomeSideProps> | null
}

const kinds = ['round', 'incident', 'question'] as const

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** How many drills there are of each kind: `2 rounds and 1 question`. */
function sums(rows: readonly Row[]): string {
  const counts = kinds.map((kind) => [kind, rows.filter(({ entry }) => entry.kind === kind).length] as const)
  const some = counts.flatMap(([kind, count]) => (count > 0 ? plural(count, kind) : []))
  return some.length > 0 ? list.format(some) : 'No drills yet'
}

const noTopics: Topics = new Map()

export function Home({ filter: asked, filtering, Side, ...others }: HomeProps) {
  const { library, session } = useApp()
  const now = session.now()
  const rows = useMemo(() => rowsOf(menu, (id) => progressOf(library, id, session.now())), [library, session])
  const topics = filtering.state === 'ready' ? filtering.value.topics : noTopics
  const filter = withKnownTopics(asked, topics)
  // Words are looked for once the topics are there: a list that had too little would be taken for the answer.
  const search = filtering.state === 'loading' ? '' : filter.search
  const shown = queryCatalog(rows, { ...filter, search }, topics)
  const isNew = library.attempts.length === 0 && library.settings.plan === null
  // Grouping by kind only makes sense in reading order.
  const groups = filter.order === 'reading' ? kinds : [null]
  return (
    <>
      <PageTitle title={about.heading} />
      <ContinueAttempt />
      {isNew && (
        <>
          <p class="lead">
            {sums(rows)}. Answer one against the clock, then grade it yourself beside a model answer.
          </p>
          <FirstDrill rows={rows} />
        </>
      )}
      <div class="home">
        <div class="home-side">
          {isNew && <PlanOffer />}
          {Side && <Side rows={rows} isNew={isNew} />}
        </div>
        <section class="home-list" aria-labelledby="drills-title">
          <h2 id="drills-title" class="visually-hidden">
            Drills
          </h2>
          <Filters {...{ ...others, rows, filter, filtering }} shown={shown.length} />
          {groups.map((kind) => (
            <DrillList
              key={kind ?? 'all'}
              title={kind === null ? 'Drills in this order' : kindPlurals[kind]}
              rows={kind === null ? shown : shown.filter(({ entry }) => entry.kind === kind)}
              now={now}
              withKind={kind === null}
            />
          ))}
          {shown.length === 0 && <p>No drill matches these filters.</p>}
          <UnpublishedDrills />
        </section>
      </div>
    </>
  )
}

/** Links to attempts at drills that are no longer published. */
function UnpublishedDrills() {
  const { library } = useApp()
  const published = new Set(menu.map(({ id }) => id))
  const gone = new Map(
    library.attempts
      .filter(({ drillId }) => !published.has(drillId))
      .map(({ drillId, title }) => [drillId, title]),
  )
  if (gone.size === 0) return null
  return (
    <section class="drill-group">
      <h3>Your work on drills that are no longer published</h3>
      <ul class="drill-list">
        {[...gone].map(([id, title]) => (
          <li key={id}>
            <a href={href('history', id)}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
