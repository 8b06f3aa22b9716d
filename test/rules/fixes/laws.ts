import { fixCorpus } from '../../../src/lint/fix-corpus.ts'
import type { Diagnostic, Edit } from '../../../src/model/diagnostic.ts'
import { applyEdits } from '../../../src/text/apply-edits.ts'
import { didYouMean } from '../../../src/text/did-you-mean.ts'
import { slug } from '../../../src/text/slug.ts'
import { words } from '../../../src/text/words.ts'
import { inputOf } from '../../support/corpus.ts'
import { keyOf, maskedBy } from './masking.ts'
import { quickLint } from './quick-lint.ts'
import { changedWords } from './words.ts'

/** One drill with its findings. */
export interface Case {
  readonly file: string
  readonly text: string
  readonly found: readonly Diagnostic[]
}

export interface Fixable extends Diagnostic {
  readonly fix: readonly Edit[]
}

export const caseOf = (file: string, text: string): Case => ({
  file,
  text,
  found: quickLint(inputOf({ [file]: text })),
})

export const fixable = ({ found }: Case): Fixable[] =>
  found.filter((each): each is Fixable => each.fix !== undefined && each.fix.length > 0)

/** What is there more often than elsewhere. */
export function beyond(some: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const each of others) counts.set(each, (counts.get(each) ?? 0) + 1)
  return some.filter((each) => {
    const count = counts.get(each) ?? 0
    counts.set(each, count - 1)
    return count <= 0
  })
}

const keys = ({ found }: Case): string[] => found.map(keyOf)
const unseen = /[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]|\p{Variation_Selector}/gu
const quoted = /`([^`]*)`/

/** The text after one fix. */
export const fixedBy = ({ file, text }: Case, { fix }: Fixable): Case => caseOf(file, applyEdits(text, fix))

/** Law 1: the finding is gone. */
export function staying(before: Case, finding: Fixable, after: Case): string[] {
  const count = (some: Case): number => keys(some).filter((key) => key === keyOf(finding)).length
  return count(after) < count(before) ? [] : [`stays: ${keyOf(finding)}`]
}

/** Law 4: the words that are lost are those of the name that is corrected, or of the exception. */
export function losses({ text }: Case, { rule, message, fix }: Fixable, after: Case): string[] {
  if (rule === 'encoding')
    return text.replace(unseen, '') === after.text.replace(unseen, '') ? [] : [`other characters: ${message}`]
  const lost = beyond(words(text), words(after.text))
  const [edit] = fix
  if (lost.length === 0 || !edit) return []
  const old = text.slice(edit.start, edit.end)
  if (rule === 'unused-exception')
    return /#/.test(old.replace(/"[^"]*"|#(?= two codecs)|# the rule$/gm, '')) &&
      !/^.*#/.test(edit.text) &&
      !edit.text.includes('#')
      ? [`comment lost: ${old}`]
      : []
  if (message.includes('without a definition')) return [`words lost: ${lost.join(' ')}: ${message}`]
  const near = didYouMean(slug(old), [slug(edit.text)]) !== undefined
  return fix.length === 1 && near ? [] : [`words lost: ${lost.join(' ')}: ${message}`]
}

/**
 * Law 5: a fix never guesses. Word for word the text is the same but for case, number, hyphens and marks, and for words
 * that are no English and change by two letters at most. What is no text of the drill comes and goes whole: an
 * exception that silences nothing, the definition of a reference.
 */
export function guesses({ text }: Case, { rule, message, fix }: Fixable): string[] {
  if (rule === 'unused-exception' || message.includes('without a definition')) return []
  return changedWords(text, fix).map((change) => `guessed: ${change}: ${message}`)
}

/** Law 6: every finding was there before, under the old name, or was masked. */
export function causes(before: Case, finding: Fixable, after: Case): string[] {
  const [edit] = finding.fix
  const [, old] = quoted.exec(finding.message) ?? []
  const name = edit?.text.replace(/^#+ |^\*\*|:\*\* ?$/g, '')
  const renamed = keys(before).map((key) => key.replaceAll(`\`${old}\``, `\`${name}\``))
  const left = keys(after)
  const shown = beyond(beyond(left, keys(before)), renamed)
  return shown
    .filter((key) => maskedBy(keyOf(finding), key, left) === undefined)
    .map((key) => `caused: ${keyOf(finding)} -> ${key}`)
}

const touching = (a: readonly Edit[], b: readonly Edit[]): boolean =>
  a.some((one) => b.some((other) => one.start <= other.end && other.start <= one.end))

/** Where an offset comes to be. */
const moved = (at: number, fix: readonly Edit[]): number =>
  fix.reduce((sum, { start, end, text }) => (end <= at ? sum + text.length - (end - start) : sum), at)

const startOf = (text: string, { line, column }: Diagnostic): number =>
  (text
    .split(/(?<=\r\n|\n|\r(?!\n))/)
    .slice(0, line - 1)
    .join('').length ?? 0) +
  column -
  1

/** Law 8: two fixes that don't clash give together what they give one after the other. */
export function disagreements(before: Case, first: Fixable, second: Fixable): string[] {
  const late = [first, second].some(({ rule }) => rule === 'unused-exception')
  if (late || touching(first.fix, second.fix)) return []
  const both = applyEdits(before.text, [...first.fix, ...second.fix])
  const after = fixedBy(before, first)
  const at = moved(startOf(before.text, second), first.fix)
  const again = fixable(after).filter((each) => keyOf(each) === keyOf(second))
  const same = again.find((each) => startOf(after.text, each) === at) ?? again[0]
  if (!same)
    return quickLint(inputOf({ [before.file]: both })).some((each) => keyOf(each) === keyOf(second))
      ? [`gone: ${keyOf(first)} / ${keyOf(second)}`]
      : []
  return applyEdits(after.text, same.fix) === both
    ? []
    : [`order matters: ${keyOf(first)} / ${keyOf(second)}`]
}

/** The text with all its fixes made. */
export function allFixed({ file, text }: Case): Case {
  const input = inputOf({ [file]: text })
  const { files } = fixCorpus(input, (found) => found.file === file, quickLint)
  return caseOf(file, files.find((each) => each.file === file)?.after ?? text)
}

/** Laws 2 and 6 to 8 for all fixes together. */
export function unsettled(before: Case): string[] {
  const after = allFixed(before)
  const again = allFixed(after)
  const left = keys(after)
  const fixed = fixable(before).map(keyOf)
  const caused = beyond(left, keys(before)).filter((key) => {
    const blurred = key.replace(/`[^`]*`/, '')
    const known = keys(before).some((other) => other.replace(/`[^`]*`/, '') === blurred)
    return !known && !fixed.some((each) => maskedBy(each, key, left))
  })
  return [
    ...(again.text === after.text ? [] : ['a second time changes more']),
    ...fixable(after).map((each) => `left: ${keyOf(each)}`),
    ...(fixed.length === 0 && after.text !== before.text ? ['changed without a finding'] : []),
    ...(fixed.some((key) => key.startsWith('encoding')) ? [] : caused.map((key) => `caused by all: ${key}`)),
  ]
}
