import type { Token } from '../rubric/tokens.ts'

/** Longer stems are looked for word by word. */
const longest = 12

/** What words a sentence holds, and how they begin. */
export interface WordIndex {
  readonly words: ReadonlySet<string>
  readonly beginnings: ReadonlySet<string>
}

/** Indexes the words of a sentence. */
export function indexWords(tokens: readonly Token[]): WordIndex {
  const words = new Set(tokens.map(({ text }) => text))
  const beginnings = new Set<string>()
  for (const word of words)
    for (let size = 1; size <= Math.min(longest, word.length); size += 1) beginnings.add(word.slice(0, size))
  return { words, beginnings }
}

/**
 * The words without which a pattern can't match; stems end with a star. Most patterns are told from a sentence by them,
 * long before they are tried.
 */
export function neededWords(pattern: string): readonly string[] {
  return pattern
    .split(' & ')
    .filter((side) => !side.startsWith('!'))
    .flatMap((side) => side.trim().split(/\s+/))
    .filter((part) => part !== '..' && part !== '*' && !part.startsWith('<'))
    .map((part) => part.toLowerCase())
}

/** Whether a sentence holds all words that a pattern needs. */
export const holdsWords = ({ words, beginnings }: WordIndex, needed: readonly string[]): boolean =>
  needed.every((part) => {
    if (!part.endsWith('*')) return words.has(part)
    const stem = part.slice(0, -1)
    return stem.length <= longest
      ? beginnings.has(stem)
      : beginnings.has(stem.slice(0, longest)) && [...words].some((word) => word.startsWith(stem))
  })

/** A cue as words. */
export const wordsOfCue = (cue: string): string => cue.replace(/<[a-z]+>|[*.&!]/g, ' ')
