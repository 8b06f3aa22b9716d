import { isUnmeasured } from '../model/measured.ts'
import type { Library } from '../model/records.ts'
import type { Millis } from '../model/types.ts'
import { meanOf } from './mean.ts'

/** The time that a phase took, in the mean of the last attempts that measured it. */
export interface PhaseTime {
  readonly id: string
  readonly title: string
  /** Null when no attempt measured it. */
  readonly spent: Millis | null
  /** Its length by the practice loop, scaled as the timer of each attempt was; minutes that were added don’t count. */
  readonly planned: Millis
  readonly attempts: number
}

/** How many attempts the times of phases are taken of. */
const timed = 5

/** The time spent in each phase against the plan, in the order of the practice loop. Attempts shown apart count here. */
export function phaseTimes(library: Library): readonly PhaseTime[] {
  const attempts = [...library.attempts]
    .filter(({ finishedAt, startedAt }) => finishedAt !== null && startedAt !== null)
    .sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
  const titles = new Map<string, string>()
  for (const { phases } of attempts)
    for (const { id, title } of phases) titles.set(id, titles.get(id) ?? title)
  return [...titles].map(([id, title]) => {
    const runs = attempts.flatMap((attempt) =>
      attempt.phases
        .filter((run) => run.id === id)
        .map(({ spent, planned }) => ({
          spent,
          planned: planned * attempt.timer.factor,
          isMeasured: !isUnmeasured(attempt, id, attempt.updatedAt),
        })),
    )
    const measured = runs.filter(({ isMeasured }) => isMeasured).slice(0, timed)
    return {
      id,
      title,
      spent: measured.length === 0 ? null : meanOf(measured.map(({ spent }) => spent)),
      planned: meanOf((measured.length === 0 ? runs : measured).map(({ planned }) => planned)),
      attempts: measured.length,
    }
  })
}
