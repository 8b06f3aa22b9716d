import type { Stage } from './types.ts'

/** How far an attempt is. */
export const stageWords = {
  ready: 'not started',
  writing: 'being written',
  comparing: 'being graded',
  finished: 'finished',
} as const satisfies Record<Stage, string>
