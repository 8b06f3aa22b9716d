import type { Schedule } from './plan-types.ts'

/** The next day for which a plan has a drill that is not done there yet; null when it has none. */
export const plannedFor = ({ days }: Schedule, drillId: string): string | null =>
  days.find(({ tasks }) =>
    tasks.some(({ task, isDone }) => !isDone && task.type === 'drill' && task.drillId === drillId),
  )?.date ?? null
