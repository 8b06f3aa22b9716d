import { edit, paths, valid } from '../../support/corpus.ts'
import { sample, samplePath } from '../../support/samples.ts'
import type { Case, Cases } from './case.ts'

const hurried = samplePath('hurried')

/** One sample before and another in its place. */
const changed = (given: Parameters<typeof sample>[0]): Case => ({
  previous: { [hurried]: sample() },
  current: { [hurried]: sample(given) },
})

const draft = { [paths.round]: edit(valid.round, 'kind: round\n', 'kind: round\nstatus: draft\n') }

/** Sample answers. */
export const sampleCases: Cases = {
  'sample-added': { current: { [hurried]: sample() } },
  'sample-gone': { previous: { [hurried]: sample() } },
  'sample-verdict': changed({ verdicts: { 'index-goes-stale': 'partly', 'rollback-path': 'not' } }),
  'sample-level': changed({ level: 'middling', form: 'spoken' }),
  'sample-red-flags': changed({ redFlags: ['measures-the-recogniser-and-never-the'] }),
  'sample-wording': changed({
    body: 'We transcribe each note once and keep index and model pinned together.',
  }),
  'sample-of-a-draft': {
    previous: draft,
    current: { ...draft, [hurried]: sample() },
  },
}
