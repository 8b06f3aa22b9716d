import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alikePairs } from '../../src/rules/near-duplicate/alike-pairs.ts'
import { edit, type Files, findings, paths, valid, type World } from '../support/corpus.ts'
import { report } from '../support/found.ts'

const second = 'drills/rounds/zebra-counting.md'
const prompt = 'A note-taking app wants people to find what they once said. Design it.'
const other = (words: string, order = 'order: 2'): string =>
  edit(
    edit(
      edit(
        edit(valid.round, 'id: voice-note-search', 'id: zebra-counting'),
        '# Voice note search',
        '# Zebra counting',
      ),
      'order: 1',
      order,
    ),
    prompt,
    words,
  )
const both = (text: string, loop = valid.loop): string[] =>
  report({ [second]: text, [paths.round]: valid.round, [paths.loop]: loop }, 'near-duplicate')

test('two prompts that say nearly the same: the later file is blamed', () => {
  expect(both(other(prompt))).toEqual([
    '12:1-12:10 «## Prompt» Unexpected prompt that shares 100 % of its three-word runs with `voice-note-search`, expected less than 50 %; make it a follow-up there, or another situation',
  ])
  expect(both(other('A note-taking app wants people to find what they once wrote. Design it.'))).toEqual([
    '12:1-12:10 «## Prompt» Unexpected prompt that shares 57 % of its three-word runs with `voice-note-search`, expected less than 50 %; make it a follow-up there, or another situation',
  ])
  const [found] = findings({ [second]: other(prompt), [paths.round]: valid.round }, 'near-duplicate')
  expect(found?.related).toEqual([
    {
      line: 12,
      column: 1,
      endLine: 12,
      endColumn: 10,
      file: 'drills/rounds/voice-note-search.md',
      message: 'the other prompt',
    },
  ])
})

test('case, punctuation and marks do not hide it', () => {
  expect(
    both(other('a **note-taking** app wants people, to find what they `once` said – design it!')),
  ).toEqual([
    '12:1-12:10 «## Prompt» Unexpected prompt that shares 100 % of its three-word runs with `voice-note-search`, expected less than 50 %; make it a follow-up there, or another situation',
  ])
})

test('the threshold is data, and reaching it is too much', () => {
  const words = 'A note-taking app wants people to find a phrase. Count it.'
  expect(both(other(words))).toEqual([])
  const share = (value: number): string => edit(valid.loop, 'duplicateShare: 0.5', `duplicateShare: ${value}`)
  expect(both(other(words), share(0.25))).toEqual([
    '12:1-12:10 «## Prompt» Unexpected prompt that shares 33 % of its three-word runs with `voice-note-search`, expected less than 25 %; make it a follow-up there, or another situation',
  ])
  expect(both(other(words), share(0.34))).toEqual([])
})

test('short and empty prompts have nothing to compare', () => {
  expect(
    report(
      { [second]: other('Design it.'), [paths.round]: edit(valid.round, prompt, 'Design it.') },
      'near-duplicate',
    ),
  ).toEqual([])
})

test('an exception of the blamed drill silences it', () => {
  expect(
    both(other(prompt, 'exceptions: [{ rule: near-duplicate, reason: another kind of animal }]')),
  ).toEqual([])
})

describe('of several', () => {
  const copy = (nth: number, words = prompt): readonly [string, string] => [
    `drills/rounds/copy-${nth}.md`,
    edit(
      edit(
        edit(valid.round, 'id: voice-note-search', `id: copy-${nth}`),
        '# Voice note search',
        `# Copy ${nth}`,
      ),
      prompt,
      words,
    ).replace('order: 1\n', ''),
  ]
  const found = (files: Files, world: World = {}): string[] =>
    findings(files, 'near-duplicate', world).map(
      ({ file, message }) => `${file.slice(14, -3)} ${/shares .* %.*`(.*)`/.exec(message)?.[1]}`,
    )

  test('each copy is one finding that names the first', () => {
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, nth) => copy(nth + 10)))
    expect(found(files)).toEqual(Array.from({ length: 11 }, (_, nth) => `copy-${nth + 11} copy-10`))
  })

  test('the nearest is named', () => {
    const words = 'A note-taking app wants people to find what they once wrote. Design it.'
    const files = Object.fromEntries([copy(1), copy(2, words), copy(3, words)])
    expect(found(files)).toEqual(['copy-2 copy-1', 'copy-3 copy-2'])
  })

  test('a published one is no copy of a new one', () => {
    const files = Object.fromEntries([copy(1), copy(2), copy(3)])
    expect(found(files, { published: { ids: ['copy-3'] } })).toEqual(['copy-1 copy-3', 'copy-2 copy-3'])
  })

  test('an exception counts on either side of a pair', () => {
    const excepted = (file: string): Files => {
      const files = Object.fromEntries([copy(1), copy(2)])
      const exception = 'exceptions: [{ rule: near-duplicate, reason: practised together }]'
      return { ...files, [file]: edit(String(files[file]), 'kind: round', `kind: round\n${exception}`) }
    }
    for (const nth of [1, 2]) {
      const all = findings(excepted(`drills/rounds/copy-${nth}.md`))
      expect(all.filter(({ rule }) => ['near-duplicate', 'unused-exception'].includes(rule))).toEqual([])
    }
  })
})

interface Pair {
  readonly at: number
  readonly other: number
  readonly share: number
}

/** What the rule means, pair by pair. */
function pairByPair(sets: readonly (readonly number[])[], least: number): Pair[] {
  return sets.flatMap((set, at) =>
    sets.slice(0, at).flatMap((before, other) => {
      const both = set.filter((value) => before.includes(value)).length
      const share = both / (set.length + before.length - both)
      return both > 0 && share >= least ? [{ at, other, share }] : []
    }),
  )
}

/** What the index finds, in the same order. */
function byIndex(sets: readonly (readonly number[])[], least: number): Pair[] {
  const list = sets.map((set, at) => ({ at, numbers: Uint32Array.from(set) }))
  return alikePairs(list, least)
    .map(({ later, earlier, share }) => ({ at: later.at, other: earlier.at, share }))
    .sort((a, b) => a.at - b.at || a.other - b.other)
}

/** Numbers of 32 bits, always the same ones (xorshift). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

const few = fc.nat(11).map((value) => value * 0x1555_5555)
const any = fc.nat(0xffff_ffff)
const shingles = fc
  .uniqueArray(fc.oneof({ weight: 4, arbitrary: few }, { weight: 1, arbitrary: any }), { maxLength: 12 })
  .map((values) => values.sort((a, b) => a - b))
const shares = fc.oneof(
  fc.constantFrom(0, 0.1, 0.25, 1 / 3, 0.3, 0.5, 0.6, 2 / 3, 0.7, 0.75, 0.8, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
)

test('whatever the prompts and the share: the pairs that a comparison of all finds', () => {
  fc.assert(
    fc.property(fc.array(shingles, { maxLength: 14 }), shares, (sets, share) => {
      expect(byIndex(sets, share)).toEqual(pairByPair(sets, share))
    }),
    { seed: 20_260_101, numRuns: 3000 },
  )
})

test('of many prompts too, whatever the share', () => {
  const next = numbers(20_260_101)
  const sources = Array.from({ length: 12 }, () => Array.from({ length: 80 }, next))
  const sets = Array.from({ length: 320 }, (_, at) => {
    const kept = 0.55 + (0.44 * (at % 40)) / 40
    const source = sources[at % sources.length] ?? []
    return [...new Set(source.map((value) => (next() < kept * 2 ** 32 ? value : next())))].sort(
      (a, b) => a - b,
    )
  })
  for (const share of [0.02, 0.3, 0.5, 0.7, 0.9]) {
    const found = byIndex(sets, share)
    expect(found).toEqual(pairByPair(sets, share))
    expect(found.length).toBeGreaterThan(5)
  }
})

test('prompts of like wording take a moment, whatever their number', () => {
  const frame = Array.from({ length: 60 }, (_, at) => at)
  const list = Array.from({ length: 10_000 }, (_, at) => ({
    numbers: Uint32Array.from([...frame, ...Array.from({ length: 62 }, (_, own) => 100 + at * 62 + own)]),
  }))
  const start = performance.now()
  expect(alikePairs(list, 0.5)).toEqual([])
  expect(performance.now() - start).toBeLessThan(3000)
})
