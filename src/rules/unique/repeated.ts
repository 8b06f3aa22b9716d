import type { CorpusFinding } from '../../model/diagnostic.ts'
import type { Place } from '../../text/place.ts'
import { quote } from '../../text/quote.ts'

/** Something that only one file may use. */
interface Named {
  readonly key: string
  readonly place: Place
  readonly shown: string
  /** One that nobody uses, each time another. */
  readonly free?: () => string
}

/** Gives the lowest numbers that are not taken. */
export function lowestFree(taken: readonly number[]): () => string {
  const numbers = new Set(taken)
  let last = 0
  return () => {
    do last += 1
    while (numbers.has(last))
    return String(last)
  }
}

/** Finds what a file uses that one before it in the list uses too. */
export function* repeated<File extends { readonly file: string }>(
  files: readonly File[],
  what: string,
  named: (of: File) => Named | undefined,
): Generator<CorpusFinding> {
  const firsts = new Map<string, { file: string; place: Place }>()
  for (const of of files) {
    const { file } = of
    const found = named(of)
    if (!found) continue
    const { key, place, shown, free } = found
    const first = firsts.get(key)
    if (first) {
      const such = free === undefined ? '' : `, such as \`${free()}\``
      const message = `Unexpected ${what} ${quote(shown)}, which ${quote(first.file, 120)} uses too, expected one of its own${such}`
      yield {
        file,
        place,
        message,
        related: [{ ...first.place, file: first.file, message: 'first used here' }],
      }
    } else firsts.set(key, { file, place })
  }
}
