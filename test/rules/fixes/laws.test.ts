import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paths, valid } from '../../support/corpus.ts'
import {
  type Case,
  caseOf,
  causes,
  disagreements,
  fixable,
  fixedBy,
  guesses,
  losses,
  staying,
  unsettled,
} from './laws.ts'
import { type Mutation, mutate, mutations } from './mutations.ts'
import { changedWords } from './words.ts'

const runs = Number(process.env['FUZZ_RUNS'] ?? 40)
const options = { seed: Number(process.env['FUZZ_SEED'] ?? 20_260_101), numRuns: runs }

const drills = [
  [paths.round, valid.round],
  [paths.incident, valid.incident],
  [paths.question, valid.question],
] as const

/** Proves a law on mutated drills, and the counterexample is the list of changes. */
function holds(law: (before: Case) => string[]): void {
  const property = fc.property(
    fc.constantFrom(0, 0, 1, 2),
    mutations,
    (which, change: { changes: Mutation[]; crlf: boolean }) => {
      const [file, text] = drills[which as 0 | 1 | 2]
      expect(law(caseOf(file, mutate(text, change)))).toEqual([])
    },
  )
  fc.assert(property, options)
}

test('a fix removes its finding, loses no word, and causes nothing', () => {
  holds((before) =>
    fixable(before)
      .slice(0, 8)
      .flatMap((finding) => {
        const after = fixedBy(before, finding)
        return [staying, losses, causes].flatMap((law) => law(before, finding, after))
      }),
  )
})

test('a fix never guesses: it changes case, form, or words that are no English by two letters', () => {
  holds((before) => fixable(before).flatMap((finding) => guesses(before, finding)))
})

test('the law itself tells slips from other words and other places', () => {
  const text = '- **Quantity:** x'
  const at = { start: 2, end: 15 }
  expect(changedWords(text, [{ ...at, text: '**Quality:**' }])).toEqual(['quantity -> quality'])
  expect(changedWords('- **Qualty:** x', [{ start: 2, end: 13, text: '**Quality:**' }])).toEqual([])
  expect(changedWords('- **Qual & ities:** x', [{ start: 2, end: 19, text: '**Quality:**' }])).toEqual([])
  expect(changedWords('old way', [{ start: 0, end: 7, text: 'way old' }])).toEqual(['old way -> way old'])
})

test('two fixes at once are the same as one after the other', () => {
  holds((before) => {
    const some = fixable(before).slice(0, 4)
    return some.flatMap((one) =>
      some.flatMap((other) => (one === other ? [] : disagreements(before, one, other))),
    )
  })
})

test('all fixes together come to an end, leave nothing that can be fixed, and cause nothing', () => {
  holds(unsettled)
})
