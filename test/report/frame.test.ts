import { describe, expect, test } from 'vitest'
import { type Frame, frame } from '../../src/report/frame.ts'

/** The frame of the words between two angle quotes, in their line. */
function framed(line: string, width = 69): Frame {
  const column = line.indexOf('«') + 1
  const endColumn = line.indexOf('»')
  return frame(line.replace(/[«»]/g, ''), { line: 7, column, endLine: 7, endColumn }, width)
}

describe('a line that fits', () => {
  test('is shown whole, with its words underlined', () => {
    expect(framed('- **Cost:** «one» euro')).toEqual({
      line: '- **Cost:** one euro',
      marks: '            ~~~',
    })
  })

  test('is not cut when it takes the whole width', () => {
    expect(framed('0123456789«01234»56789', 20).line).toBe('01234567890123456789')
  })

  test('has a caret where nothing stands, also at its end', () => {
    expect(framed('- «»x')).toEqual({ line: '- x', marks: '  ^' })
    expect(framed('- x«»')).toEqual({ line: '- x', marks: '   ^' })
  })

  test('has a caret at its end when the place lies beyond it', () => {
    expect(frame('ab', { line: 1, column: 9, endLine: 1, endColumn: 12 }, 69)).toEqual({
      line: 'ab',
      marks: '  ^',
    })
  })

  test('is underlined to its end when the place goes on below', () => {
    expect(frame('- two lines', { line: 1, column: 3, endLine: 2, endColumn: 4 }, 69)).toEqual({
      line: '- two lines',
      marks: '  ~~~~~~~~~',
    })
  })

  test('counts two columns for wide characters and none for combining ones', () => {
    expect(framed('語語 «文字» e\u0301')).toEqual({ line: '語語 文字 e\u0301', marks: '     ~~~~' })
    expect(framed('e\u0301 «e\u0301» x')).toEqual({ line: 'e\u0301 e\u0301 x', marks: '  ~' })
    expect(framed('😀 «x»')).toEqual({ line: '😀 x', marks: '   ~' })
  })

  test('shows tabs and zero-width characters, with the marks under what is shown', () => {
    expect(framed('\t«\u200b» x')).toEqual({ line: '\\t\\u{200b} x', marks: '  ~~~~~~~~' })
  })
})

describe('a line that does not fit', () => {
  const long = 'the quick brown fox jumps over the lazy dog and then '

  test('is cut around the words', () => {
    expect(framed(`${long}«sleeps» ${long}`, 49)).toEqual({
      line: '… lazy dog and then sleeps the quick brown fox j…',
      marks: `${' '.repeat(20)}~~~~~~`,
    })
  })

  test('never takes more than its width', () => {
    for (const width of [29, 30, 49, 69, 109])
      for (const words of ['x', '語', 'word '.repeat(40), '語'.repeat(80), '\u200b'.repeat(30)])
        for (const lead of ['', 'a', '語'.repeat(40), long])
          for (const rest of ['', 'b', '語'.repeat(40), long]) {
            const { line, marks } = framed(`${lead}«${words}»${rest}`, width)
            expect(columns(line)).toBeLessThanOrEqual(width)
            expect(marks.length).toBeLessThanOrEqual(width)
          }
  })

  test('keeps the words whole before what follows them', () => {
    const { line, marks } = framed(`«the first words» ${long}${long}`, 29)
    expect(line).toBe('the first words the quick br…')
    expect(marks).toBe('~~~~~~~~~~~~~~~')
  })

  test('is not cut inside a character', () => {
    const { line } = framed(`${'😀'.repeat(60)}«x»${'😀'.repeat(60)}`, 29)
    expect(line).toBe('…😀😀😀😀😀x😀😀😀😀😀😀😀😀…')
  })

  test('is measured only around the words, so that thousands of findings in one long line are printed in seconds', () => {
    const line = 'word '.repeat(50_000)
    const frames = new Set<string>()
    for (let column = 1001; column < 200_000; column += 100)
      frames.add(frame(line, { line: 1, column, endLine: 1, endColumn: column + 4 }, 29).line)
    expect([...frames]).toEqual(['… word word word word word w…'])
  }, 20_000)
})

describe('a runner command that only the cut puts together', () => {
  test.each(['#«#[group]»', ':«:error::»', '«#»#[group]', '##«»[group]', '«##vs»o[task.x]'])(
    '%s is broken up',
    (line) => {
      expect(framed(line).line).not.toMatch(/::|##[a-z]*\[/)
    },
  )

  test('keeps the marks under the words', () => {
    expect(framed('a:«:b» c')).toEqual({ line: 'a: :b c', marks: '   ~~' })
  })
})

/** Columns that a terminal needs, for the characters of these tests. */
function columns(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (/[語😀]/u.test(character) ? 2 : 1), 0)
}
