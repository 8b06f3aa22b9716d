import { describe, expect, test } from 'vitest'
import type { Changes, DrillChange } from '../../src/model/generated/published/changes.ts'
import type { Resolution } from '../../src/runtime/types.ts'
import { upgradeReporter } from '../../src/runtime/upgrade.ts'

const change = (
  drill: string,
  kind: DrillChange['kind'],
  fields: string[] = ['id'],
  to?: string[],
): DrillChange => ({
  drill,
  kind,
  fields,
  ...(to && { to }),
})

/** Newest first, as in the package. */
const history: Changes = [
  {
    version: '2.0.0',
    changes: [
      change('cut', 'split', ['id'], ['left', 'right']),
      change('left', 'added', []),
      change('c', 'changed', ['title']),
    ],
  },
  {
    version: '1.10.0',
    changes: [
      change('b', 'renamed', ['id'], ['c']),
      change('c', 'changed', ['prompt']),
      change('c', 'deprecated', ['status']),
    ],
  },
  { version: '1.9.0', changes: [change('b', 'changed', ['sections.operations'])], other: ['rubric.text'] },
  { version: '1.2.0', changes: [change('a', 'renamed', ['id'], ['b']), change('tapes', 'retired')] },
  { version: '1.1.0', changes: [change('a', 'changed', ['title'])] },
  {
    version: '1.0.0',
    changes: [change('a', 'added', []), change('cut', 'added', []), change('tapes', 'added', [])],
  },
]

const resolve = (id: string): Resolution =>
  id === 'c' ? { status: 'active', id } : { status: 'renamed', id: 'c' }
const report = upgradeReporter(history, resolve)

/** The changes of one id, each on a line. */
const changesOf = (id: string, from: string): string[] =>
  report([id], from).flatMap(({ changes }) =>
    changes.map(({ version, kind, fields }) => [version, kind, ...fields].join(' ')),
  )

test('a renamed drill is followed over all its names, oldest change first', () => {
  expect(changesOf('a', '1.0.0')).toEqual([
    '1.1.0 changed title',
    '1.2.0 renamed id',
    '1.9.0 changed sections.operations',
    '1.10.0 renamed id',
    '1.10.0 changed prompt',
    '1.10.0 deprecated status',
    '2.0.0 changed title',
  ])
})

test('a rubric that judges otherwise is a change of every drill that was ever published', () => {
  const changes: Changes = [
    { version: '1.2.0', changes: [change('a', 'changed', ['criteria.one'])], other: ['rubric.digest'] },
    { version: '1.1.0', changes: [], other: ['rubric.text', 'rubric.criteria.rollback-path'] },
    { version: '1.0.0', changes: [change('a', 'added', [])], other: ['rubric.digest'] },
  ]
  const statuses: Readonly<Record<string, Resolution>> = {
    a: { status: 'active', id: 'a' },
    tapes: { status: 'retired', reason: 'nobody has them' },
  }
  const after = upgradeReporter(changes, (id) => statuses[id] ?? { status: 'unknown' })
  expect(after(['a', 'tapes', 'nothing'], '1.0.0').map((entry) => entry.changes)).toEqual([
    [
      { version: '1.2.0', kind: 'changed', fields: ['criteria.one'] },
      { version: '1.2.0', kind: 'changed', fields: ['rubric'], substance: true },
    ],
    [{ version: '1.2.0', kind: 'changed', fields: ['rubric'], substance: true }],
    [],
  ])
  expect(after(['a'], '1.2.0').map((entry) => entry.changes)).toEqual([[]])
})

test('an id that had been renamed already when it was stored is followed too', () => {
  expect(changesOf('a', '1.9.0')).toEqual([
    '1.10.0 renamed id',
    '1.10.0 changed prompt',
    '1.10.0 deprecated status',
    '2.0.0 changed title',
  ])
  expect(changesOf('a', '1.10.0')).toEqual(['2.0.0 changed title'])
})

test('what happened to a name before a drill bore it is not told', () => {
  expect(changesOf('b', '1.0.0')[0]).toBe('1.9.0 changed sections.operations')
  expect(changesOf('c', '1.0.0')[0]).toBe('1.10.0 changed prompt')
})

test('a drill that merged into another one gets what that one saw from then on', () => {
  const merged = upgradeReporter(
    [
      { version: '1.3.0', changes: [change('kept', 'changed', ['title'])] },
      { version: '1.2.0', changes: [change('gone', 'renamed', ['id'], ['kept'])] },
      { version: '1.1.0', changes: [change('kept', 'changed', ['prompt'])] },
    ],
    resolve,
  )
  expect(merged(['gone'], '1.0.0')[0]?.changes).toEqual([
    { version: '1.2.0', kind: 'renamed', fields: ['id'] },
    { version: '1.3.0', kind: 'changed', fields: ['title'] },
  ])
})

test('a split and a retired drill end there', () => {
  expect(changesOf('cut', '1.0.0')).toEqual(['2.0.0 split id'])
  expect(changesOf('tapes', '1.0.0')).toEqual(['1.2.0 retired id'])
})

test('ids come back as they were asked for, in their order, each with its resolution', () => {
  expect(report(['c', 'a', 'nobody', 'c'], '2.0.0')).toEqual([
    { id: 'c', resolution: { status: 'active', id: 'c' }, changes: [] },
    { id: 'a', resolution: { status: 'renamed', id: 'c' }, changes: [] },
    { id: 'nobody', resolution: { status: 'renamed', id: 'c' }, changes: [] },
    { id: 'c', resolution: { status: 'active', id: 'c' }, changes: [] },
  ])
  expect(report([], '1.0.0')).toEqual([])
})

test('asking changes nothing', () => {
  const before = JSON.stringify(history)
  expect(report(['a'], '1.0.0')).toEqual(report(['a'], '1.0.0'))
  expect(JSON.stringify(history)).toBe(before)
})

describe('versions', () => {
  test.each([
    ['0.1.0', 8],
    ['1.0.0', 7],
    ['v1.0.0', 7],
    ['1.0.0-beta.1', 7],
    ['1.0.9', 7],
    ['1.1.0', 6],
    ['1.2.0', 5],
    ['1.9.9', 4],
    ['1.10.0', 1],
    ['1.99.99', 1],
    ['2.0.0', 0],
    ['2.0.0-rc.1', 0],
  ])('since %s there are %i changes', (from, amount) => {
    expect(changesOf('a', from)).toHaveLength(amount)
  })

  test.each(['', '1', '1.0', 'latest', '^1.0.0', ' 1.0.0', '1.0.0.4', '1.0.0 ', '1.0.0 || 2', 'x.y.z'])(
    '%j is none',
    (from) => {
      expect(() => report(['a'], from)).toThrow(
        new TypeError(`not a version: “${from}”, expected such as “1.2.0”`),
      )
    },
  )

  test.each([
    [undefined, 'undefined'],
    [1, 'a number'],
    [['1.0.0'], 'an array'],
    [Symbol('x'), 'a symbol'],
  ])('nor is %s', (from, kind) => {
    expect(() => report([], from as never)).toThrow(new TypeError(`\`from\` is ${kind}, expected a string`))
  })

  test.each(['2.0.1', '10.0.0', 'v3.0.0-beta.1'])('%s is later than all that are known', (from) => {
    expect(() => report(['a'], from)).toThrow(
      new RangeError(
        `an unknown version: “${from}”, expected one that this package knows: 2.0.0, 1.10.0, 1.9.0, 1.2.0, 1.1.0 or an earlier one`,
      ),
    )
  })

  test('before the first release only that of the package is known, and those before it', () => {
    const unreleased = upgradeReporter([], resolve, '0.3.0')
    expect(unreleased(['c'], '0.3.0')).toEqual([{ id: 'c', resolution: resolve('c'), changes: [] }])
    expect(unreleased(['c'], '0.1.0')).toHaveLength(1)
    expect(() => unreleased(['c'], '0.4.0')).toThrow(
      new RangeError('an unknown version: “0.4.0”, expected one that this package knows: 0.3.0'),
    )
  })

  test('a package that is built before its version is recorded knows it', () => {
    const built = upgradeReporter(history, resolve, '2.1.0')
    expect(built(['c'], '2.1.0')[0]?.changes).toEqual([])
    expect(() => built(['c'], '2.2.0')).toThrow(/knows: 2\.1\.0, 2\.0\.0, /)
  })
})

test.each([
  ['a string', 'one-id', '`ids` is a string, expected an array'],
  ['undefined', undefined, '`ids` is undefined, expected an array'],
  ['null', null, '`ids` is null, expected an array'],
  ['a set', new Set(['a']), '`ids` is an object, expected an array'],
  ['a promise', Promise.resolve(['a']), '`ids` is a promise (is an `await` missing?), expected an array'],
  ['a list with a number', ['a', 7], '`ids[1]` is a number, expected a string'],
])('%s is no list of ids', (_, ids, message) => {
  expect(() => report(ids as never, '1.0.0')).toThrow(new TypeError(message))
})

test('a change that spoils stored grades says so, and another does not', () => {
  const spoiled: DrillChange = { ...change('a', 'changed', ['sections.constraints']), substance: true }
  const since = upgradeReporter(
    [
      { version: '1.2.0', changes: [change('a', 'changed', ['sections.constraints'])] },
      { version: '1.1.0', changes: [spoiled] },
    ],
    resolve,
  )
  expect(since(['a'], '1.0.0')[0]?.changes).toEqual([
    { version: '1.1.0', kind: 'changed', fields: ['sections.constraints'], substance: true },
    { version: '1.2.0', kind: 'changed', fields: ['sections.constraints'] },
  ])
})
