import type { Drill, RichText, Section } from '../model/generated/published/drill.ts'

/** The sections of an answer; of any version, whatever its kind, so they may be missing. */
export const sectionsOf = (drill: Drill): readonly Section[] | undefined =>
  'sections' in drill ? drill.sections : undefined

/** An answer in prose; the same. */
export const answerOf = (drill: Drill): RichText | undefined => ('answer' in drill ? drill.answer : undefined)
