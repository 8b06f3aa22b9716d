import { isBlank, isEmpty } from '../model/attempt.ts'
import { clockText } from '../model/duration.ts'
import { isUnmeasured } from '../model/measured.ts'
import type { Library } from '../model/records.ts'
import { spentIn } from '../model/timer.ts'
import type { Attempt, Millis } from '../model/types.ts'
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

/** A shorter time reads as 0:00. */
const least: Millis = 1000

/** Whether nobody worked in a phase: no time was spent, or nothing was written or recorded there while other phases have something. */
function isUnused(attempt: Attempt, phase: string): boolean {
  const fields = attempt.fields.filter((field) => field.phase === phase)
  const hasNothing = fields.length > 0 && fields.every((field) => isEmpty(attempt, field))
  return spentIn(attempt, phase, attempt.updatedAt) < least || (hasNothing && !isBlank(attempt))
}

/** The time spent in each phase against the plan, in the order of the practice loop, without attempts that are set apart. */
export function phaseTimes(library: Library): readonly PhaseTime[] {
  const attempts = [...library.attempts]
    .filter(({ finishedAt, startedAt }) => finishedAt !== null && startedAt !== null)
    .filter(({ mark, revealedBeforeWriting }) => mark === null && !revealedBeforeWriting)
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
          isMeasured: !isUnmeasured(attempt, id, attempt.updatedAt) && !isUnused(attempt, id),
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

/** Differences below this share of the plan are nothing to work on. */
const close = 0.1

const inSeconds = (length: Millis): Millis => Math.ceil(length / 1000) * 1000

/** How far a phase is from its plan: the difference of the two times as they are shown. */
export function differenceText(spent: Millis, planned: Millis): string {
  const difference = inSeconds(spent) - inSeconds(planned)
  if (Math.abs(difference) < planned * close) return 'about the plan'
  return `${clockText(Math.abs(difference))} ${difference > 0 ? 'over' : 'under'}`
}
