import type { LiteralFinding } from './literal-finding.ts'
import { type MaskedText, maskSpans } from './masked-text.ts'
import { misplacedParts } from './misplaced-parts.ts'
import { swallowedDefinitions } from './swallowed-definitions.ts'
import { unreadable } from './unreadable-link.ts'

/** Links that Markdown reads as text, because something is missing, too much or in the wrong place. */
export function brokenLinks(masked: MaskedText, source: string): LiteralFinding[] {
  if (!/[\])]\[|\](?:\s*:)?\s*\(|\[[^\]]*\S\(|[\]\ue002]:|\][{<]|<[^\s<>]+>/.test(masked.text)) return []
  const found: LiteralFinding[] = [...misplacedParts(masked, source), ...swallowedDefinitions(masked, source)]
  const rest = maskSpans(
    masked,
    found.map(({ at }) => at),
  )
  for (const { index } of rest.text.matchAll(/\]\(/g)) {
    const finding = unreadable(rest, source, index)
    if (finding) found.push(finding)
  }
  return found
}
