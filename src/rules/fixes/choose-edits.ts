import type { Diagnostic, Edit } from '../../model/diagnostic.ts'

type Fixing = Pick<Diagnostic, 'rule' | 'fix'>

const same = (a: readonly Edit[], b: readonly Edit[]): boolean =>
  a.length === b.length &&
  a.every(({ start, end, text }, index) => {
    const other = b[index]
    return other?.start === start && other.end === end && other.text === text
  })

/** Whether two edits touch, so that the result depends on their order. */
const clash = (a: Edit, b: Edit): boolean => a.start <= b.end && b.start <= a.end

/**
 * The findings whose fixes are due. An unused exception goes last: another fix may bring back the finding it silences.
 */
export function due<T extends Fixing>(diagnostics: readonly T[]): T[] {
  const fixable = diagnostics.filter(({ fix = [] }) => fix.length > 0)
  const first = fixable.filter(({ rule }) => rule !== 'unused-exception')
  return first.length > 0 ? first : fixable
}

/**
 * The fixes that can be made at once, each whole or not at all; the first one wins. Two findings may ask for the same
 * fix.
 */
export function chooseEdits(diagnostics: readonly Fixing[]): Edit[] {
  const chosen: (readonly Edit[])[] = []
  for (const { fix = [] } of due(diagnostics)) {
    if (chosen.some((other) => same(fix, other))) continue
    if (!fix.some((edit) => chosen.flat().some((other) => clash(edit, other)))) chosen.push(fix)
  }
  return chosen.flat()
}
