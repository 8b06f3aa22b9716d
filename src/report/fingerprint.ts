import { digest } from '../text/digest.ts'
import type { TextInput } from './report-types.ts'

/**
 * A name for each finding that survives moved lines: made from the finding and its words, not from its place.
 * Equal words are numbered in order.
 */
export function fingerprints({ diagnostics, lineOf }: Pick<TextInput, 'diagnostics' | 'lineOf'>): string[] {
  const seen = new Map<string, number>()
  return diagnostics.map(({ file, line, rule, message }) => {
    const words = JSON.stringify([file, rule, message, lineOf(file, line)?.trim() ?? ''])
    const nth = (seen.get(words) ?? 0) + 1
    seen.set(words, nth)
    return digest(`${words} ${nth}`, 'hex').slice(0, 32)
  })
}
