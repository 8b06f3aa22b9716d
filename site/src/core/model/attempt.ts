import type { CatalogEntry, Criterion, DrillCriterion, Phase, Rubric } from 'audio-text-drills'
import { mostRead } from './limits.ts'
import { clampFactor } from './timer.ts'
import type { Attempt, Field, GradedCriterion, Instant, Mode, PhaseRun, Stage, Text, Timer } from './types.ts'

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
  readonly mode: Mode
  readonly timer: Timer
}

/** A text that nobody has written yet. */
export const emptyText = (at: Instant): Text => ({ value: '', changedAt: at, kept: [] })

/** Rounds and incidents follow the phases of the practice loop; a question is answered in one go. */
const hasPhases = ({ kind }: Pick<Attempt, 'kind'>): boolean => kind !== 'question'

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

/** The text areas of a mode: one for each phase in an interview, one for each section when guided. */
export function fieldsOf(
  { kind, mode }: Pick<Attempt, 'kind' | 'mode'>,
  practiceLoop: Pick<Loop, 'phases' | 'sections'>,
): readonly Field[] {
  if (!hasPhases({ kind })) return [{ id: wholeAnswer, title: 'Your answer', phase: wholeAnswer }]
  if (mode === 'interview') return practiceLoop.phases.map(({ id, title }) => ({ id, title, phase: id }))
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
  const { id, at, packageVersion, drill, practiceLoop, mode, timer } = start
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
    mode,
    hints: {},
    fields: fieldsOf({ kind: drill.kind, mode }, practiceLoop),
    texts: {},
    spoken: {},
    clock: { running: false },
    timer: { on: timer.on, factor: clampFactor(timer.factor) },
    revealedAt: null,
    readAt: null,
    revealedBeforeWriting: false,
    editedAfterReveal: false,
    criteria: [],
    grades: {},
    quotes: {},
    redFlags: [],
    verdicts: [],
    followUps: [],
    note: emptyText(at),
    score: null,
    mark: null,
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

/** Whether the score of an attempt tells what the learner can do. */
export const isCounted = ({
  score,
  mark,
  revealedBeforeWriting,
}: Pick<Attempt, 'score' | 'mark' | 'revealedBeforeWriting'>): boolean =>
  score !== null && mark === null && !revealedBeforeWriting

/** Whether nothing was written in a field and nothing recorded in its phase. */
export const isEmpty = (attempt: Attempt, { id, phase }: Field): boolean =>
  textOf(attempt, id).trim() === '' && !Object.hasOwn(attempt.spoken, phase)

/** Whether nothing was written or recorded at all. */
export const isBlank = (attempt: Attempt): boolean => attempt.fields.every((field) => isEmpty(attempt, field))

/** The answer in the form that `assess` takes: texts by section id, or one text where fields are no sections. */
export function answerOf(attempt: Attempt): string | Readonly<Record<string, string>> {
  if (attempt.mode === 'interview' || attempt.kind === 'question')
    return attempt.fields
      .map(({ id }) => textOf(attempt, id).trim())
      .filter((text) => text !== '')
      .join('\n\n')
  return Object.fromEntries(attempt.fields.map(({ id }) => [id, textOf(attempt, id)]))
}

/** The answer as far as it is matched with criteria: its first `mostRead` characters. */
export function answerRead(attempt: Attempt): ReturnType<typeof answerOf> {
  const answer = answerOf(attempt)
  if (typeof answer === 'string') return answer.slice(0, mostRead)
  let left = mostRead
  const cut = (text: string): string => {
    const read = text.slice(0, left)
    left -= read.length
    return read
  }
  return Object.fromEntries(Object.entries(answer).map(([id, text]) => [id, cut(text)]))
}
