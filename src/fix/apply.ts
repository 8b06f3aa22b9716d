import type { Diagnostic, Edit } from '../diagnostic.ts'

/** Replaces the stretches of edits, which must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  let result = ''
  let at = 0
  for (const edit of ordered) {
    result += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + text.slice(at)
}

const same = (a: Edit, b: Edit): boolean => a.start === b.start && a.end === b.end && a.text === b.text

/** Whether two edits touch: then what both together would give depends on their order. */
const clash = (a: Edit, b: Edit): boolean => a.start <= b.end && b.start <= a.end

/**
 * The fixes of findings that can be made at once: each whole or not at all, the first one wins.
 * Two findings may ask for the same edit.
 */
export function chooseEdits(diagnostics: readonly Pick<Diagnostic, 'fix'>[]): Edit[] {
  const chosen: Edit[] = []
  for (const { fix = [] } of diagnostics) {
    const fresh = fix.filter((edit) => !chosen.some((other) => same(edit, other)))
    if (!fresh.some((edit) => chosen.some((other) => clash(edit, other)))) chosen.push(...fresh)
  }
  return chosen
}
