import type { Section } from '../model/document.ts'
import type { Drill } from '../model/drill.ts'

/** Whether a section is one of the answer, or the answer itself. */
export const isOfAnswer = (
  { parts, answer }: Pick<Drill, 'parts' | 'answer'>,
  section: Section | undefined,
): boolean =>
  section !== undefined && (section === parts.get('answer') || [...answer.values()].includes(section))
