import type { Action } from './actions.ts'
import { longest, within } from './limits.ts'
import { clampFactor, settle } from './timer.ts'
import type { Attempt, Instant } from './types.ts'

const minute = 60_000

function leaveOut(attempt: Attempt, phase: string, length: number, at: Instant): Attempt {
  const settled = settle(attempt, at, attempt.clock.running)
  return {
    ...settled,
    phases: settled.phases.map((run) =>
      run.id === phase ? { ...run, spent: Math.max(0, Math.round(run.spent - length)) } : run,
    ),
  }
}

function extend(attempt: Attempt, minutes: number): Attempt {
  const grow = (extra: number): number => within(extra + minutes * minute, longest)
  return {
    ...attempt,
    phases: attempt.phases.map((run) =>
      run.id === attempt.phase ? { ...run, extra: grow(run.extra) } : run,
    ),
  }
}

function moveTo(attempt: Attempt, phase: string | undefined, at: Instant): Attempt {
  const isOther = phase !== attempt.phase && attempt.phases.some(({ id }) => id === phase)
  return isOther && phase !== undefined ? { ...settle(attempt, at, attempt.clock.running), phase } : attempt
}

function move(attempt: Attempt, by: 1 | -1, at: Instant): Attempt {
  const index = attempt.phases.findIndex(({ id }) => id === attempt.phase)
  return moveTo(attempt, attempt.phases[index + by]?.id, at)
}

type ClockAction = Extract<
  Action,
  {
    readonly type:
      | 'start'
      | 'pause'
      | 'resume'
      | 'leaveOut'
      | 'extend'
      | 'skip'
      | 'back'
      | 'phase'
      | 'timer'
      | 'factor'
  }
>

/** Applies an action on time and phases; returns the same attempt when nothing changes. */
export function reduceClock(attempt: Attempt, action: ClockAction, at: Instant): Attempt {
  const { clock, timer } = attempt
  switch (action.type) {
    case 'start':
      return { ...settle(attempt, at, true), startedAt: at }
    case 'pause':
      return clock.running ? settle(attempt, at, false) : attempt
    case 'resume':
      return clock.running || attempt.startedAt === null ? attempt : settle(attempt, at, true)
    case 'leaveOut':
      return leaveOut(attempt, action.phase, action.length, at)
    case 'extend':
      return extend(attempt, action.minutes)
    case 'skip':
      return move(attempt, 1, at)
    case 'back':
      return move(attempt, -1, at)
    case 'phase':
      return moveTo(attempt, action.phase, at)
    case 'timer':
      return timer.on === action.on ? attempt : { ...attempt, timer: { ...timer, on: action.on } }
    case 'factor': {
      const factor = clampFactor(action.factor)
      return timer.factor === factor ? attempt : { ...attempt, timer: { ...timer, factor } }
    }
  }
}
