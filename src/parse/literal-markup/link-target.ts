import type { StageFinding } from '../../model/diagnostic.ts'

/** What nobody writes in parentheses or brackets but as the target of a link. */
export const target = String.raw`(?:(?:https?:\/\/|ftp:\/\/|mailto:|file:|www\.|\.{1,2}\/|\/[\w-]+[/.]|#[\p{L}_])[^\s()<>[\]]*|[^\s()<>[\]"]+\.(?:md|markdown|html?|ya?ml|json|pdf|png|svg|jpe?g)(?:#[^\s()<>[\]]*)?)`

/** An expression around that. */
export const expression = (pattern: string, flags = 'gu'): RegExp => new RegExp(pattern, flags)

/** A finding about a link. */
export const broken = (start: number, end: number, message: string): StageFinding => ({
  rule: 'literal-markup',
  at: { start, end },
  message,
})
