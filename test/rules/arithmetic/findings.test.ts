import { expect, test } from 'vitest'
import { edit, valid } from '../../support/corpus.ts'
import { ofRound } from '../../support/found.ts'

/** Findings of a text in place of a sentence that begins in line 14, column 61. */
const inPrompt = (text: string, matter = 'order: 1'): string[] =>
  ofRound(edit(edit(valid.round, 'Design it.', text), 'order: 1', matter), 'arithmetic')

test('a wrong digit, at the digits of the result', () => {
  expect(inPrompt('48 GPUs × 24 h × 2 USD = 2,305 USD.')).toEqual([
    '14:86-14:91 «2,305» Unexpected `2,305`, expected `2,304` (48 × 24 × 2 comes to 2,304 USD)',
  ])
  expect(inPrompt('150 tokens × 40 = 6,001 tokens/s, and 4 % of 1,500 = 61.')).toEqual([
    '14:79-14:84 «6,001» Unexpected `6,001`, expected `6,000` (150 × 40 comes to 6,000)',
    '14:114-14:116 «61» Unexpected `61`, expected `60` (4 % of 1,500 comes to 60)',
  ])
  expect(inPrompt('48*24*2 is no product: 48 \\* 24 = 1151')).toEqual([
    '14:95-14:99 «1151» Unexpected `1151`, expected `1152` (48 × 24 comes to 1152)',
  ])
})

test('as many digits as are shown', () => {
  expect(inPrompt('13 ÷ 4 = 3.3, 13.1 ÷ 4 = 3.3, 13.4 ÷ 4 = 3.3.')).toEqual([])
  expect(inPrompt('13.5 ÷ 4 = 3.3, 12.9 ÷ 4 = 3.3.')).toEqual([
    '14:72-14:75 «3.3» Unexpected `3.3`, expected `3.4` or `3.3 (rounded down)` (13.5 ÷ 4 comes to 3.375)',
    '14:88-14:91 «3.3» Unexpected `3.3`, expected `3.2` or `3.3 (rounded up)` (12.9 ÷ 4 comes to 3.225)',
  ])
  expect(inPrompt('4,000 × 3.5 ÷ 60 = 233, and 20 ÷ 3 = 7.')).toEqual([
    '14:98-14:99 «7» Unexpected `7`, expected `6.7` or `7 (rounded up)` (20 ÷ 3 comes to 6.667)',
  ])
})

test('rounding that is said', () => {
  expect(inPrompt('20 ÷ 3 = 7 (rounded up), 22 ÷ 3 = 7 (rounded down), 20 ÷ 3 = 7 (rounded).')).toEqual([])
  expect(inPrompt('20 ÷ 3 = 6 (rounded up), 20 ÷ 3 = 6.7, so 8 (rounded up).')).toEqual([
    '14:70-14:71 «6» Unexpected `6`, expected `7` (20 ÷ 3 comes to 6.667, rounded up)',
    '14:103-14:104 «8» Unexpected `8`, expected `7` (20 ÷ 3 comes to 6.667, rounded up)',
  ])
  expect(inPrompt('It takes 4.8 ÷ 0.6 = 8, 20 ÷ 3 = 7 and 360 ÷ 36 = 10 (rounded up).')).toEqual([])
  expect(inPrompt('20 ÷ 3 ≈ 7, 20 ÷ 3 = about 7, 20 ÷ 3 = roughly 6.9.')).toEqual([])
  expect(inPrompt('20 ÷ 3 ≈ 7.1.')).toEqual([
    '14:70-14:73 «7.1» Unexpected `7.1`, expected `6.7` (20 ÷ 3 comes to 6.667)',
  ])
})

test('several steps, each against the one before', () => {
  expect(inPrompt('30 × 80 ms = 2,400 ms = 2.4 s = 2,400 ms.')).toEqual([])
  expect(inPrompt('30 × 80 ms = 2,500 ms = 2.5 s.')).toEqual([
    '14:74-14:79 «2,500» Unexpected `2,500`, expected `2,400` (30 × 80 comes to 2,400 ms)',
  ])
  expect(inPrompt('30 × 80 ms = 2,400 ms = 2.5 s.')).toEqual([
    '14:85-14:88 «2.5» Unexpected `2.5`, expected `2.4` (30 × 80 comes to 2.4 s)',
  ])
  expect(inPrompt('7,200 × 0.1 = 720 calls, × 1.5 × 2 channels = 2,150 streams.')).toEqual([
    '14:107-14:112 «2,150» Unexpected `2,150`, expected `2,160` (720 × 1.5 × 2 comes to 2,160)',
  ])
  expect(inPrompt('2,305 USD = 48 × 48 USD.')).toEqual([
    '14:61-14:66 «2,305» Unexpected `2,305`, expected `2,304` (48 × 48 comes to 2,304 USD)',
  ])
})

test('a result that was rounded is not rounded twice', () => {
  expect(inPrompt('1.96 × √(0.05 × 0.95 ÷ 600) = ± 1.7 points, and 1.7 × √2 = ± 2.5 points.')).toEqual([])
  expect(inPrompt('1.7 × √2 = 2.5.')).toEqual([
    '14:72-14:75 «2.5» Unexpected `2.5`, expected `2.4` or `2.5 (rounded up)` (1.7 × √2 comes to 2.404)',
  ])
})

test('units that are written on both sides are converted', () => {
  expect(inPrompt('30 × 80 ms = 2,400 s.')).toEqual([
    '14:74-14:79 «2,400» Unexpected `2,400`, expected `2.4` (30 × 80 comes to 2.4 s)',
  ])
  expect(inPrompt('6 s ÷ 40 ms = 151, 90 min = 1.6 h.')).toEqual([
    '14:75-14:78 «151» Unexpected `151`, expected `150` (6 ÷ 40 comes to 150)',
    '14:89-14:92 «1.6» Unexpected `1.6`, expected `1.5` (90 min comes to 1.5 h)',
  ])
  expect(inPrompt('7 × 2 USD ÷ 72,000 requests/h = 0.18 USD per 1,000 successes.')).toEqual([
    '14:93-14:97 «0.18» Unexpected `0.18`, expected `0.19` (7 × 2 ÷ 72,000 comes to 0.1944 USD)',
  ])
})

test('what comes to no number', () => {
  expect(inPrompt('5 ÷ 0 = 7, 9^9^9^9 = 7, √(−1) = 7, ln(0) = 7.')).toEqual([
    '14:69-14:70 «7» Unexpected result `7` of a calculation that has none (5 ÷ 0), expected one that comes to a number',
    '14:82-14:83 «7» Unexpected result `7` of a calculation that has none (9^9^9^9), expected one that comes to a number',
    '14:93-14:94 «7» Unexpected result `7` of a calculation that has none (√(−1)), expected one that comes to a number',
    '14:104-14:105 «7» Unexpected result `7` of a calculation that has none (ln(0)), expected one that comes to a number',
  ])
})

test('over emphasis, links, lines and lists', () => {
  const link = '../rubric.md#cost-and-latency-reasoning'
  expect(inPrompt(`**48** GPUs × *24* h = [**1,153** GPU-hours](${link}).`)).toEqual([
    '14:87-14:92 «1,153» Unexpected `1,153`, expected `1,152` (48 × 24 comes to 1,152 GPU-hours)',
  ])
  expect(inPrompt(`[48 GPUs × 24 h](${link}) × 2 USD\n= 2,305 USD.`)).toEqual([
    '15:3-15:8 «2,305» Unexpected `2,305`, expected `2,304` (48 × 24 × 2 comes to 2,304 USD)',
  ])
  expect(inPrompt('\n\n> A quotation: 5 ×\n> 5 = 26.\n\n- 5 × 5\n- = 26')).toEqual([
    '17:7-17:9 «26» Unexpected `26`, expected `25` (5 × 5 comes to 25)',
  ])
  expect(inPrompt('5 &times; 5 = 26.\r\n')).toEqual([
    '14:75-14:77 «26» Unexpected `26`, expected `25` (5 × 5 comes to 25)',
  ])
  expect(inPrompt('A `5` × 5 × 5 = 26, `5 × 5 = 26`, [5](https://a.example/?a=5*5=26).')).toEqual([])
})

test('CRLF moves nothing', () => {
  const text = edit(valid.round, 'Design it.', '5 × 5 = 26.').replaceAll('\n', '\r\n')
  expect(ofRound(text, 'arithmetic')).toEqual([
    '14:69-14:71 «26» Unexpected `26`, expected `25` (5 × 5 comes to 25)',
  ])
})

test('every part of a drill is read, its front matter is not', () => {
  const wrong = '5 × 5 = 26'
  const places = [
    'Measures the recogniser',
    'What changes when notes are shared',
    'every confirmed missed note',
  ]
  for (const place of places)
    expect(ofRound(edit(valid.round, place, `${wrong} ${place}`), 'arithmetic')).toHaveLength(1)
  const exception = `exceptions: [{ rule: near-duplicate, reason: "${wrong}" }]`
  expect(inPrompt('Design it.', exception)).toEqual([])
})

test('drafts and exceptions', () => {
  expect(inPrompt('5 × 5 = 26.', 'status: draft')).toEqual([
    '14:69-14:71 «26» (warning) Unexpected `26`, expected `25` (5 × 5 comes to 25)',
  ])
  expect(inPrompt('5 × 5 = 26.', 'exceptions: [{ rule: arithmetic, reason: it is a quotation }]')).toEqual([])
})
