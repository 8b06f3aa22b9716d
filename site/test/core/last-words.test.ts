import { expect, test } from 'vitest'
import { emptyLibrary, type Library } from '../../src/core/model/records.ts'
import type { Attempt } from '../../src/core/model/types.ts'
import { fieldsToRead, lastWords } from '../../src/core/schedule/last-words.ts'
import { attemptWith, graded, minute, run, t0 } from './support.ts'

const libraryOf = (...attempts: readonly Attempt[]): Library => ({ ...emptyLibrary, attempts })
const card = { drillId: 'launch', criterion: 'bounded' }
const found = (sentence: string) => ({ status: 'found', sentence }) as const
const find = () => found('Found words')
const older = graded(attemptWith({ id: 'attempt-old' }), { bounded: 'not' })
const newer = graded(attemptWith({ id: 'attempt-new', at: t0 + 5 * minute }), { bounded: 'not' }, 6 * minute)

test('what was picked for a criterion comes before what is found', () => {
  expect(lastWords(libraryOf(older, newer), card, ({ id }) => found(id))).toEqual({
    attempt: newer,
    words: 'attempt-new',
  })
  const picked = run(newer, [7 * minute, { type: 'quote', criterion: 'bounded', text: 'My words' }])
  expect(lastWords(libraryOf(older, picked), card, find)?.words).toBe('My words')
  expect(lastWords(libraryOf(older, picked), { ...card, criterion: 'counted' }, find)?.words).toBe(
    'Found words',
  )
  // The opposite was written, too; the nearest sentence of a missing criterion was not written for it.
  const denied = () => ({ status: 'denied', sentence: 'No bound' }) as const
  expect(lastWords(libraryOf(older), card, denied)?.words).toBe('No bound')
  const missing = () => ({ status: 'missing', sentence: 'Found words' }) as const
  expect(lastWords(libraryOf(older), card, missing)?.words).toBe(null)
})

test('nothing is made up where nothing is found, or where an answer is too long to search', () => {
  const nothing = { attempt: older, words: null }
  expect(lastWords(libraryOf(older), card, () => undefined)).toEqual(nothing)
  const fail = (): never => {
    throw new RangeError('too long')
  }
  expect(lastWords(libraryOf(older), card, fail)).toEqual(nothing)
  expect(lastWords(libraryOf(), card, find)).toBe(null)
  const blank = run(attemptWith(), [minute, { type: 'reveal' }])
  expect(lastWords(libraryOf(blank), card, find)).toBe(null)
})

test('nothing shows while a fresh attempt is open', () => {
  const fresh = run(attemptWith({ id: 'attempt-fresh', at: t0 + 9 * minute }), [
    9 * minute,
    { type: 'start' },
  ])
  expect(lastWords(libraryOf(older, fresh), card, find)).toBe(null)
  const revealed = run(fresh, [10 * minute, { type: 'reveal' }])
  expect(lastWords(libraryOf(older, revealed), card, find)?.words).toBe('Found words')
})

test('where nothing is found, all that was written in the phases of the model answer can be read', () => {
  const ids = (attempt: Attempt, phases: readonly string[]): readonly string[] =>
    fieldsToRead(attempt, phases).map(({ id }) => id)
  const attempt = run(
    attemptWith(),
    [1, { type: 'write', field: 'limits', text: 'Some words' }],
    [2, { type: 'write', field: 'path', text: 'Other words' }],
    [3, { type: 'write', field: 'check-list', text: ' ' }],
  )
  const phaseOf = (field: string): string => attempt.fields.find(({ id }) => id === field)?.phase ?? ''
  expect(ids(attempt, [phaseOf('path')])).toEqual(['path'])
  // Nothing was written there, or the model answer says it nowhere.
  expect(ids(attempt, [])).toEqual(ids(attempt, [phaseOf('limits'), phaseOf('path')]))
  expect(ids(attempt, ['elsewhere'])).toEqual(ids(attempt, []))
  expect(ids(attemptWith(), [phaseOf('path')])).toEqual([])
})
