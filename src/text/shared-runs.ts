import { hashWord } from './hash.ts'
import type { Span } from './place.ts'
import { wordBounds } from './words.ts'

interface Word extends Span {
  readonly word: string
}

function wordSpans(text: string, spans: readonly Span[]): Word[] {
  const found: Word[] = []
  for (const { start, end } of spans) {
    const bounds = wordBounds(text.slice(start, end))
    for (let at = 0; at < bounds.length; at += 2) {
      const span = { start: start + (bounds[at] ?? 0), end: start + (bounds[at + 1] ?? 0) }
      found.push({ ...span, word: text.slice(span.start, span.end).toLowerCase() })
    }
  }
  return found
}

/** Hashes of every two words that follow each other. */
function pairHashes(text: string, spans: readonly Span[]): number[] {
  const pairs: number[] = []
  let before: number | undefined
  for (const { start, end } of spans) {
    const stretch = text.slice(start, end)
    const bounds = wordBounds(stretch)
    for (let at = 0; at < bounds.length; at += 2) {
      const word = hashWord(stretch, bounds[at] ?? 0, bounds[at + 1] ?? 0)
      if (before !== undefined) pairs.push(Math.imul(before, 31) ^ word)
      before = word
    }
  }
  return pairs
}

/**
 * Whether there may be a run: as many pairs in a row as it has all stand somewhere in the other stretches. Making
 * strings of every run takes ten times as long, and nearly every drill has none.
 */
function mayShare(text: string, one: readonly Span[], other: readonly Span[], length: number): boolean {
  if (length < 2) return true
  const known = new Set(pairHashes(text, one))
  let row = 0
  return pairHashes(text, other).some((pair) => {
    row = known.has(pair) ? row + 1 : 0
    return row >= length - 1
  })
}

/**
 * Runs of words that two stretches of a text share, each at its longest, with the place in both.
 * @param length least number of words of a run
 */
export function sharedRuns(
  text: string,
  one: readonly Span[],
  other: readonly Span[],
  length: number,
): { one: Span; other: Span }[] {
  if (!mayShare(text, one, other, length)) return []
  const left = wordSpans(text, one)
  const right = wordSpans(text, other)
  const runs = new Map<string, number>()
  for (let at = 0; at + length <= right.length; at += 1) {
    const run = right
      .slice(at, at + length)
      .map(({ word }) => word)
      .join(' ')
    if (!runs.has(run)) runs.set(run, at)
  }
  const found: { one: Span; other: Span }[] = []
  for (let at = 0; at + length <= left.length; at += 1) {
    const start = runs.get(
      left
        .slice(at, at + length)
        .map(({ word }) => word)
        .join(' '),
    )
    if (start === undefined) continue
    let size = length
    while (left[at + size] && left[at + size]?.word === right[start + size]?.word) size += 1
    const stretch = (words: readonly Word[], from: number): Span => ({
      start: words[from]?.start ?? 0,
      end: words[from + size - 1]?.end ?? 0,
    })
    found.push({ one: stretch(left, at), other: stretch(right, start) })
    at += size - 1
  }
  return found
}
