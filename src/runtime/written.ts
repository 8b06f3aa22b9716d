import type { Token } from '../rubric/tokens.ts'

/** The words at some places of a text as they are written; neighbours are one. */
export function written(text: string, tokens: readonly Token[], places: readonly number[]): string[] {
  const runs: { start: number; end: number; last: number }[] = []
  for (const place of places) {
    const token = tokens[place]
    if (!token) continue
    const run = runs.at(-1)
    if (run?.last === place - 1) Object.assign(run, { end: token.end, last: place })
    else runs.push({ start: token.start, end: token.end, last: place })
  }
  return runs.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '))
}
