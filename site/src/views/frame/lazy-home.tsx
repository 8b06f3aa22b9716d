import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { filterQuery } from '../../app/filter-query.ts'
import { useResource } from '../../app/use-resource.ts'
import type { HomeProps } from '../home/home.tsx'
import { ResourceState } from '../shared/resource-state.tsx'

type LazyHomeProps = Omit<HomeProps, 'filtering' | 'onFiltering' | 'Side'>

/** The first page. Visits that start on another one don't need it, and a first visit needs no part for what was begun. */
export function LazyHome(props: LazyHomeProps) {
  const { attempts, settings } = useApp().library
  const hasBegun = attempts.length > 0 || settings.plan !== null || settings.track !== null
  const resource = useResource(hasBegun ? 'home and its side' : 'home', async () => {
    const [{ Home }, side] = await Promise.all([
      import('../home/home.tsx'),
      hasBegun ? import('../home/home-side.tsx') : null,
    ])
    return { Home, Side: side?.HomeSide ?? null }
  })
  const isFiltered = filterQuery(props.filter) !== ''
  const [isFiltering, setFiltering] = useState(isFiltered)
  const filtering = useResource(isFiltering ? 'filtering' : null, () => import('../home/filter-choices.tsx'))
  useEffect(() => {
    if (isFiltered) setFiltering(true)
  }, [isFiltered])
  // Where an address leads to a filtered list, the page opens with that list.
  const [isFilteredAtFirst] = useState(isFiltered)
  if (isFilteredAtFirst && filtering.state !== 'ready')
    return <ResourceState resource={filtering} what="This page" />
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="This page" />
  const { Home, Side } = resource.value
  return <Home {...props} filtering={filtering} onFiltering={() => setFiltering(true)} Side={Side} />
}
