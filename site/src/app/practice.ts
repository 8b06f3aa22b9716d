import type { Drill, PracticeLoop, Prompt, Resolution, Rubric, Section } from 'audio-text-drills'
import { scoreOf } from '../core/grading/score.ts'
import type { Attempt } from '../core/model/types.ts'
import { newestAttempt } from './newest-attempt.ts'
import type { Session } from './session.ts'

/** Everything needed to practise a drill, except its answer. */
export interface Practice {
  readonly loop: PracticeLoop
  readonly rubric: Rubric
  readonly version: string
  readonly assess: typeof import('audio-text-drills').assess
  readonly score: typeof import('audio-text-drills').score
  readonly resolution: Resolution
  /** Undefined for drills that are not published. */
  readonly prompt: Prompt | undefined
}

/** Fetches a prompt. Only the loader is taken: the menu of prompts beside it says what ours says. */
export async function loadPrompt(drillId: string): Promise<Prompt | undefined> {
  const { loadPrompt } = await import('audio-text-drills/prompts')
  return loadPrompt(drillId)
}

export async function loadPractice(drillId: string): Promise<Practice> {
  const [common, prompt] = await Promise.all([import('audio-text-drills'), loadPrompt(drillId)])
  const { practiceLoop, rubric, version, assess, score, resolveId } = common
  return { loop: practiceLoop, rubric, version, assess, score, resolution: resolveId(drillId), prompt }
}

/** Fetches a drill with its answer. Call it only after the learner has asked for the answer. */
export async function loadAnswer(drillId: string): Promise<Drill | null> {
  const { loadDrill } = await import('audio-text-drills/drills')
  return (await loadDrill(drillId)) ?? null
}

/** The sections of a model answer; that of a question has none. */
export const sectionsOf = (drill: Drill): readonly Section[] =>
  drill.kind === 'question' ? [] : drill.sections

/** Finishes an attempt with its score and schedules its reviews in a single change, together with any unsaved text. */
export async function finish(session: Session, attempt: Attempt): Promise<void> {
  const [scoring, { finishAttempt }] = await Promise.all([
    import('audio-text-drills'),
    import('../core/schedule/schedule.ts'),
  ])
  const { library } = session.snapshot()
  const newest = newestAttempt(session, attempt)
  session.commit(finishAttempt(library, newest, scoreOf(scoring, newest), session.now()))
  await session.flush()
}
