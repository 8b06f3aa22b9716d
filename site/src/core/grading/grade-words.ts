import type { Grade } from '../model/types.ts'

/** The best first, as the keys 1 to 3 give them. */
export const gradeOrder = ['met', 'partly', 'not'] as const satisfies readonly Grade[]

/** A grade within a sentence. */
export const gradeWords = { met: 'met', partly: 'partly', not: 'not met' } as const satisfies Record<
  Grade,
  string
>
/** A grade on its own. */
export const gradeLabels = { met: 'Met', partly: 'Partly', not: 'Not met' } as const satisfies Record<
  Grade,
  string
>
