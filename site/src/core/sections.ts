import type { Drill, Section } from 'audio-text-drills'

/** The sections of a model answer; that of a question has none. */
export const sectionsOf = (drill: Drill): readonly Section[] =>
  drill.kind === 'question' ? [] : drill.sections
