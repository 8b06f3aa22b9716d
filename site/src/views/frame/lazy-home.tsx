import { useApp } from '../../app/app-context.ts'
import { useResource } from '../../app/use-resource.ts'
import type { HomeProps } from '../home/home.tsx'
import { ResourceState } from '../shared/resource-state.tsx'

/** The first page. Visits that start on another one don't need it, and a first visit needs no part for what was begun. */
export function LazyHome(props: Omit<HomeProps, 'Side'>) {
  const { attempts, settings } = useApp().library
  const hasBegun = attempts.length > 0 || settings.plan !== null || settings.track !== null
  const resource = useResource(hasBegun ? 'home and its side' : 'home', async () => {
    const [{ Home }, side] = await Promise.all([
      import('../home/home.tsx'),
      hasBegun ? import('../home/home-side.tsx') : null,
    ])
    return { Home, Side: side?.HomeSide ?? null }
  })
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="This page" />
  const { Home, Side } = resource.value
  return <Home {...props} Side={Side} />
}
