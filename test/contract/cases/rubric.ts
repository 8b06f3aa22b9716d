import { edit, type Files, paths, valid } from '../../support/corpus.ts'
import { type Case, type Cases, cut, edits } from './case.ts'

const rubric = (...changes: readonly (readonly [string, string])[]): Case => ({
  current: { [paths.rubric]: edits(valid.rubric, ...changes) },
})

/** A change of one criterion in the front matter. */
const rollback = (from: string, to: string): Case => {
  const start = valid.rubric.indexOf('  - id: rollback-path\n')
  const end = valid.rubric.indexOf('  - id: cost-and-latency-reasoning\n')
  const [before, after] = [valid.rubric.slice(0, start), valid.rubric.slice(end)]
  return { current: { [paths.rubric]: before + edit(valid.rubric.slice(start, end), from, to) + after } }
}

const learning =
  '[every confirmed missed note becomes a regression test within 7 days](../rubric.md#learning-from-failures)'
const unlinked = 'every confirmed missed note becomes a regression test within 7 days'

/** The criterion on failures is gone, with its weight and its evidence. */
const fiveCriteria: Files = {
  [paths.rubric]: edit(
    cut(
      cut(valid.rubric, '  - id: learning-from-failures\n', '\nredFlags:\n'),
      '### Learning from failures\n',
      '## Red flags\n',
    ),
    'cost-and-latency-reasoning\n    weight: 20',
    'cost-and-latency-reasoning\n    weight: 35',
  ),
  [paths.round]: edit(valid.round, learning, unlinked),
  [paths.incident]: edit(valid.incident, learning, unlinked),
}

/** Criteria, red flags and word lists. */
export const rubricCases: Cases = {
  'criterion-added': { previous: fiveCriteria },
  'criterion-gone': { current: fiveCriteria },
  'criterion-revision': rollback('revision: 1', 'revision: 2'),
  'criterion-weight': rubric(
    ['rollback-path\n    weight: 15', 'rollback-path\n    weight: 20'],
    ['cost-and-latency-reasoning\n    weight: 20', 'cost-and-latency-reasoning\n    weight: 15'],
  ),
  'criterion-sections': rollback('sections: [operations]', 'sections: [operations, tradeoffs]'),
  'criterion-kinds': rollback('kinds: [round, incident]', 'kinds: [round]'),
  'criterion-text': rubric(['There is a known earlier state, a', 'There is a known earlier state and a']),
  'rubric-score': rubric(['redFlag: 5', 'redFlag: 10']),
  'evidence-words': rubric(['evidenceWords: 4', 'evidenceWords: 3']),
  'substance-test': rubric(['any: we learn | $art fail*', 'any: we learn | we grow | $art fail*']),
  'substance-list': rubric(['side: or lower | or less', 'side: or lower | or smaller | or less']),
  'rubric-red-flag-added': rubric(
    ['  - id: numbers-without-conditions\n', '  - id: numbers-without-conditions\n  - id: nobody-owns-it\n'],
    [
      '\n## How far the tests can be trusted',
      '\n### Nobody owns it\n\nEvery team assumes that another one is paged.\n\n## How far the tests can be trusted',
    ],
  ),
  'rubric-red-flag-test': rubric(['against: [evaluation, operations]', 'against: [evaluation]']),
  'rubric-red-flag-order': rubric([
    '  - id: average-hides-the-slice\n  - id: numbers-without-conditions\n',
    '  - id: numbers-without-conditions\n  - id: average-hides-the-slice\n',
  ]),
}
