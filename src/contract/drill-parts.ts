import type { Drill, RichText, Section } from '../model/generated/published/drill.ts'

/** The sections of an answer; a question has none. */
export const sectionsOf = (drill: Drill): readonly Section[] | undefined =>
  'sections' in drill ? drill.sections : undefined

/** The answer of a question; other kinds have sections. */
export const answerOf = (drill: Drill): RichText | undefined => ('answer' in drill ? drill.answer : undefined)
