import { type MaskedText, masks } from './masked-text.ts'
import { lineStart } from './source-line.ts'

/** A run of asterisks or underscores that marks nothing. */
export interface MarkRun {
  readonly start: number
  readonly end: number
  readonly marks: string
  /** The character before it, beyond marks that were read; empty at the beginning of a line. */
  readonly before: string
  readonly after: string
  /** Whether it is what is left of a run that marks something. */
  readonly isRest: boolean
}

export const isBlank = (character: string): boolean => character === '' || /\s/.test(character)
export const isWord = (character: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(character)
export const isCjk = (character: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character)

const lineBefore = (text: string, at: number): string => text.slice(lineStart(text, at), at)

function runAt({ text, start: from }: MaskedText, source: string, start: number, marks: string): MarkRun {
  const end = start + marks.length
  const left = lineBefore(text, start).replace(/\ue000+$/, '')
  const right = text.slice(end).replace(/^\ue000+/, '')
  return {
    start,
    end,
    marks,
    before: left.trim() === '' ? '' : ([...left.slice(-2)].at(-1) ?? ''),
    after: [...right.slice(0, 2)][0] ?? '',
    isRest: [start - 1, end].some(
      (at) => text[at] === masks.emphasis && source[from + at] === marks.charAt(0),
    ),
  }
}

/** Whether a run may have been meant to mark something: a product, a power, a glob or a name does not. */
function mayMark({ marks, before, after }: MarkRun): boolean {
  const sign = marks.charAt(0)
  // The key of a telephone.
  if (marks === '*' && /[\ufe0f\u20e3]/.test(after)) return false
  if (marks.length > (sign === '_' ? 2 : 3)) return false
  if (isWord(before) && isWord(after)) return sign === '*' && (isCjk(before) || isCjk(after))
  if (isBlank(before) && isBlank(after)) return marks.length === 2
  if (sign === '*' && (/[./]/.test(after) || before === '/')) return false
  return !(/[([{<"“'‘]/.test(before) && /[)\]}>"”'’]/.test(after))
}

/** `base ** 2`, `n ** m`: a sign between blanks beside a number or a variable. */
function isPower(text: string, { start, end, before, after }: MarkRun): boolean {
  if (!isBlank(before) || !isBlank(after)) return false
  const left = /\S+(?=[ \t]*$)/.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? ''
  const right = /^[ \t]*(\S+)/.exec(text.slice(end))?.[1] ?? ''
  const isOperand = (word: string): boolean =>
    /^(?:[^\s\p{L}]*\d\S*|[^\s\p{L}]*(?![aI])\p{L}[^\s\p{L}]*)$/u.test(word)
  return left !== '' && right !== '' && (isOperand(left) || isOperand(right))
}

/** The runs of asterisks and underscores that are published as they stand, though they may have been meant as marks. */
export const markRuns = (masked: MaskedText, source: string): MarkRun[] =>
  Array.from(masked.text.matchAll(/\*+|_+/g), ({ index, 0: marks }) =>
    runAt(masked, source, index, marks),
  ).filter((run) => mayMark(run) && !isPower(masked.text, run))
