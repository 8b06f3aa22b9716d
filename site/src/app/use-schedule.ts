import menu from 'virtual:menu'
import type { Plan } from '../core/model/records.ts'
import { scheduleOf, toSample } from '../core/plan/plan.ts'
import type { Schedule } from '../core/plan/plan-types.ts'
import { useApp } from './app-context.ts'
import { useResource } from './use-resource.ts'

/** Which of some drills have samples. */
async function withSamples(ids: readonly string[]): Promise<readonly string[]> {
  const { loadSamples } = await import('audio-text-drills/samples')
  const found = await Promise.all(ids.map(loadSamples))
  return ids.filter((_, index) => (found[index]?.length ?? 0) > 0)
}

/** The days of a plan; null without one, and until it is known which samples there are. Without the network the plan has none. */
export function useSchedule(plan: Plan | null): Schedule | null {
  const { library, session } = useApp()
  const now = session.now()
  const asked = plan === null ? [] : toSample(library, now)
  const resource = useResource(asked.length === 0 ? null : asked.join(), () => withSamples(asked))
  if (plan === null) return null
  if (asked.length > 0 && resource.state === 'loading') return null
  const sampled = resource.state === 'ready' ? resource.value : []
  return scheduleOf({ library, menu, sampled, now }, plan)
}
