import { describe, expect, test } from 'vitest'
import { printable, printableJson } from '../../src/report/printable.ts'

describe('author text in a terminal or a log', () => {
  test.each([
    ['escape sequences', '\u001b[31mred', '\\x1b[31mred'],
    ['the one-character form of an escape sequence', '\u009b31mred', '\\x9b31mred'],
    ['links of a terminal', '\u001b]8;;https://x\u0007y', '\\x1b]8;;https://x\\x07y'],
    ['line ends and tabs', 'a\r\nb\tc', 'a\\r\\nb\\tc'],
    ['NUL, backspace and DEL', '\0\b\u007f', '\\0\\x08\\x7f'],
    ['line separators', '\u2028\u2029\u0085', '\\u{2028}\\u{2029}\\x85'],
    ['text direction marks', '\u202ea\u2066b\u061c', '\\u{202e}a\\u{2066}b\\u{61c}'],
    ['zero-width characters', 'a\u200bb\u00adc\ufeff', 'a\\u{200b}b\\xadc\\u{feff}'],
  ])('shows %s as escapes', (_, text, shown) => {
    expect(printable(text)).toBe(shown)
  })

  test.each([
    ['::error file=x::y', ': :error file=x: :y'],
    [':::', ': : :'],
    ['::::set-output', ': : : :set-output'],
    ['a\u200b::b', 'a\\u{200b}: :b'],
    ['##[command]x', '# #[command]x'],
    ['###[group]', '## #[group]'],
    ['##vso[task.setvariable]', '# #vso[task.setvariable]'],
  ])('breaks up the runner command %s', (text, shown) => {
    expect(printable(text)).toBe(shown)
  })

  test.each(['## Prompt', 'a: b', 'C#', '[x](#y)', 'ein Satz – größer als 3 €', '日本語', '👩🏽', '%0A'])(
    'leaves %s as it is',
    (text) => {
      expect(printable(text)).toBe(text)
    },
  )
})

test('JSON keeps its data while it shows neither commands nor invisible characters', () => {
  const hostile =
    '\u001b[1m \u009b \u007f \u202e \u200b \ufeff \u2028 ::: ::::error:: ##[x] ###[y] \\:: \\\\##[z]'
  const json = printableJson(JSON.stringify({ [hostile]: [hostile] }))
  expect(json).toMatch(/^[\x20-\x7e]*$/)
  expect(json).not.toMatch(/::|##\[/)
  expect(JSON.parse(json)).toEqual({ [hostile]: [hostile] })
})
