import type { Range } from './sentences.ts'

/** Words of a text as they are written, in order; neighbours are one. */
export function written(text: string, words: readonly Range[]): string[] {
  const runs: { start: number; end: number }[] = []
  for (const { start, end } of words) {
    const run = runs.at(-1)
    if (run && text.slice(run.end, start).trim() === '') run.end = end
    else runs.push({ start, end })
  }
  return runs.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '))
}
