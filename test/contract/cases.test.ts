import { beforeAll, describe, expect, test } from 'vitest'
import { comparePackages } from '../../src/contract/compare.ts'
import { formats } from '../../src/contract/format.ts'
import { type PackageView, packageView } from '../../src/contract/package-view.ts'
import { validFiles } from '../commands/terminal.ts'
import type { Files } from '../support/corpus.ts'
import { cases, compiled, fixture, side } from './packages.ts'

// A case is a folder of fixtures/ with the files that differ from the valid ones (an empty file takes a valid one
// away) and with what `drills diff` says in expected.txt and expected.json.txt.

/** What differs is the files that a side names; one that only the other side names is the valid one, or none. */
const filesOf = (name: string, which: 'previous' | 'current'): Files => ({
  ...validFiles,
  ...side(name, which),
})

const view = (files: Files): PackageView => packageView(compiled(files).files)

test('every row of the table of bumps has a case', () => {
  expect(cases).toEqual(Object.values(rows).flat().sort())
})

const rows = {
  'an id gone without a redirect, or back to draft': [
    'drill-removed',
    'drill-draft-again',
    'redirect-removed',
  ],
  'a criterion gone or its revision raised': ['criterion-gone', 'criterion-revision'],
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
    'redirect-changed',
  ],
  'a drill deprecated': ['drill-deprecated'],
  'a substance digest changed': [
    'figure',
    'point-added',
    'point-removed',
    'points-in-another-order',
    'evidence-moved',
  ],
  'a substance test, weight or required point changed, or judging otherwise': [
    'criterion-weight',
    'criterion-sections',
    'criterion-kinds',
    'substance-test',
    'substance-list',
    'evidence-words',
    'rubric-red-flag-test',
    'required-point',
    'required-point-gone',
    'section-phase',
    'phase-minutes',
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
    'answer-of-a-question',
    'evidence-in-other-words',
    'drill-no-longer-deprecated',
    'criterion-text',
    'rubric-red-flags-in-another-order',
    'required-point-worded-otherwise',
    'practice-loop-text',
    'redirect-worded-otherwise',
  ],
  nothing: ['nothing-that-reaches-apps'],
}

describe.each(cases)('%s', (name) => {
  let previous: ReturnType<typeof compiled>
  let current: ReturnType<typeof compiled>

  beforeAll(() => {
    previous = compiled(filesOf(name, 'previous'))
    current = compiled(filesOf(name, 'current'))
  })

  test('both sides are valid', () => {
    for (const { diagnostics } of [previous, current])
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('the text and the JSON are those expected', () => {
    const changes = comparePackages(packageView(previous.files), packageView(current.files))
    expect(formats.text(changes)).toBe(fixture(name, 'expected.txt'))
    expect(formats.json(changes)).toBe(fixture(name, 'expected.json.txt'))
  })

  test('a package against itself has no change, whatever the order of its files', () => {
    const reversed = packageView(new Map([...current.files].reverse()))
    expect(comparePackages(packageView(current.files), reversed)).toEqual([])
  })
})

test('line ends and the order in which files are read change nothing', () => {
  const windows = Object.fromEntries(
    Object.entries(validFiles)
      .reverse()
      .map(([name, text]) => [name, String(text).replaceAll('\n', '\r\n')]),
  )
  expect(comparePackages(view(validFiles), view(windows))).toEqual([])
})
