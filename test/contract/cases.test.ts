import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { changeFormats } from '../../src/contract/change-formats.ts'
import { comparePackages } from '../../src/contract/compare-packages.ts'
import { type PackageView, packageView } from '../../src/contract/package-view.ts'
import type { Files } from '../support/corpus.ts'
import { validDrills } from '../support/terminal.ts'
import type { Case, Cases } from './cases/case.ts'
import { criteriaCases } from './cases/criteria.ts'
import { drillTextCases } from './cases/drill-text.ts'
import { drillCases } from './cases/drills.ts'
import { practiceLoopCases } from './cases/practice-loop.ts'
import { redirectCases } from './cases/redirects.ts'
import { rubricCases } from './cases/rubric.ts'
import { sampleCases } from './cases/samples.ts'
import { trackCases } from './cases/tracks.ts'
import { compiled } from './packages.ts'

// What `drills diff` says of each case stands in expected/<case>.txt and expected/<case>.json.txt.

const cases: Cases = {
  ...drillCases,
  ...drillTextCases,
  ...criteriaCases,
  ...sampleCases,
  ...trackCases,
  ...rubricCases,
  ...practiceLoopCases,
  ...redirectCases,
}

const folder = new URL('expected/', import.meta.url)
const expected = (file: string): string => readFileSync(new URL(file, folder), 'utf8')

const view = (files: Files): PackageView => packageView(compiled(files).files)

test('every row of the table of bumps has a case', () => {
  expect(Object.keys(cases).sort()).toEqual(Object.values(rows).flat().sort())
})

test('every expected output has a case', () => {
  const names = Object.keys(cases).flatMap((name) => [`${name}.json.txt`, `${name}.txt`])
  expect(readdirSync(folder).sort()).toEqual(names.sort())
})

const rows = {
  'an id removed without a redirect or used again, a redirect that leads elsewhere, or a drill that is a draft again':
    [
      'drill-removed',
      'drill-draft-again',
      'redirect-removed',
      'redirect-changed',
      'redirect-of-a-retired-id-leads',
      'redirect-ends',
      'id-used-again',
      'drill-renamed-to-an-old-id',
    ],
  'a track removed': ['track-gone', 'track-renamed'],
  'a track added, its drills or its place changed': [
    'track-added',
    'track-drills',
    'track-order',
    'track-longer',
    'track-follows-a-rename',
  ],
  'a criterion removed or its revision raised': ['criterion-gone', 'criterion-revision'],
  'a criterion of a drill gone without a redirect, or whose revision rose': [
    'drill-criterion-gone',
    'drill-criterion-renamed-and-changed',
    'drill-criterion-revision',
    'drill-criterion-redirect-removed',
    'drill-criterion-redirect-changed',
    'drill-criterion-id-used-again',
  ],
  'a criterion or sample of a drill added, its weight, cues, numbers or negations changed, a sample gone, a verdict changed':
    [
      'drill-criterion-added',
      'drill-criterion-renamed',
      'drill-criterion-merged',
      'drill-criterion-weight',
      'drill-criterion-cues',
      'drill-criterion-number',
      'drill-criterion-negation',
      'drill-criterion-partly-gone',
      'drill-criterion-partly-negation',
      'drill-criterion-also-met',
      'drill-criterion-also-met-number',
      'drill-renamed-with-criteria',
      'sample-added',
      'sample-gone',
      'sample-verdict',
      'sample-level',
      'sample-red-flags',
    ],
  'a drill, redirect or criterion added': [
    'drill-added',
    'drill-published',
    'redirect-added',
    'criterion-added',
    'rubric-red-flag-added',
  ],
  'an id that leads elsewhere': [
    'drill-renamed',
    'drill-renamed-and-changed',
    'drill-split',
    'drill-retired',
    'drills-merged',
    'redirect-follows-a-rename',
    'redirect-follows-to-the-end',
    'redirect-of-a-split-follows-a-part',
  ],
  'a drill deprecated': ['drill-deprecated'],
  'a substance digest changed': [
    'number',
    'point-added',
    'point-removed',
    'point-relabelled',
    'point-order',
    'evidence-moved',
    'worked-figure-added',
    'worked-figure-number',
    'components-of-a-question',
  ],
  'a substance test, weight or required point changed, or judging differently': [
    'criterion-weight',
    'criterion-sections',
    'criterion-kinds',
    'substance-test',
    'substance-list',
    'evidence-words',
    'rubric-score',
    'rubric-red-flag-test',
    'required-point',
    'required-point-gone',
    'section-phase',
    'phase-minutes',
    'question-minutes',
    'criteria-of-a-kind',
    'components',
    'limits',
  ],
  'everything else': [
    'typo',
    'link',
    'prompt',
    'front-matter',
    'title',
    'order',
    'red-flags',
    'follow-ups',
    'follow-up-answer',
    'see-also',
    'drill-criterion-wording',
    'drill-criterion-title',
    'drill-criterion-order',
    'sample-wording',
    'track-wording',
    'answer-of-a-question',
    'evidence-wording',
    'drill-no-longer-deprecated',
    'criterion-text',
    'rubric-red-flag-order',
    'required-point-wording',
    'practice-loop-text',
    'redirect-wording',
  ],
  nothing: ['nothing-that-reaches-apps', 'sample-of-a-draft'],
}

describe.each<[string, Case]>(Object.entries(cases))('%s', (name, { previous: before, current: after }) => {
  let previous: ReturnType<typeof compiled>
  let current: ReturnType<typeof compiled>

  beforeAll(() => {
    previous = compiled({ ...validDrills, ...before })
    current = compiled({ ...validDrills, ...after })
  })

  test('both sides are valid', () => {
    for (const { diagnostics } of [previous, current])
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('the text and the JSON are those expected', () => {
    const changes = comparePackages(packageView(previous.files), packageView(current.files))
    expect(changeFormats.text(changes)).toBe(expected(`${name}.txt`))
    expect(changeFormats.json(changes)).toBe(expected(`${name}.json.txt`))
  })

  test('a package against itself has no change, whatever the order of its files', () => {
    const reversed = packageView(new Map([...current.files].reverse()))
    expect(comparePackages(packageView(current.files), reversed)).toEqual([])
  })
})

test('line ends and the order in which files are read change nothing', () => {
  const windows = Object.fromEntries(
    Object.entries(validDrills)
      .reverse()
      .map(([name, text]) => [name, String(text).replaceAll('\n', '\r\n')]),
  )
  expect(comparePackages(view(validDrills), view(windows))).toEqual([])
})
