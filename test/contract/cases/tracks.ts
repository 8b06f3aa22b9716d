import { edit, paths, valid } from '../../support/corpus.ts'
import { track, trackPath } from '../../support/tracks.ts'
import { type Case, type Cases, precision, precisionPath } from './case.ts'

const file = trackPath('first-week')

/** One track before and another in its place. */
const changed = (given: Parameters<typeof track>[0]): Case => ({
  previous: { [file]: track() },
  current: { [file]: track(given) },
})

/** Ways through the drills. */
export const trackCases: Cases = {
  'track-added': { current: { [file]: track() } },
  'track-gone': { previous: { [file]: track() } },
  'track-renamed': {
    previous: { [file]: track() },
    current: { [trackPath('first-days')]: track({ id: 'first-days' }) },
  },
  'track-drills': changed({ drills: ['voice-note-search', 'what-is-recall', 'empty-search-results'] }),
  'track-order': changed({ order: 2 }),
  'track-longer': {
    previous: { [file]: track(), [precisionPath]: precision },
    current: {
      [file]: track({ drills: ['what-is-recall', 'what-is-precision', 'voice-note-search'] }),
      [precisionPath]: precision,
    },
  },
  'track-wording': changed({
    title: 'The first week',
    body: 'For whoever never answered against the clock.',
  }),
  'track-follows-a-rename': {
    previous: { [file]: track() },
    current: {
      [paths.question]: undefined,
      'drills/questions/recall-at-ten.md': edit(valid.question, 'id: what-is-recall', 'id: recall-at-ten'),
      [paths.redirects]: 'renamed: { what-is-recall: recall-at-ten }\n',
      [file]: track({ drills: ['recall-at-ten', 'voice-note-search', 'empty-search-results'] }),
    },
  },
}
