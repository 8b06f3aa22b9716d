/** A section of the answer by its id and its title. */
export interface SectionName {
  readonly id: string
  readonly title: string
}

/** What a heading names: sections, and whether it begins with the name or is nothing but the name. */
export interface Naming {
  readonly ids: readonly string[]
  readonly begins: boolean
  readonly whole: boolean
}

/** Longer lines are no headings; what they name is not looked for. */
const longest = 120

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .match(/\p{L}+/gu) ?? []

/** Whether two words are the same but for one letter, or two letters that changed places. */
export function nearlySame(one: string, other: string): boolean {
  if (one === other) return true
  if (Math.abs(one.length - other.length) > 1) return false
  let from = 0
  while (from < one.length && one[from] === other[from]) from += 1
  let [end, otherEnd] = [one.length, other.length]
  while (end > from && otherEnd > from && one[end - 1] === other[otherEnd - 1]) {
    end -= 1
    otherEnd -= 1
  }
  if (end - from <= 1 && otherEnd - from <= 1) return true
  return (
    end - from === 2 &&
    otherEnd - from === 2 &&
    one[from] === other[from + 1] &&
    one[from + 1] === other[from]
  )
}

const keyOf = (text: string): string => wordsOf(text).join('').replace(/s$/, '')

/** Makes the reader of headings: case, punctuation, number and one wrong letter don't matter (`Trade-off`, `Evaluaton`). */
export function headingReader(sections: readonly SectionName[]): (text: string) => Naming {
  const keys = sections.map(({ id, title }) => ({ id, keys: [keyOf(title), keyOf(id)] }))
  return (text) => {
    if (text.length > longest) return { ids: [], begins: false, whole: false }
    const words = wordsOf(text)
    const found: { id: string; from: number; to: number }[] = []
    for (let from = 0; from < words.length; from += 1) {
      for (let to = from + 1; to <= Math.min(from + 3, words.length); to += 1) {
        const key = words.slice(from, to).join('').replace(/s$/, '')
        const named = keys.find((each) => each.keys.some((known) => nearlySame(key, known)))
        if (named && key.length > 3) found.push({ id: named.id, from, to })
      }
    }
    return {
      ids: [...new Set(found.map(({ id }) => id))],
      begins: found.some(({ from }) => from === 0),
      whole: found.some(({ from, to }) => from === 0 && to === words.length),
    }
  }
}
