import type { ComponentType } from 'preact'
import type { PageName, PageProps } from '../../app/router.ts'
import { useResource } from '../../app/use-resource.ts'
import { NotFound } from '../shared/not-found.tsx'
import { ResourceState } from '../shared/resource-state.tsx'

type Load = () => Promise<ComponentType<PageProps>>

/** Every page except the home page is loaded on demand. */
const loaders = {
  loop: async () => (await import('../reference/loop-page.tsx')).LoopPage,
  rubric: async () => (await import('../reference/rubric-page.tsx')).RubricPage,
  drill: async () => (await import('../attempt/drill-page.tsx')).DrillPage,
  history: async () => (await import('../history/history-page.tsx')).HistoryPage,
  attempt: async () => (await import('../attempt/attempt-page.tsx')).AttemptPage,
  compare: async () => (await import('../history/compare-page.tsx')).ComparePage,
  plan: async () => (await import('../plan/plan-page.tsx')).PlanPage,
  repeat: async () => (await import('../repeat/repeat-page.tsx')).RepeatPage,
  data: async () => (await import('../data/data-page.tsx')).DataPage,
  progress: async () => (await import('../progress/progress-page.tsx')).ProgressPage,
  samples: async () => (await import('../samples/samples-page.tsx')).SamplesPage,
  search: async () => (await import('../search/search-page.tsx')).SearchPage,
  tracks: async () => (await import('../tracks/tracks-page.tsx')).TracksPage,
  track: async () => (await import('../tracks/track-page.tsx')).TrackPage,
} as const satisfies Record<Exclude<PageName, 'home'>, Load>

interface LazyPageProps extends PageProps {
  readonly page: Exclude<PageName, 'home'> | null
}

export function LazyPage({ page, args }: LazyPageProps) {
  const resource = useResource<ComponentType<PageProps>>(page, () => loaders[page ?? 'loop']())
  if (page === null) return <NotFound />
  if (resource.state !== 'ready') return <ResourceState resource={resource} what="This page" />
  const Page = resource.value
  return <Page args={args} />
}
