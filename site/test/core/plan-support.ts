import { applyChange } from '../../src/core/model/change.ts'
import { noonOf } from '../../src/core/model/day.ts'
import {
  type Card,
  emptyLibrary,
  type Library,
  type Memory,
  type Plan,
} from '../../src/core/model/records.ts'
import type { Attempt, Grade } from '../../src/core/model/types.ts'
import type { Standing } from '../../src/core/plan/plan-standing.ts'
import type { PlanInput, Schedule, Task } from '../../src/core/plan/plan-types.ts'
import { cardId } from '../../src/core/schedule/cards.ts'
import { attemptWith, day, entry, finishScored, graded, question, t0 } from './support.ts'

/** A Thursday, at noon; the interview is on the Monday after it. */
export const thursday = '2026-12-03'
export const monday = '2026-12-07'
export const at = (date: string): number => noonOf(date) ?? 0

export const menu = [
  entry('round-1', { minutes: 25 }),
  entry('round-2', { minutes: 25, categories: ['speech'], modelPath: ['tts'] }),
  entry('round-3', { minutes: 25, difficulty: 'advanced', modelPath: ['llm'] }),
  entry('round-4', { minutes: 25, difficulty: 'expert', categories: ['speech'] }),
  entry('incident-1', { minutes: 25, kind: 'incident', categories: ['debugging'] }),
  question('question-1'),
  question('question-2'),
  question('question-3'),
]

export const planWith = (more: Partial<Plan> = {}): Plan => ({
  date: monday,
  minutes: 51,
  roles: [],
  track: null,
  since: at(thursday),
  ...more,
})

export const inputAt = (
  now: number,
  library: Library = emptyLibrary,
  more: Partial<PlanInput> = {},
): PlanInput => ({
  library,
  menu,
  tracks: [],
  sampled: [],
  now,
  ...more,
})

export const nameOf = (task: Task): string =>
  task.type === 'cards' ? `${task.cards.length} cards` : `${task.type} ${task.drillId}`

export const told = ({ days }: Schedule): Record<string, string[]> =>
  Object.fromEntries(
    days.map(({ date, tasks }) => [
      date.slice(-2),
      tasks.map(({ task, isDone }) => `${nameOf(task)}${isDone ? ' ✓' : ''}`),
    ]),
  )

/** Finishes a drill on a day, with the same grade for every criterion of it. */
export function work(library: Library, id: string, now: number, grade: Grade = 'met'): Library {
  const drill = menu.find((each) => each.id === id) ?? entry(id)
  const after = now - t0
  const attempt = graded(
    attemptWith({ id: `attempt-${id}-${after}`, drill, at: now }),
    { bounded: grade, counted: grade, gates: grade, rollback: grade, privacy: grade },
    after,
  )
  return applyChange(library, finishScored(library, attempt, now))
}

/** An attempt of a day, finished with a score. */
export const finishedAttempt = (
  drill: ReturnType<typeof entry>,
  on: string,
  total: number | null,
  more: Partial<Attempt> = {},
): Attempt => ({
  ...attemptWith({ id: `attempt-${drill.id}-${on}`, drill, at: at(on) }),
  revision: 9,
  startedAt: at(on),
  revealedAt: at(on),
  finishedAt: at(on),
  score:
    total === null
      ? null
      : { total, criteria: 0, general: 0, redFlags: 0, most: { criteria: 70, general: 30 } },
  ...more,
})

/** A card that was reviewed once. */
export const cardDue = (
  drillId: string,
  criterion: string | null,
  due: number,
  more: Partial<Memory> = {},
): Card => ({
  id: cardId(drillId, criterion),
  drillId,
  criterion,
  memory: {
    due,
    stability: 1,
    difficulty: 5,
    elapsedDays: 0,
    scheduledDays: 1,
    learningSteps: 0,
    reps: 1,
    lapses: 0,
    state: 2,
    lastReview: due - day,
    ...more,
  },
  updatedAt: due,
})

/** What is known of a drill: nothing, but for what is given. */
export const standing = (
  id: string,
  more: Partial<Standing> = {},
  drill: Parameters<typeof entry>[1] = {},
): Standing => ({
  entry: entry(id, { minutes: 25, ...drill }),
  score: null,
  doneOn: null,
  dueOn: null,
  isOpen: false,
  hasSecondRound: false,
  ...more,
})
