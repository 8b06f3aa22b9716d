import type { StageFinding } from '../../model/diagnostic.ts'
import { quote } from '../../text/quote.ts'
import { isBlank, isWord } from './mark-runs.ts'
import type { MaskedText } from './masked-text.ts'

/** Whether a backtick stands where others write an apostrophe: `it`s`, `users` data`, `the `90s`. */
function isApostrophe(before: string, after: string): boolean {
  const [last = '', first = ''] = [before.slice(-1), after.charAt(0)]
  if (isWord(last)) return isWord(first) || (last === 's' && (isBlank(first) || /[,.;:!?)]/.test(first)))
  return /^(?:\d0s|tis|twas|em|cause)(?![\p{L}\p{N}])/iu.test(after)
}

/** Cues of a criterion with words outside their code spans, of which rule `criteria` tells. */
const straysFromCues = /^\ue000+Cues:?\ue000+:?.*[\p{L}\p{N}]/su

/** Backticks that nothing closes, and tildes that were meant to strike something through. */
export function* unclosedCode({ start, text }: MaskedText, source: string): Generator<StageFinding> {
  if (!/`|~~/.test(text)) return
  let until = 0
  const runs = straysFromCues.test(text) ? [] : Array.from(text.matchAll(/`+/g))
  for (const [at, { index, 0: run }] of runs.entries()) {
    const after = text.slice(index + run.length)
    if (
      index < until ||
      (isBlank(text[index - 1] ?? '') && isBlank(after.charAt(0)) && run.length === 1 && runs.length === 1)
    )
      continue
    if (run.length === 1 && isApostrophe(text.slice(0, index), after)) continue
    // A run of another length behind it was meant to close it.
    const next = runs[at + 1]
    if (next && next[0] !== run && !isBlank(text[next.index - 1] ?? '')) until = next.index + next[0].length
    const words = /^`+\s*\S*/.exec(source.slice(start + index))?.[0] ?? run
    const many = run.length === 1 ? 'a backtick' : `${run.length} backticks`
    yield {
      rule: 'literal-markup',
      at: { start: start + index, end: start + index + run.length },
      message: `Unexpected ${quote(words)} that nothing closes, expected ${many} behind the code, or a backslash before what is meant as it stands`,
    }
  }
  const struck = text.replace(/~~[^~]+~~/g, (words) => ' '.repeat(words.length))
  for (const { index, 0: run } of struck.matchAll(/(?<!~)~~(?!~)/g)) {
    if (isBlank(text[index - 1] ?? '') && isBlank(text[index + 2] ?? '')) continue
    yield {
      rule: 'literal-markup',
      at: { start: start + index, end: start + index + run.length },
      message: 'Unexpected `~~` that strikes nothing through, expected the text that counts',
    }
  }
}
