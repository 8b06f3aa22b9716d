import { describe, expect, test } from 'vitest'
import { assess, criterion, drill } from '../support/assess.ts'

const own = '- **Latency:** recordings are cut into pieces of 30 s, so no GPU is held for longer than 400 ms.'
const of = (answer: string, id = 'bounded-blocking'): ReturnType<typeof criterion> =>
  criterion(assess(answer, { drill }), id)

describe('a criterion of the drill', () => {
  test('is found in a sentence that holds a cue, with place and words', () => {
    const sentence =
      '**Latency:** recordings are cut into pieces of 30 s, so no GPU is held for longer than 400 ms.'
    expect(of(own)).toEqual({
      id: 'bounded-blocking',
      status: 'found',
      sentence,
      at: { start: own.length - sentence.length, end: own.length },
      matched: expect.arrayContaining(['pieces of 30 s']),
    })
  })

  test('is affirmed by a negation where the author’s own phrases deny', () => {
    expect(of('No GPU is held by a recording for more than 2 seconds.').status).toBe('found')
  })

  test.each([
    'We use no checkpoints for recordings.',
    'Recordings are never cut into pieces of 30 s.',
    'It is not true that recordings are cut into pieces of 30 s.',
    'It is not true that on a day with as many callers as we had in the week before the summer we would let every one of the longer recordings be cut into pieces of 30 s.',
    'We do not use checkpoints, dedicated pools, pieces of 30 s.',
    'There will be none of these:\n\n- checkpoints for recordings',
  ])('is denied by %s', (answer) => {
    expect(of(answer).status).toBe('denied')
  })

  test.each([
    'I would not buy GPUs because that is what pieces of 30 s are for.',
    'We need no clock that counts pieces, since recordings are cut into pieces of 30 s.',
    'No room for recordings → pieces of 30 s.',
  ])('is not denied by %s', (answer) => {
    expect(of(answer).status).toBe('found')
  })

  describe('whose own phrase refuses', () => {
    const refusing = (phrase: string, cue: string) => (answer: string) =>
      criterion(
        assess(answer, {
          drill: {
            ...drill,
            criteria: [
              { id: 'refused', title: 'Refused', weight: 5, met: { markdown: 'refuses it.' }, cues: [cue] },
            ],
            evidence: [{ scope: 'drill', criterion: 'refused', text: phrase }],
          },
        }),
        'refused',
      ).status

    const restart = refusing(
      'I refuse to restart the recognisers of those who are served',
      'restart* & recogni*',
    )
    test.each([
      ['We would not restart the recognisers now.', 'found'],
      ['Nobody may restart recognisers.', 'found'],
      ['**Restart:** I decline to restart any recogniser.', 'found'],
      ['First I restart all recognisers.', 'denied'],
    ])('%s is %s', (answer, status) => {
      expect(restart(answer)).toBe(status)
    })

    const claim = refusing(
      'I would not claim that it is better for other councils',
      'better & other councils',
    )
    test.each([
      ['I won’t conclude that the first is better for other councils.', 'found'],
      ['Nobody has shown that the first is better for other councils.', 'found'],
      ['The first is better for other councils too.', 'denied'],
    ])('%s is %s', (answer, status) => {
      expect(claim(answer)).toBe(status)
    })
  })

  test('is found although another sentence denies it', () => {
    expect(of('We use no checkpoints. Recordings are cut into pieces of 30 s.').status).toBe('found')
  })

  test('is quoted from the sentence that says most, not from the first', () => {
    const answer =
      'Recordings get checkpoints.\n\nNo GPU is held by a recording longer than 400 ms, in pieces of 30 s.'
    expect(of(answer).sentence).toMatch(/^No GPU/)
  })

  test('is not found by the prompt, as it is or in other clothes', () => {
    const { markdown } = drill.prompt ?? { markdown: '' }
    for (const answer of [markdown, markdown.toLowerCase().replace(/[.,]/g, ''), `- ${markdown}`])
      expect(assess(answer, { drill }).weight.found).toBe(0)
  })

  test('is found in figures that are written out', () => {
    expect(of('recordings go to the gpus in pieces of thirty seconds').status).toBe('found')
  })

  test('is found in speech without signs, by a window of bounded length', () => {
    const speech = `okay so ${'we redesign the queue and then the callers and the blocking and so on '.repeat(12)}`
    const answer = `${speech}and each recording is cut into pieces of thirty seconds so that callers get the gpu ${speech}`
    const { status, sentence = '', at } = of(answer)
    expect(status).toBe('found')
    expect(sentence).toContain('pieces of thirty seconds')
    expect(sentence.split(' ').length).toBeLessThan(30)
    expect(answer.slice(at?.start, at?.end)).toBe(sentence)
  })

  test('has the name of its text where the answer is a record', () => {
    const { at } = criterion(
      assess({ operations: 'Recordings get checkpoints.' }, { drill }),
      'bounded-blocking',
    )
    expect(at).toEqual({ section: 'operations', start: 0, end: 27 })
  })
})

const rollback = 'When errors exceed 2 %, the router returns to the previous index within 5 minutes.'

describe('a general criterion', () => {
  test('counts in an answer about the drill', () => {
    const answer = `## Operations\n\n${own}\n- The gateway rejects what misses its deadline.\n- ${rollback}`
    expect(of(answer, 'rollback-path').status).toBe('found')
  })

  test('does not count in a text about something else, which is off topic', () => {
    const answer = `## Operations\n\nBananas are yellow. ${rollback} Bananas are kept in a cellar.`
    const found = assess(answer, { drill })
    expect(found.offTopic).toBe(true)
    expect(found.weight).toEqual({ found: 0, possible: 100 })
    expect(criterion(found, 'rollback-path').status).toBe('missing')
  })

  test('makes the weight alone where no drill is given', () => {
    const { criteria, weight } = assess(`## Operations\n\n${rollback}`)
    expect({ criteria, weight }).toEqual({ criteria: [], weight: { found: 35, possible: 100 } })
  })
})

test.each([
  [
    'German',
    'Aufnahmen werden in Stücke von 30 s geteilt, damit keine GPU länger als 400 ms belegt ist, und sonst nichts.',
  ],
  ['Hindi', 'हम मानते हैं कि सबसे व्यस्त घंटे में 720 कॉल एक साथ चलती हैं'],
  ['Japanese', '録音は三十秒ごとに分割し、GPU を長く占有しない。期限を過ぎた要求は拒否する。'],
])('%s is not read', (_, answer) => {
  const found = assess(answer, { drill })
  expect(found.language).toBe('other')
  expect([...found.criteria, ...found.general].map(({ status }) => status)).toEqual(Array(8).fill('unread'))
  expect(found.weight.found).toBe(0)
})

test('notes of few small words are read', () => {
  const notes =
    '- recordings: pieces of 30 s, checkpoint each\n- gateway: 429 past deadline\n- GPUs: dedicated pool\n- callers first'
  expect(assess(notes, { drill }).language).toBe('drill')
  expect(of(notes).status).toBe('found')
})

test('a row of words is none', () => {
  const soup =
    'checkpoint queue recording gpu caller pool deadline gateway batch cache prefill decode token replica'
  expect(assess(soup, { drill }).weight.found).toBe(0)
})
