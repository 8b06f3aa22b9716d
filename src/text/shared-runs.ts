import { hashWord } from './hash.ts'
import { itemAt } from './item-at.ts'
import type { Span } from './place.ts'
import { wordBounds } from './words.ts'

interface Word extends Span {
  readonly word: string
}

function wordSpans(text: string, spans: readonly Span[]): Word[] {
  const found: Word[] = []
  for (const { start, end } of spans) {
    const stretch = text.slice(start, end)
    const bounds = wordBounds(stretch)
    for (let at = 0; at < bounds.length; at += 2) {
      const [from, to] = [itemAt(bounds, at), itemAt(bounds, at + 1)]
      found.push({ start: start + from, end: start + to, word: stretch.slice(from, to).toLowerCase() })
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
      const word = hashWord(stretch, itemAt(bounds, at), itemAt(bounds, at + 1))
      if (before !== undefined) pairs.push(Math.imul(before, 31) ^ word)
      before = word
    }
  }
  return pairs
}

/**
 * Whether there may be a run: each of its pairs is somewhere in the other stretches. Nearly no drill has one, and to
 * compare the runs themselves takes ten times as long.
 */
function mayShare(text: string, one: readonly Span[], other: readonly Span[], length: number): boolean {
  if (length < 2) return true
  const pairs = new Set(pairHashes(text, one))
  let row = 0
  return pairHashes(text, other).some((pair) => {
    row = pairs.has(pair) ? row + 1 : 0
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
      start: itemAt(words, from).start,
      end: itemAt(words, from + size - 1).end,
    })
    found.push({ one: stretch(left, at), other: stretch(right, start) })
    at += size - 1
  }
  return found
}
