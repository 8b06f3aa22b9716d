import { edit, type Files, paths, valid } from '../../support/corpus.ts'
import { type Case, type Cases, cut, edits } from './case.ts'

type Change = readonly [from: string, to: string]

const round = (...changes: readonly Change[]): Case => ({
  current: { [paths.round]: edits(valid.round, ...changes) },
})

const staleLink = '[a recogniser update changes words that the index still holds](#index-goes-stale)'
const staleWords = 'a recogniser update changes words that the index still holds'

/** A practice loop that asks for one criterion only. */
const loose: Files = { [paths.loop]: valid.loop.replaceAll('least: 2', 'least: 1') }

/** The round without its second criterion. */
const withoutStale: Files = {
  ...loose,
  [paths.round]: edit(cut(valid.round, '### Index goes stale\n', '## Red flags\n'), staleLink, staleWords),
}

const renamed: readonly Change[] = [
  ['### Index goes stale', '### Words of yesterday'],
  ['(#index-goes-stale)', '(#words-of-yesterday)'],
]

const criteria = (lines: string): Files => ({ [paths.redirects]: `criteria:\n${lines}` })
const oldStale = criteria('  voice-note-search#old-index: index-goes-stale\n')
const toYesterday = criteria('  voice-note-search#index-goes-stale: words-of-yesterday\n')

const first = valid.round.slice(valid.round.indexOf('### One release'), valid.round.indexOf('### Index goes'))
const second = valid.round.slice(valid.round.indexOf('### Index goes'), valid.round.indexOf('## Red flags'))
const partly = '- **Partly:** both have versions, which may differ.\n'
const met = 'change in one release.'

/** Criteria of a drill, and what is redirected of them. */
export const criteriaCases: Cases = {
  'drill-criterion-added': { previous: withoutStale, current: loose },
  'drill-criterion-gone': { previous: loose, current: withoutStale },
  'drill-criterion-renamed': { current: { ...round(...renamed).current, ...toYesterday } },
  'drill-criterion-renamed-and-changed': {
    current: {
      ...round(...renamed, ['`stale .. index*`', '`stale .. index*`\n- **Weight:** 9\n- **Revision:** 2'])
        .current,
      ...toYesterday,
    },
  },
  'drill-criterion-merged': {
    previous: loose,
    current: {
      ...withoutStale,
      ...criteria('  voice-note-search#index-goes-stale: one-release-for-both\n'),
    },
  },
  'drill-criterion-revision': round(['- **Weight:** 8', '- **Weight:** 8\n- **Revision:** 2']),
  'drill-criterion-weight': round(['- **Weight:** 8', '- **Weight:** 9']),
  'drill-criterion-cues': round(['`stale .. index*`', '`stale .. index*`, `index .. outdated`']),
  'drill-criterion-number': round([met, 'change in one release of 24 h.']),
  'drill-criterion-negation': round([met, 'never change in one release.']),
  'drill-criterion-partly-gone': round([partly, '']),
  'drill-criterion-partly-negation': round(['which may differ.', 'which may not differ.']),
  'drill-criterion-also-met': round([
    '- **Also met:** the index',
    '- **Also met:** one file holds both.\n- **Also met:** the index',
  ]),
  'drill-criterion-also-met-number': round([
    'before a new recogniser serves.',
    'within 2 h of a new recogniser.',
  ]),
  'drill-criterion-wording': round(
    [met, 'are changed in one release.'],
    ['which may differ.', 'which can differ.'],
    ['before a new recogniser serves.', 'before another recogniser serves.'],
  ),
  'drill-criterion-title': round(['### Index goes stale', '### Index Goes Stale']),
  'drill-criterion-order': round([first + second, second + first]),
  'drill-criterion-redirect-removed': { previous: oldStale },
  'drill-criterion-redirect-changed': {
    previous: oldStale,
    current: criteria('  voice-note-search#old-index: one-release-for-both\n'),
  },
  'drill-criterion-id-used-again': {
    previous: {
      [paths.round]: edits(valid.round, ...renamed),
      ...criteria('  voice-note-search#index-goes-stale: words-of-yesterday\n'),
    },
  },
  'drill-renamed-with-criteria': {
    previous: oldStale,
    current: {
      [paths.round]: undefined,
      'drills/rounds/note-search.md': edits(
        valid.round,
        ['id: voice-note-search', 'id: note-search'],
        ...renamed,
      ),
      [paths.redirects]:
        'renamed:\n  voice-note-search: note-search\ncriteria:\n  note-search#old-index: words-of-yesterday\n  note-search#index-goes-stale: words-of-yesterday\n',
    },
  },
}
