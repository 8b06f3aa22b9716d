import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checked } from './checked.ts'

const linesOf = (name: string): string[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')

describe('calculations as authors write them, all of them right', () => {
  test.each(linesOf('right.txt'))('%s', (line) => {
    expect(checked(`Some text. ${line}\n`)).toEqual({ compared: expect.toSatisfy(Boolean), messages: [] })
  })
})

describe('what is no calculation, or holds something that is no number', () => {
  test.each(linesOf('left-alone.txt'))('%s', (line) => {
    expect(checked(`Some text. ${line}\n`).messages).toEqual([])
  })
})

test.each([
  ['VAD 32 ms + ASR 120 ms = 153 ms', '`153`, expected `152` (32 + 120 comes to 152 ms)'],
  ['600 M × 2 bytes = 1.3 GB', '`1.3`, expected `1.2` (600 M × 2 comes to 1.2 GB)'],
  ['1,500 × 2,000 = 4 M', '`4`, expected `3` (1,500 × 2,000 comes to 3 M)'],
  ['1.2 × 10⁶ ÷ 86,400 = 15', '`15`, expected `14` (1.2 × 10⁶ ÷ 86,400 comes to 13.89)'],
  ['2 × 3 = −6', '`−6`, expected `6` (2 × 3 comes to 6)'],
  ['10 − 12 = 2', '`2`, expected `−2` (10 − 12 comes to −2)'],
  ['0.3 × 0.3 = 0.9', '`0.9`, expected `0.09` (0.3 × 0.3 comes to 0.09)'],
  ['e^(−12/6) ≈ 15 %', '`15`, expected `14` (e^(−12 ÷ 6) comes to 13.53 %)'],
  ['(0.4 + 0.6) s × 1,000 = 1,001 s', '`1,001`, expected `1,000` ((0.4 + 0.6) × 1,000 comes to 1,000 s)'],
  ['4 × 6 = 8 × 4', '`8`, expected `24` (4 × 6 comes to 24)'],
  ['28 of 48 GPUs = 59 %', '`59`, expected `58` or `59 (rounded up)` (28 of 48 comes to 58.33 %)'],
  ['log(10) + 1 = 4', '`4`, expected `3.3` or `4 (rounded up)` (log(10) + 1 comes to 3.303)'],
])('%s', (line, found) => {
  expect(checked(line).messages).toEqual([`Unexpected ${found}`])
})
