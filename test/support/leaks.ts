/** Words without what stands between them, however the text is quoted, escaped or nested in other text. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/\\+[nrt]/g, ' ')
    .replace(/\\+u\{?[0-9a-f]{2,6}\}?/gi, ' ')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? []

/** Every run of so many words. */
export const runsOfLength = (length: number, text: string): string[] => {
  const words = wordsOf(text)
  return words.slice(length - 1).map((_, index) => ` ${words.slice(index, index + length).join(' ')} `)
}

/** Every run of six words: a prompt shares none with its answer. */
export const runsOf = (text: string): string[] => runsOfLength(6, text)

/** Every text inside some data. */
export const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

/** The runs that stand in a text. */
export const leaked = (runs: readonly string[], text: string): string[] => {
  const words = ` ${wordsOf(text).join(' ')} `
  return runs.filter((run) => words.includes(run))
}
