import { useResource } from '../../app/use-resource.ts'
import type { HomeProps } from '../home/home.tsx'
import { ResourceState } from '../shared/resource-state.tsx'

/** The first page. Visits that start on another one don't need it. */
export function LazyHome(props: HomeProps) {
  const resource = useResource('home', () => import('../home/home.tsx'))
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="This page" />
  const { Home } = resource.value
  return <Home {...props} />
}
