import { edit, paths, valid } from '../../support/corpus.ts'
import { type Case, type Cases, edits } from './case.ts'

const loop = (...changes: readonly (readonly [string, string])[]): Case => ({
  current: { [paths.loop]: edits(valid.loop, ...changes) },
})

const cost = '- **Cost:** transcription'

/** Phases, sections, required points, components and limits. */
export const practiceLoopCases: Cases = {
  components: loop(['names: [codec]', 'names: [codec, vocoder]']),
  limits: loop(['pointWords: 5', 'pointWords: 4']),
  'phase-minutes': loop(
    ['id: design, minutes: 10', 'id: design, minutes: 12'],
    ['takes 25 minutes', 'takes 27 minutes'],
  ),
  'question-minutes': loop(['minutes: 5\n', 'minutes: 6\n']),
  'criteria-of-a-kind': loop(['criteria: { least: 1, most: 6 }', 'criteria: { least: 1, most: 7 }']),
  'section-phase': loop([
    'id: tradeoffs\n    phase: design',
    'id: tradeoffs\n    phase: metrics-and-rollout',
  ]),
  'practice-loop-text': loop(['the person who will own the system', 'the person who owns the system']),
  'required-point': {
    current: {
      [paths.loop]: edit(
        valid.loop,
        'incident: [latency, quality, privacy, cost,',
        'incident: [latency, quality, privacy, data-retention, cost,',
      ),
      [paths.incident]: edit(
        valid.incident,
        cost,
        `- **Data retention:** audio is deleted after 30 days, text stays.\n${cost}`,
      ),
    },
  },
  'required-point-gone': loop(
    ['incident-ownership, failure-modes, learning]', 'incident-ownership, learning]'],
    ['- **Failure modes:** how each stage breaks, how that shows, and what limits the damage.\n', ''],
  ),
  'required-point-wording': loop([
    'the time a user waits at each step',
    'how long a user waits at each step',
  ]),
}
