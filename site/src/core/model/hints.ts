import type { Attempt, Hint } from './types.ts'

/** The title of a section, of which an attempt in interview mode knows only the id. */
const sectionTitle = (id: string): string => {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const shown = { labels: 'labels of', instructions: 'instructions of' } as const satisfies Record<Hint, string>

/** The help that an attempt had, for those who read its score; null when there was none. */
export function helpText({ kind, mode, hints }: Attempt): string | null {
  if (mode === 'guided') return kind === 'question' ? null : 'guided'
  const parts = Object.entries(hints).map(([section, hint]) => `${shown[hint]} ${sectionTitle(section)}`)
  return parts.length === 0 ? null : `hints: ${parts.join(', ')}`
}
