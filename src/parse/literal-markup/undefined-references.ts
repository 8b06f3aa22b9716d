import type { StageFinding } from '../../model/diagnostic.ts'
import { didYouMean } from '../../text/did-you-mean.ts'
import { quote } from '../../text/quote.ts'
import { type MaskedText, masks } from './masked-text.ts'

/** The definitions of a text, and who tells of others. */
export interface Labels {
  readonly defined: readonly string[]
  /** Those that no reference uses. */
  readonly unused: readonly string[]
  /** Criteria of the rubric: rule `rubric-evidence` tells of references that mean them. */
  readonly criteria: readonly string[]
  /** Those whose definition has become a part of the text above it, in lower case. */
  readonly swallowed: ReadonlySet<string>
  /** Where references begin that consist of their label alone. */
  readonly shortcuts: ReadonlySet<number>
}

const full = /\[([^[\]]*)\]\[([^[\]]*)\]/g
const shortcut = /\[([^[\]]+)\](?![[(:])/g
const apart = /\[[^[\]]+\]([ \t]+)(?=\ue002)/g
const marks = new RegExp(`[${masks.emphasis}${masks.code}${masks.link}]`)

/** Whether brackets hold what many texts have in brackets: nothing, a number, a mark. */
const isOrdinary = (words: string): boolean => /^(?:\s*|\d+|[xX]|[\^!].*)$/s.test(words)

/** References without a definition: their brackets and their label are published. */
export function undefinedReferences(
  { start, text }: MaskedText,
  source: string,
  { defined, unused, criteria, shortcuts, swallowed }: Labels,
): StageFinding[] {
  if (!text.includes('[')) return []
  const findings: StageFinding[] = []
  const add = (from: number, to: number, message: string, more: Partial<StageFinding> = {}): void => {
    findings.push({ rule: 'literal-markup', at: { start: from, end: to }, message, ...more })
  }
  const hint = (label: string, candidates: readonly string[]): string | undefined =>
    didYouMean(label, candidates)
  for (const { index, 0: all, 1: words = '', 2: explicit = '' } of text.matchAll(full)) {
    const before = text[index - 1] ?? ''
    const from = start + index
    const label = source
      .slice(
        ...(explicit === ''
          ? [from + 1, from + 1 + words.length]
          : [from + 3 + words.length, from + all.length - 1]),
      )
      .replace(/\s+/g, ' ')
    if (/[\p{L}\p{N}_)\]]/u.test(before) || /^\s+$/.test(explicit)) continue
    if (explicit === '' ? isOrdinary(words) : /^\s*$/.test(words) || /^\^/.test(words + explicit)) continue
    if ((/^\d+$/.test(words) && /^\d+$/.test(label)) || swallowed.has(label.toLowerCase())) continue
    const isToldElsewhere =
      /^[a-z][a-z-]*$/.test(explicit) &&
      before !== '!' &&
      !marks.test(words) &&
      didYouMean(explicit, criteria)
    if (isToldElsewhere) continue
    const meant = hint(label, defined)
    add(
      from,
      from + all.length,
      `Unexpected reference ${quote(source.slice(from, from + all.length))} without a definition, expected a line ${quote(`[${label}]: …`)} with its address${meant === undefined ? '' : `; did you mean ${quote(`[${meant}]`)}?`}`,
      meant === undefined ? {} : { expected: [meant] },
    )
  }
  for (const { index, 0: all, 1: words = '' } of unused.length > 0 ? text.matchAll(shortcut) : []) {
    const meant =
      isOrdinary(words) || /^.{0,3}$|\d/.test(words) || text[index - 1] === ']'
        ? undefined
        : hint(words, unused)
    if (meant !== undefined)
      add(
        start + index,
        start + index + all.length,
        `Unexpected reference ${quote(all)} without a definition, expected one that exists; did you mean ${quote(`[${meant}]`)}?`,
        { expected: [meant] },
      )
  }
  for (const { index, 0: all, 1: gap = '' } of shortcuts.size > 0 ? text.matchAll(apart) : []) {
    const end = start + index + all.length
    const at = { start: end - gap.length, end }
    if (shortcuts.has(end) && !isOrdinary(all.trimEnd().slice(1, -1)))
      add(
        at.start,
        at.end,
        `Unexpected blank inside a reference, expected ${quote(all.trimEnd())} and its label side by side`,
        {
          fix: [{ ...at, text: '' }],
        },
      )
  }
  return findings
}
