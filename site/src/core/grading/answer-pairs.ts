import type { Attempt, Field } from '../model/types.ts'

interface Placed {
  readonly id: string
  readonly phase: string
}

type Parts = Pick<Attempt, 'fields' | 'phases' | 'mode'>

/** A part of the learner's answer, and what the model answer says there. */
export interface AnswerPair<Section> {
  readonly id: string
  readonly title: string
  /** Null for a section that only the model answer has. */
  readonly field: Field | null
  readonly sections: readonly Section[]
}

/** Sorts by phase, and keeps the order within one; what belongs to no phase comes last. */
function byPhase<Item>(
  { phases }: Pick<Attempt, 'phases'>,
  items: readonly Item[],
  phaseOf: (item: Item) => string | undefined,
): readonly Item[] {
  const rank = (item: Item): number => {
    const index = phases.findIndex(({ id }) => id === phaseOf(item))
    return index === -1 ? phases.length : index
  }
  return [...items].sort((a, b) => rank(a) - rank(b))
}

/** The fields of an attempt in the order in which they are written: phase by phase. */
export const fieldsInOrder = (attempt: Pick<Attempt, 'fields' | 'phases'>): readonly Field[] =>
  byPhase(attempt, attempt.fields, ({ phase }) => phase)

/**
 * Pairs the fields of an attempt with the sections of a model answer, in the order of the fields. A field of an interview
 * stands for its whole phase, so it meets all sections of that phase.
 * @param placed which section belongs to which phase, as the practice loop says
 */
export function answerPairs<Section extends { readonly id: string; readonly title: string }>(
  attempt: Parts,
  sections: readonly Section[],
  placed: readonly Placed[],
): readonly AnswerPair<Section>[] {
  const phaseOf = ({ id }: Section): string | undefined => placed.find((each) => each.id === id)?.phase
  const ordered = byPhase(attempt, sections, phaseOf)
  const belongs = (section: Section, field: Field): boolean =>
    attempt.mode === 'interview' ? phaseOf(section) === field.phase : section.id === field.id
  const mine = fieldsInOrder(attempt).map((field) => ({
    id: field.id,
    title: field.title,
    field,
    sections: ordered.filter((section) => belongs(section, field)),
  }))
  const others = ordered
    .filter((section) => !attempt.fields.some((field) => belongs(section, field)))
    .map((section) => ({ id: section.id, title: section.title, field: null, sections: [section] }))
  return [...mine, ...others]
}
