import type { Span } from './place.ts'

/** Replaces the stretches of edits, which must not overlap. */
export function applyEdits(text: string, edits: readonly (Span & { readonly text: string })[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  let result = ''
  let at = 0
  for (const edit of ordered) {
    result += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + text.slice(at)
}
