import type { CatalogEntry, Criterion, DrillCriterion, Phase, Rubric } from 'audio-text-drills'
import { clampFactor } from './timer.ts'
import type { Attempt, Field, GradedCriterion, Instant, PhaseRun, Stage, Text, Timer } from './types.ts'

/** The id of the single phase and field of a question, which the loop doesn't divide. */
export const wholeAnswer = 'answer'

const minute = 60_000

interface Titled {
  readonly id: string
  readonly title: string
}

/** The part of the package's `practiceLoop` that an attempt copies. */
export interface Loop {
  readonly phases: readonly (Titled & Pick<Phase, 'minutes'>)[]
  readonly sections: readonly (Titled & { readonly phase: string })[]
}

/** The part of a drill that is copied after the reveal. */
interface OwnCriteria extends Pick<CatalogEntry, 'kind'> {
  readonly criteria: readonly (Titled & Pick<DrillCriterion, 'weight' | 'revision' | 'digest'>)[]
}

/** The part of the package's `rubric` that is copied after the reveal. */
interface GeneralCriteria extends Pick<Rubric, 'digest'> {
  readonly criteria: readonly (Titled & Pick<Criterion, 'weight' | 'revision' | 'kinds'>)[]
}

export interface AttemptStart {
  /** Unique; 8 to 64 letters, digits and hyphens. */
  readonly id: string
  readonly at: Instant
  readonly packageVersion: string
  readonly drill: Titled & Pick<CatalogEntry, 'kind' | 'minutes' | 'digests'>
  readonly practiceLoop: Loop
  readonly timer: Timer
}

const emptyText = (at: Instant): Text => ({ value: '', changedAt: at, kept: [] })

/** Rounds and incidents follow the phases of the practice loop; a question is answered in one go. */
const hasPhases = ({ kind }: AttemptStart['drill']): boolean => kind !== 'question'

function phasesOf({ drill, practiceLoop }: AttemptStart): PhaseRun[] {
  const phases = hasPhases(drill)
    ? practiceLoop.phases
    : [{ id: wholeAnswer, title: 'Answer', minutes: drill.minutes }]
  return phases.map(({ id, title, minutes }) => ({
    id,
    title,
    planned: minutes * minute,
    extra: 0,
    spent: 0,
  }))
}

function fieldsOf({ drill, practiceLoop }: AttemptStart): Field[] {
  if (!hasPhases(drill)) return [{ id: wholeAnswer, title: 'Your answer', phase: wholeAnswer }]
  return practiceLoop.sections.map(({ id, title, phase }) => ({ id, title, phase }))
}

/** What a drill is graded by: its own criteria, then the general ones that its kind requires. */
export function criteriaOf(drill: OwnCriteria, rubric: GeneralCriteria): readonly GradedCriterion[] {
  const general = rubric.criteria.filter(({ kinds }) => kinds.includes(drill.kind))
  return [
    ...drill.criteria.map(({ id, title, weight, revision, digest }): GradedCriterion => {
      return { id, title, scope: 'drill', weight, revision, digest }
    }),
    ...general.map(({ id, title, weight, revision }): GradedCriterion => {
      return { id, title, scope: 'general', weight, revision, digest: rubric.digest }
    }),
  ]
}

/** A new attempt, independent of earlier ones. */
export function createAttempt(start: AttemptStart): Attempt {
  const { id, at, packageVersion, drill, timer } = start
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
    criteria: [],
    grades: {},
    redFlags: [],
    note: emptyText(at),
    score: null,
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
