import { paths } from '../../support/corpus.ts'
import type { Cases } from './case.ts'

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
}
