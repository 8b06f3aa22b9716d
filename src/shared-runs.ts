import type { Span } from './diagnostic.ts'

interface Word extends Span {
  readonly word: string
}

function wordSpans(text: string, spans: readonly Span[]): Word[] {
  return spans.flatMap(({ start, end }) =>
    Array.from(text.slice(start, end).matchAll(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu), (match) => {
      const at = start + match.index
      return { word: match[0].toLowerCase(), start: at, end: at + match[0].length }
    }),
  )
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
