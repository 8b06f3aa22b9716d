import type { CatalogEntry, Criterion, LoopSection, Phase } from 'audio-text-drills'
import { clampFactor } from './timer.ts'
import type { Attempt, Field, GradedCriterion, Instant, Kind, PhaseRun, Stage, Text, Timer } from './types.ts'

/** The id of the single phase, field and criterion of a question, which the loop and the rubric don't divide. */
export const wholeAnswer = 'answer'

const minute = 60_000

/** The part of the package's `practiceLoop` that an attempt copies. */
export interface Loop {
  readonly phases: readonly Pick<Phase, 'id' | 'title' | 'minutes'>[]
  readonly sections: readonly Pick<LoopSection, 'id' | 'title' | 'phase'>[]
}

/** The part of the package's `rubric` that an attempt copies. */
export interface Criteria {
  readonly criteria: readonly Pick<Criterion, 'id' | 'title' | 'weight' | 'revision' | 'kinds'>[]
}

export interface AttemptStart {
  /** Unique; 8 to 64 letters, digits and hyphens. */
  readonly id: string
  readonly at: Instant
  readonly packageVersion: string
  readonly drill: Pick<CatalogEntry, 'id' | 'kind' | 'title' | 'digests' | 'minutes'>
  readonly practiceLoop: Loop
  readonly rubric: Criteria
  readonly timer: Timer
}

const emptyText = (at: Instant): Text => ({ value: '', changedAt: at, kept: [] })

/**
 * Whether a drill follows the phases of the practice loop. Rounds and incidents do and have `minutes`; questions
 * don't.
 */
const isTimed = ({ minutes }: AttemptStart['drill']): boolean => minutes !== undefined

function phasesOf({ drill, practiceLoop }: AttemptStart): PhaseRun[] {
  const planned = isTimed(drill)
    ? practiceLoop.phases.map(({ id, title, minutes }) => ({ id, title, planned: minutes * minute }))
    : [{ id: wholeAnswer, title: 'Answer', planned: null }]
  return planned.map((phase) => ({ ...phase, extra: 0, spent: 0 }))
}

function fieldsOf({ drill, practiceLoop }: AttemptStart): Field[] {
  if (!isTimed(drill)) return [{ id: wholeAnswer, title: 'Your answer', phase: wholeAnswer }]
  return practiceLoop.sections.map(({ id, title, phase }) => ({ id, title, phase }))
}

/** The criteria for a kind of drill. Kinds without criteria of their own are graded as a whole. */
export function criteriaOf(rubric: Criteria, kind: Kind): readonly GradedCriterion[] {
  const asked = rubric.criteria.filter(({ kinds }) => kinds.includes(kind))
  if (asked.length === 0)
    return [{ id: wholeAnswer, title: 'The answer as a whole', weight: 100, revision: 1 }]
  return asked.map(({ id, title, weight, revision }) => ({ id, title, weight, revision }))
}

/** A new attempt, independent of earlier ones. */
export function createAttempt(start: AttemptStart): Attempt {
  const { id, at, packageVersion, drill, rubric, timer } = start
  const phases = phasesOf(start)
  return {
    id,
    drillId: drill.id,
    kind: drill.kind,
    title: drill.title,
    digests: { prompt: drill.digests.prompt, text: drill.digests.text, substance: drill.digests.substance },
    packageVersion,
    createdAt: at,
    startedAt: null,
    updatedAt: at,
    revision: 0,
    phases,
    phase: phases[0]?.id ?? wholeAnswer,
    fields: fieldsOf(start),
    texts: {},
    clock: { running: false },
    timer: { on: timer.on, factor: clampFactor(timer.factor) },
    revealedAt: null,
    revealedBeforeWriting: false,
    editedAfterReveal: false,
    criteria: criteriaOf(rubric, drill.kind),
    grades: {},
    redFlags: [],
    note: emptyText(at),
    finishedAt: null,
  }
}

/** Derives the stage; see the diagram in `types.ts`. */
export function stageOf({ startedAt, revealedAt, finishedAt }: Attempt): Stage {
  if (finishedAt !== null) return 'finished'
  if (revealedAt !== null) return 'comparing'
  return startedAt === null ? 'ready' : 'writing'
}

/** The text of a field; empty when nothing was written. */
export const textOf = ({ texts }: Attempt, field: string): string =>
  Object.hasOwn(texts, field) ? (texts[field]?.value ?? '') : ''

/** Whether every field is empty or only whitespace. */
export const isBlank = (attempt: Attempt): boolean =>
  attempt.fields.every(({ id }) => textOf(attempt, id).trim() === '')

/** The answer in the form that `assess` takes: texts by section id, or the single text of a question. */
export function answerOf(attempt: Attempt): string | Readonly<Record<string, string>> {
  if (attempt.fields.every(({ id }) => id === wholeAnswer)) return textOf(attempt, wholeAnswer)
  return Object.fromEntries(attempt.fields.map(({ id }) => [id, textOf(attempt, id)]))
}
