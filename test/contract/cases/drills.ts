import { edit, paths, valid } from '../../support/corpus.ts'
import { type Cases, edits, precision, precisionPath, question, withLine } from './case.ts'

/** Drills that come, go, change their id, their status or their place. */
export const drillCases: Cases = {
  'drill-added': { current: { [precisionPath]: precision } },
  'drill-removed': { current: { [paths.question]: undefined } },
  'drill-published': { previous: { [paths.question]: withLine(valid.question, 'status: draft') } },
  'drill-draft-again': { current: { [paths.question]: withLine(valid.question, 'status: draft') } },
  'drill-deprecated': { current: { [paths.question]: withLine(valid.question, 'status: deprecated') } },
  'drill-no-longer-deprecated': {
    previous: { [paths.question]: withLine(valid.question, 'status: deprecated') },
  },
  'drill-renamed': {
    current: {
      [paths.question]: undefined,
      'drills/questions/what-recall-means.md': edit(
        valid.question,
        'id: what-is-recall',
        'id: what-recall-means',
      ),
      [paths.redirects]: 'renamed:\n  what-is-recall: what-recall-means\n',
    },
  },
  'drill-renamed-and-changed': {
    current: {
      [paths.round]: undefined,
      'drills/rounds/spoken-note-search.md': edits(
        valid.round,
        ['id: voice-note-search', 'id: spoken-note-search'],
        ['kind: round\n', 'kind: round\nstatus: deprecated\n'],
        ['# Voice note search', '# Spoken note search'],
        ['within 800 ms', 'within 700 ms'],
      ),
      [paths.redirects]: 'renamed:\n  voice-note-search: spoken-note-search\n',
    },
  },
  'drill-split': {
    current: {
      [paths.question]: undefined,
      [precisionPath]: precision,
      'drills/questions/why-ten-results.md': question(
        'why-ten-results',
        'Why ten results?',
        'Defend the depth of the list.',
        'People rarely scroll further than the screen',
      ),
      [paths.redirects]:
        'split:\n  what-is-recall: { ids: [what-is-precision, why-ten-results], reason: it asked two things at once }\n',
    },
  },
  'drill-retired': {
    current: {
      [paths.question]: undefined,
      [paths.redirects]: 'retired:\n  what-is-recall: nobody asks for this metric any more\n',
    },
  },
  'drills-merged': {
    previous: { [precisionPath]: precision },
    current: { [paths.redirects]: 'renamed:\n  what-is-precision: what-is-recall\n' },
  },
  order: {
    previous: {
      [paths.question]: withLine(valid.question, 'order: 1'),
      [precisionPath]: withLine(precision, 'order: 2'),
    },
    current: {
      [paths.question]: withLine(valid.question, 'order: 2'),
      [precisionPath]: withLine(precision, 'order: 1'),
    },
  },
  'nothing-that-reaches-apps': {
    previous: { [paths.redirects]: 'renamed: {}\n' },
    current: {
      [paths.redirects]: '# Ids that are gone.\nrenamed: {}\n',
      [paths.round]: edit(valid.round, 'order: 1', 'order: 7'),
      'drills/questions/unfinished.md': edits(
        withLine(precision, 'status: draft'),
        ['id: what-is-precision', 'id: unfinished'],
        ['# What does precision measure?', '# Unfinished'],
      ),
    },
  },
}
