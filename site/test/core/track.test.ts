import { expect, test } from 'vitest'
import { nextAfter, otherTracks, trackOf, trackStanding } from '../../src/core/catalog/track.ts'
import type { Attempt } from '../../src/core/model/types.ts'
import { attemptWith, entry, run, t0 } from './support.ts'

const track = { id: 'first', title: 'First', drills: ['a', 'b', 'c'] }

const finished = (id: string): Attempt => ({
  ...attemptWith({ id: `attempt-${id}`, drill: entry(id) }),
  finishedAt: t0,
})
const opened = (id: string): Attempt => attemptWith({ id: `attempt-${id}`, drill: entry(id) })
const begun = (id: string): Attempt => run(opened(id), [0, { type: 'start' }])
const standing = (...attempts: readonly Attempt[]) => trackStanding(track, { attempts })

test('a track is found by its id, and no other is taken for one that is gone', () => {
  expect([trackOf([track], 'first'), trackOf([track], 'gone'), trackOf([track], null)]).toEqual([
    track,
    undefined,
    undefined,
  ])
})

test('its next drill is the first that was never finished, also where later ones were', () => {
  expect(standing()).toEqual({ done: 0, next: 'a', isBegun: false })
  expect(standing(finished('a'), finished('c'))).toEqual({ done: 2, next: 'b', isBegun: true })
  expect(standing(finished('a'), finished('a'), finished('other'))).toMatchObject({ done: 1, next: 'b' })
  expect(standing(...track.drills.map(finished))).toEqual({ done: 3, next: undefined, isBegun: true })
})

test('it is begun with the first work on any drill of it', () => {
  expect([standing(opened('a')), standing(begun('b')), standing(begun('other'))]).toEqual([
    { done: 0, next: 'a', isBegun: false },
    { done: 0, next: 'a', isBegun: true },
    { done: 0, next: 'a', isBegun: false },
  ])
})

test('after a track come those behind it, then those before it, but for what is done', () => {
  const way = (id: string, ...drills: readonly string[]) => ({ id, title: id, drills })
  const ways = [way('one', 'a'), way('two', 'b'), track, way('four', 'd', 'a'), way('five', 'e')]
  const after = (id: string, ...done: readonly string[]): readonly string[] =>
    otherTracks(ways, id, { attempts: done.map(finished) }).map((each) => each.id)
  expect(after('first', 'b')).toEqual(['four', 'five', 'one'])
  expect(after('five', 'a', 'd', 'e')).toEqual(['two', 'first'])
  expect(after('one', 'a', 'b', 'c', 'd', 'e')).toEqual([])
})

test('after a drill goes on the first chosen track that has it and is not done', () => {
  const short = { id: 'short', title: 'Short', drills: ['a', 'b'] }
  const after = (drill: string, ids: readonly (string | null)[], ...done: readonly string[]): unknown => {
    const found = nextAfter([track, short], ids, drill, { attempts: done.map(finished) })
    return found && [found.track.id, found.next]
  }
  expect(after('a', ['short', 'first'], 'a')).toEqual(['short', 'b'])
  expect(after('b', ['short', 'first'], 'a', 'b')).toEqual(['first', 'c'])
  expect(after('a', [null, 'first'], 'a')).toEqual(['first', 'b'])
  expect([after('a', [null, 'gone'], 'a'), after('x', ['first']), after('c', ['short'])]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
