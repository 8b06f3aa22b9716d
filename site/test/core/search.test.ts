import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerptOf, indexOf, queryWords, type Searched, search } from '../../src/core/catalog/search.ts'

const text = (drillId: string, source: Searched['source'], words: string): Searched => ({
  drillId,
  source,
  label: source,
  href: `#/drill/${drillId}`,
  text: words,
})

/** Excerpts with the matched words in brackets, drill by drill. */
const found = (texts: readonly Searched[], query: string): unknown =>
  search(indexOf(texts), query).map(({ drillId, hits }) => [
    drillId,
    ...hits.map(
      ({ source, text: whole }) =>
        `${source}: ${excerptOf(whole, query)
          .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
          .join('')}`,
    ),
  ])

const corpus = [
  text('launch', 'title', 'Streaming launch'),
  text('launch', 'prompt', 'A support centre takes calls. Callers speak Español, or English. Legal is slow.'),
  text('voice', 'title', 'A voice for every café'),
  text('voice', 'prompt', 'The latency budget is 300 ms.\nStreaming is wanted'),
  text('voice', 'own', 'Latency first.\nThe budget follows from the latency of the network.'),
]

describe('a search', () => {
  test('gives the sentence around the match, drill by drill', () => {
    expect(found(corpus, 'calls')).toEqual([['launch', 'prompt: A support centre takes [calls].']])
    expect(found(corpus, 'budget')).toEqual([
      [
        'voice',
        'prompt: The latency [budget] is 300 ms.',
        'own: The [budget] follows from the latency of the network.',
      ],
    ])
  })

  test('puts drills first whose title matches', () => {
    const texts = [text('a', 'prompt', 'The voice.'), text('b', 'title', 'Voice')]
    expect(found(texts, 'voice')).toEqual([
      ['b', 'title: [Voice]'],
      ['a', 'prompt: The [voice].'],
    ])
  })

  test('asks for every word in the same text, as the start of a word, in any order', () => {
    expect(found(corpus, 'lat budg')).toEqual([
      [
        'voice',
        'prompt: The [latency] [budget] is 300 ms.',
        'own: The [budget] follows from the [latency] of the network.',
      ],
    ])
    expect(found(corpus, 'atency')).toEqual([])
    expect(found(corpus, 'streaming latency')).toEqual([['voice', 'prompt: The [latency] budget is 300 ms.']])
    expect(found(corpus, 'calls latency')).toEqual([])
  })

  test('looks neither at case nor at accents, in the query or the text', () => {
    for (const query of ['ESPANOL', 'español', 'espan\u0303ol'])
      expect(found(corpus, query)).toEqual([['launch', 'prompt: Callers speak [Español], or English.']])
    expect(found([text('a', 'own', 'Im cafe\u0301 nebenan')], 'Café')).toEqual([
      ['a', 'own: Im [cafe\u0301] nebenan'],
    ])
  })

  test('cuts a long sentence around the match, between words', () => {
    const long = `${'before '.repeat(60)}needle ${'after '.repeat(90)}`.trim()
    const [[, excerpt] = []] = found([text('a', 'own', long)], 'needle') as string[][]
    expect(excerpt).toMatch(/^own: … (?:before )+\[needle\] (?:after ?)+ …$/)
    expect(excerpt?.length).toBeLessThan(320)
  })

  test('cuts off a query that nobody types', () => {
    const most = 'x'.repeat(195)
    expect(queryWords(`${most} legal slow`)).toEqual([most, 'lega'])
  })

  test.each(['', '   ', '!?', '*', '.*', '\\', '[', '<>', '\u0000', '​'])('for %j finds nothing', (query) => {
    expect(queryWords(query)).toEqual([])
    expect(search(indexOf(corpus), query)).toEqual([])
  })

  test('takes what looks like a pattern or markup as words', () => {
    expect(found([text('a', 'own', 'Use <img src=x onerror=alert(1)> here')], '<img onerror')).toEqual([
      ['a', 'own: Use <[img] src=x [onerror]=alert(1)> here'],
    ])
    expect(found([text('constructor', 'own', '__proto__ constructor')], 'constructor')).toEqual([
      ['constructor', 'own: __proto__ [constructor]'],
    ])
  })

  test('of any words in any text gives pieces of that text that begin as asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (words, query) => {
        const asked = queryWords(query)
        for (const { hits } of search(indexOf([text('a', 'own', words)]), query))
          for (const { text: whole } of hits) {
            const matches = excerptOf(whole, query).filter(({ isMatch }) => isMatch)
            expect(matches.length).toBeGreaterThan(0)
            for (const piece of matches) {
              expect(words).toContain(piece.text)
              const starts = queryWords(piece.text)
              expect(starts.some((each) => asked.some((start) => each.startsWith(start)))).toBe(true)
            }
          }
      }),
    )
  })

  test('finds whatever its excerpt would mark, and nothing else', () => {
    const words = fc.string({
      unit: fc.constantFrom('a', 'B', 'ﬁ', '½', '™', 'Σ', 'é', '\u0301', ' ', '-', '\n', '’', '１'),
      maxLength: 12,
    })
    fc.assert(
      fc.property(words, words, (whole, query) => {
        const isMarked = (asked: string): boolean => excerptOf(whole, asked).some(({ isMatch }) => isMatch)
        const asked = queryWords(query)
        const hits = search(indexOf([text('a', 'own', whole)]), query)
        expect(hits.length > 0).toBe(asked.length > 0 && asked.every(isMarked))
      }),
      { numRuns: 2000 },
    )
  })

  test('reads a long text once, however many keys are typed', () => {
    let read = 0
    const texts = Array.from({ length: 60 }, (_, index): Searched => {
      const { text: words, ...place } = text(`drill-${index}`, 'own', 'Its text is kept for a week.')
      return {
        ...place,
        get text() {
          read += 1
          return words
        },
      }
    })
    const index = indexOf(texts)
    for (const query of ['w', 'we', 'wee', 'week', 'week text', 'week of'])
      expect(search(index, query)).toHaveLength(query === 'week of' ? 0 : 60)
    expect(read).toBe(60)
  })

  test('reads so much of a text that no import stops the page, and says where a text goes on', () => {
    const index = indexOf([
      text('a', 'own', `${'recall at ten. '.repeat(200_000)}needle`),
      text('b', 'own', 'needle'),
    ])
    expect(index.map(({ isCut, folded }) => [isCut, folded.length])).toEqual([
      [true, 93_334],
      [false, 7],
    ])
    expect(search(index, 'recall ten').map(({ drillId }) => drillId)).toEqual(['a'])
    expect(search(index, 'needle').map(({ drillId }) => drillId)).toEqual(['b'])
  })
})
