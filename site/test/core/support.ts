import type { CatalogEntry, Rubric } from 'audio-text-drills'
import { scorer } from '../../../src/runtime/score.ts'
import type { MenuEntry } from '../../src/core/catalog/catalog.ts'
import { scoreOf } from '../../src/core/grading/score.ts'
import type { ActionBody } from '../../src/core/model/actions.ts'
import { createAttempt, criteriaOf } from '../../src/core/model/attempt.ts'
import type { Change } from '../../src/core/model/change.ts'
import type { Library } from '../../src/core/model/records.ts'
import { reduce } from '../../src/core/model/reduce.ts'
import type { Attempt, Mode, Score, Timer } from '../../src/core/model/types.ts'
import { finishAttempt } from '../../src/core/schedule/schedule.ts'

export const minute = 60_000
export const day = 24 * 60 * minute
/** 2026-11-02T09:00:00Z: every test tells time from here. */
export const t0 = 1_793_610_000_000

export const practiceLoop = {
  phases: [
    { id: 'plan', title: 'Plan', minutes: 5 },
    { id: 'build', title: 'Build', minutes: 10 },
    { id: 'check', title: 'Check', minutes: 1 },
  ],
  sections: [
    { id: 'limits', title: 'Limits', phase: 'plan' },
    { id: 'path', title: 'Path', phase: 'build' },
  ],
}

export const rubric = {
  digest: '1:rubric',
  score: { criteria: 70, general: 30, redFlag: 5 },
  redFlags: [],
  criteria: [
    { id: 'gates', title: 'Gates', weight: 50, revision: 1, kinds: ['round', 'incident'] },
    { id: 'rollback', title: 'Rollback', weight: 35, revision: 1, kinds: ['round', 'incident'] },
    { id: 'privacy', title: 'Privacy', weight: 15, revision: 2, kinds: ['round'] },
  ],
} as const

interface Entry extends MenuEntry, Pick<CatalogEntry, 'digests'> {}

export const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  kind: 'round',
  title: `Title of ${id}`,
  minutes: 16,
  status: 'stable',
  difficulty: 'core',
  categories: ['serving'],
  modelPath: ['asr'],
  followUps: 4,
  digests: { prompt: '1:p', text: '1:t', substance: '1:s' },
  ...more,
})

/** A question: no phases, and no general criteria. */
export const question = (id: string): Entry => entry(id, { kind: 'question', minutes: 5 })

/** The criteria of every drill here. */
export const ownCriteria = [
  { id: 'bounded', title: 'Bounded blocking', weight: 8, revision: 1, digest: '1:bounded' },
  { id: 'counted', title: 'Capacity counted', weight: 2, revision: 1, digest: '1:counted' },
] as const

/** The score of the package, on the rubric here. */
export const scoring = { score: scorer(rubric as unknown as Rubric), rubric }

export const scored = (attempt: Attempt): Score | null => scoreOf(scoring, attempt)

interface Options {
  readonly id?: string
  readonly drill?: Entry
  readonly mode?: Mode
  readonly timer?: Timer
  readonly at?: number
}

export const attemptWith = ({
  id = 'attempt-0001',
  drill = entry('launch'),
  mode = 'guided',
  timer = { on: true, factor: 1 },
  at = t0,
}: Options = {}): Attempt =>
  createAttempt({ id, at, packageVersion: '1.0.0', drill, practiceLoop, mode, timer })

/** Applies actions, each at so many milliseconds after `t0`. */
export const run = (attempt: Attempt, ...steps: readonly (readonly [number, ActionBody])[]): Attempt =>
  steps.reduce((state, [after, action]) => reduce(state, { ...action, at: t0 + after }), attempt)

/** The text of each field: long enough to say what every criterion asks for. */
export const someWords =
  'Some words, and many more of them, so that they can say what each criterion asks for.'

/** A revealed attempt with something written in every field, and graded. */
export const graded = (
  attempt: Attempt,
  grades: Readonly<Record<string, 'met' | 'partly' | 'not'>>,
  after = minute,
): Attempt =>
  run(
    attempt,
    [after, { type: 'start' }],
    ...attempt.fields.map(
      ({ id }) => [after, { type: 'write', field: id, text: someWords }] as [number, ActionBody],
    ),
    [after, { type: 'reveal' }],
    [
      after,
      { type: 'criteria', criteria: criteriaOf({ kind: attempt.kind, criteria: ownCriteria }, rubric) },
    ],
    ...Object.entries(grades).map(
      ([criterion, grade]) => [after, { type: 'grade', criterion, grade }] as [number, ActionBody],
    ),
  )

/** Finishes an attempt with its score. */
export const finishScored = (library: Library, attempt: Attempt, at: number): Change =>
  finishAttempt(library, attempt, scored(attempt), at)
