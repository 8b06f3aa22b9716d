import menu from 'virtual:menu'
import tracks from 'virtual:tracks'
import { useMemo } from 'preact/hooks'
import { dateOf } from '../core/model/day.ts'
import type { Plan } from '../core/model/records.ts'
import type { Schedule } from '../core/plan/plan-types.ts'
import { useApp } from './app-context.ts'
import { useResource } from './use-resource.ts'

/** Which of some drills have samples. */
async function withSamples(ids: readonly string[]): Promise<readonly string[]> {
  const { loadSamples } = await import('audio-text-drills/samples')
  const found = await Promise.all(ids.map(loadSamples))
  return ids.filter((_, index) => (found[index]?.length ?? 0) > 0)
}

/** The newest schedule and what it was made of: several parts of a page ask for the same. */
let newest: { readonly of: readonly unknown[]; readonly schedule: Schedule } | undefined

/** The days of a plan; null without one, and until it is known which samples there are. Without the network the plan has none. */
export function useSchedule(plan: Plan | null): Schedule | null {
  const { library, session } = useApp()
  const planner = useResource(plan === null ? null : 'planner', () => import('../core/plan/plan.ts'))
  const { toSample, scheduleOf } = planner.state === 'ready' ? planner.value : {}
  const day = dateOf(session.now(), library.settings.dayStart)
  const asked = useMemo(
    () => (plan !== null && toSample ? toSample(library, session.now()) : []),
    [plan, library, toSample, day],
  )
  const samples = useResource(asked.length === 0 ? null : asked.join(), () => withSamples(asked))
  return useMemo(() => {
    if (plan === null || !scheduleOf || (asked.length > 0 && samples.state === 'loading')) return null
    const sampled = samples.state === 'ready' ? samples.value : []
    const of = [plan, library, day, sampled.join()]
    if (!newest || newest.of.some((value, index) => value !== of[index]))
      newest = { of, schedule: scheduleOf({ library, menu, tracks, sampled, now: session.now() }, plan) }
    return newest.schedule
  }, [plan, library, scheduleOf, asked, samples, day])
}
