import { idWords } from './capitalise.ts'
import type { Attempt, Hint } from './types.ts'

const shown = { labels: 'labels of', instructions: 'instructions of' } as const satisfies Record<Hint, string>

/** The help that an attempt had, for those who read its score; null when there was none. */
export function helpText({ kind, mode, hints }: Attempt): string | null {
  if (mode === 'guided') return kind === 'question' ? null : 'guided'
  // In interview mode an attempt knows only the ids of sections.
  const parts = Object.entries(hints).map(([section, hint]) => `${shown[hint]} ${idWords(section)}`)
  return parts.length === 0 ? null : `hints: ${parts.join(', ')}`
}
