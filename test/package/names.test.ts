import { expect, test } from 'vitest'
import { withNames } from '../../src/package/name-types.ts'
import { compiled } from '../contract/packages.ts'
import { edit, paths, valid } from '../support/corpus.ts'
import { validDrills } from '../support/terminal.ts'

/** The members of a type of names in the package of some files. */
const members = (type: string, files: Parameters<typeof compiled>[0] = validDrills): string[] => {
  const text = compiled(files).files.get('types/names.d.ts') ?? ''
  const [, union = ''] =
    new RegExp(`^export type ${type} =((?:\\s*\\| "[^"]*")+| never)$`, 'm').exec(text) ?? []
  return union
    .split('|')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

test('each name is there once, sorted', () => {
  const files = {
    ...validDrills,
    [paths.question]: edit(valid.question, 'topics: [recall]', 'topics: [zipf, speech-search, recall]'),
    [paths.incident]: valid.incident.replace(/^topics: .*$/m, 'topics: [recall, ann-index]'),
    [paths.round]: valid.round.replace(/^topics: .*$/m, 'topics: [zipf]'),
  }
  expect(members('Topic', files)).toEqual(['"ann-index"', '"recall"', '"speech-search"', '"zipf"'])
  expect(members('DrillId', files)).toEqual([
    '"empty-search-results"',
    '"voice-note-search"',
    '"what-is-recall"',
  ])
})

test('names of drafts are not there', () => {
  const draft = edit(valid.question, 'kind: question', 'kind: question\nstatus: draft')
  const files = { ...validDrills, [paths.question]: edit(draft, 'topics: [recall]', 'topics: [unheard-of]') }
  expect(members('DrillId', files)).toEqual(['"empty-search-results"', '"voice-note-search"'])
  expect(members('Topic', files)).not.toContain('"unheard-of"')
})

test('points are those that the loop declares and those that drills have besides', () => {
  expect(members('PointId')).toEqual(expect.arrayContaining(['"latency"', '"no-live-transcription"']))
  const { [paths.round]: _, [paths.incident]: __, [paths.question]: ___, ...empty } = validDrills
  expect(members('PointId', empty)).toContain('"latency"')
  expect(members('PointId', empty)).not.toContain('"no-live-transcription"')
})

test('a corpus without drills has no names of drills', () => {
  const { [paths.round]: _, [paths.incident]: __, [paths.question]: ___, ...empty } = validDrills
  for (const type of ['DrillId', 'Topic', 'DrillCriterionId', 'DrillRedFlagId'])
    expect([type, members(type, empty)]).toEqual([type, ['never']])
  expect(members('SectionId', empty)).toContain('"operations"')
})

test('only names get other types', () => {
  const names = new Map([['Topic', ['a']]])
  const source = 'export type Topic = string;\nexport type Digest = string;\nreadonly x: readonly Topic[];\n'
  expect(withNames(source, names)).toBe(
    "import type * as names from './names.js'\n\nexport type Topic = names.Topic;\nexport type Digest = string;\nreadonly x: names.ListOf<Topic>;\n",
  )
  const plain = 'export type Digest = string\nreadonly x: readonly string[]\n'
  expect(withNames(plain, names)).toBe(plain)
})
