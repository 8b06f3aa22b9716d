import { edit, paths, valid } from '../../support/corpus.ts'
import { type Cases, precision, precisionPath } from './case.ts'

const redirects = (text: string) => ({ [paths.redirects]: text })

/** Ids that have been gone for long. */
export const redirectCases: Cases = {
  'redirect-added': { current: redirects('retired:\n  old-times: nobody asks for this any more\n') },
  'redirect-removed': {
    previous: redirects('retired:\n  old-times: nobody asks for this any more\n'),
    current: redirects('retired: {}\n'),
  },
  'redirect-changed': {
    previous: redirects('renamed:\n  old-search: voice-note-search\n'),
    current: redirects('renamed:\n  old-search: empty-search-results\n'),
  },
  'redirect-wording': {
    previous: redirects('retired:\n  old-times: nobody asks for this any more\n'),
    current: redirects('retired:\n  old-times: it was about tapes, which are gone\n'),
  },
  'redirect-of-a-retired-id-leads': {
    previous: redirects('retired:\n  old-times: nobody asks for this any more\n'),
    current: redirects('renamed:\n  old-times: voice-note-search\n'),
  },
  'redirect-ends': {
    previous: redirects('renamed:\n  old-search: voice-note-search\n'),
    current: redirects('retired:\n  old-search: nobody asks for this any more\n'),
  },
  'redirect-follows-a-rename': {
    previous: redirects('renamed:\n  old-recall: what-is-recall\n'),
    current: {
      [paths.question]: undefined,
      'drills/questions/what-recall-means.md': edit(
        valid.question,
        'id: what-is-recall',
        'id: what-recall-means',
      ),
      ...redirects('renamed:\n  old-recall: what-recall-means\n  what-is-recall: what-recall-means\n'),
    },
  },
  'redirect-follows-to-the-end': {
    previous: redirects('renamed:\n  old-recall: what-is-recall\n'),
    current: {
      [paths.question]: undefined,
      ...redirects(
        'retired:\n  old-recall: nobody asks for this any more\n  what-is-recall: nobody asks for this any more\n',
      ),
    },
  },
  'redirect-of-a-split-follows-a-part': {
    previous: {
      [precisionPath]: precision,
      ...redirects(
        'split:\n  old-metrics: { ids: [what-is-recall, what-is-precision], reason: it asked two things at once }\n',
      ),
    },
    current: redirects(
      'renamed:\n  old-metrics: what-is-recall\nretired:\n  what-is-precision: nobody asks for this any more\n',
    ),
  },
  'id-used-again': {
    previous: redirects('retired:\n  what-is-precision: nobody asks for this any more\n'),
    current: { [precisionPath]: precision },
  },
  'drill-renamed-to-an-old-id': {
    previous: redirects('retired:\n  what-recall-means: nobody asks for this any more\n'),
    current: {
      [paths.question]: undefined,
      'drills/questions/what-recall-means.md': edit(
        valid.question,
        'id: what-is-recall',
        'id: what-recall-means',
      ),
      ...redirects('renamed:\n  what-is-recall: what-recall-means\n'),
    },
  },
}
