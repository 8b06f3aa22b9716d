import { describe, expect, test } from 'vitest'
import { compileSubstance } from '../../src/rubric/substance.ts'
import { idleEntries } from '../support/idle-entries.ts'
import { evidenceOfDrills, labelledSet, rubricData, tunedPhrases, tunedSets } from '../support/labelled.ts'
import { root } from '../support/package.ts'

const rubric = rubricData(root)
const judge = compileSubstance(rubric)
const passes = (id: string, phrase: string): boolean => {
  const result = judge(id, phrase)
  return result !== undefined && result.lacks.length + result.rejected.length === 0
}
const share = (phrases: readonly string[], id: string): number =>
  phrases.filter((phrase) => passes(id, phrase)).length / phrases.length

test('every entry of a list and every alternative of a pattern decides about some labelled phrase', () => {
  const idle = idleEntries(rubric, tunedPhrases(root), evidenceOfDrills(root))
  expect(idle.map(({ place, source }) => `${place}: ${source}`)).toEqual([])
})

test('an entry without use is found', () => {
  const id = 'explicit-assumptions'
  const phrases = { [id]: { good: ['most of the 40 users'], bad: ['all of the users'] } }
  const criteria = [{ id, substance: { need: [{ say: 'an amount', any: '<number> | $some | few' }] } }]
  const idle = idleEntries({ evidenceWords: 4, lists: { some: 'most | many' }, criteria }, [phrases], [])
  expect(idle.map(({ place, source }) => `${place}: ${source}`)).toEqual([
    '$some: most',
    '$some: many',
    `${id} need: <number>`,
    `${id} need: $some`,
    `${id} need: few`,
  ])
})

describe.each(tunedSets)('the set %s', (name) => {
  test.each(Object.entries(labelledSet(root, name) ?? {}))('%s', (id, { good, bad = [] }) => {
    expect(share(good, id)).toBeGreaterThanOrEqual(0.85)
    expect(share(bad, id)).toBeLessThanOrEqual(0.3)
  })
})

test('a denial is never evidence', () => {
  for (const [id, phrase] of [
    ['rollback-path', 'We have no rollback, nothing reverts within 5 minutes'],
    ['rollback-path', 'there is no way back to the previous version within 5 minutes'],
    ['rollback-path', 'a rollback in 5 minutes to the last version is not needed'],
    ['privacy-safe-observability', 'log all prompts for a year'],
    ['privacy-safe-observability', 'we will not log less than every prompt'],
    ['privacy-safe-observability', 'transcripts are logged and never redacted'],
    ['measurable-launch-gates', 'no launch gate is needed below 9 % WER'],
    ['measurable-launch-gates', 'we will not block the release at 9 % WER'],
    ['cost-and-latency-reasoning', 'we do not trade 40 ms for 2 GPUs'],
    ['learning-from-failures', 'no incident becomes a test before the next release'],
    ['explicit-assumptions', 'nothing is assumed about the 4,000 users'],
  ] as const)
    expect([phrase, passes(id, phrase)]).toEqual([phrase, false])
})
