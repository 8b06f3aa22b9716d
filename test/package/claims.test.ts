import { expect, test } from 'vitest'
import { claimsOf, quantitiesOf } from '../../src/package/compile/claims.ts'

test.each([
  ['a drain of 750 ms', 'a drain of 0.75 s', 'a drain of 0.75 seconds'],
  ['90 min of speech', '1.5 hours of speech', '1.5 h of speech'],
  ['loses 3 %', 'loses 3%', 'loses 3 per cent', 'loses three percent'],
  ['12,500 callers', '12.5 thousand callers', '12500 callers'],
  ['costs $2 million', 'costs 2,000,000 USD', 'costs $2,000,000'],
  ['two hundred and fifty calls', '250 calls', 'two hundred fifty calls'],
  ['at most 8 retries', 'no more than 8 retries', '8 retries or fewer', 'up to eight retries'],
  ['at least 16 kHz', '16,000 Hz or more', 'no less than 16 kHz', '≥ 16 kHz'],
  ['4 per minute', '4 a minute', '4 each minute', '4/min'],
  ['every word is heard', 'each word is heard'],
  ['no GPU is held', 'a GPU is never held', 'a GPU isn’t held', "a GPU isn't held"],
  ['**not** `5`', '_not_ 5', 'not 5'],
  ['1. drains 3 nodes', '2) drains 3 nodes', 'drains 3 nodes'],
  ['see [the 2 pages](https://example.org/2019/04_(7))', 'see the 2 pages', 'see the two pages'],
])('%s: other words for the same claims', (text, ...others) => {
  for (const other of others) expect(claimsOf(other)).toEqual(claimsOf(text))
})

test.each([
  ['a drain of 750 ms', 'a drain of 750 s'],
  ['loses 3 %', 'loses 3 percentage points'],
  ['costs $40', 'costs €40'],
  ['three replicas', 'four replicas'],
  ['twenty callers', 'twenty-one callers'],
  ['at most 8 retries', 'at least 8 retries'],
  ['under 8 s', 'over 8 s'],
  ['more than half', 'less than half'],
  ['twice the traffic', 'three times the traffic'],
  ['4 per minute', '4 per hour'],
  ['16 kHz', '16 MHz'],
  ['16 MB', '16 MiB'],
  ['-14 LUFS', '14 LUFS'],
  ['within 5 s', 'after 5 s'],
])('%s and %s are other quantities', (text, other) => {
  expect(quantitiesOf(other)).not.toEqual(quantitiesOf(text))
})

test.each([
  ['it is never restarted', 'it is always restarted'],
  ['drains before the switch', 'drains after the switch'],
  ['on every slice', 'on some slices'],
  ['names the owner and the trigger', 'names the owner or the trigger'],
  ['only the owner decides', 'the owner decides'],
  ['needs more memory', 'needs less memory'],
  ['restarts with a checkpoint', 'restarts without a checkpoint'],
])('%s and %s are other statements with the same quantities', (text, other) => {
  expect(claimsOf(other)).not.toEqual(claimsOf(text))
  expect(quantitiesOf(other)).toEqual(quantitiesOf(text))
})

test('what only looks like an amount is none', () => {
  expect(quantitiesOf('the old one, one of them, under load, a second opinion')).toEqual([])
  expect(quantitiesOf('10 -> 20 => 30')).toEqual(['10', '20', '30'])
})

test.each(['a ', '5', '1,', '](', '](((', '<https:', 'two ', 'hundred ', '$', "n't ", '- '])(
  '200 KB of %j are read at once',
  (part) => {
    const start = performance.now()
    claimsOf(part.repeat(200_000 / part.length))
    expect(performance.now() - start).toBeLessThan(5000)
  },
)
