import { broken, expression, target } from './link-target.ts'
import type { LiteralFinding } from './literal-finding.ts'
import { type MaskedText, masks } from './masked-text.ts'

const label = String.raw`\[[^[\]]+\]|${masks.link}[^${masks.link}\r\n]+${masks.link}`
const definition = expression(String.raw`^[ \t]*((?:${label}):)[ \t]*<?${target}`, 'gmu')

/** A definition right below text, of which it becomes a part. */
export function* swallowedDefinitions(
  { start, text }: MaskedText,
  source: string,
): Generator<LiteralFinding> {
  for (const { index, 0: all, 1: written = '' } of text.matchAll(definition)) {
    const end = start + index + all.length
    const at = end - all.trimStart().length
    const line = Math.max(source.lastIndexOf('\n', at), source.lastIndexOf('\r', at)) + 1
    const name = source.slice(at, at + written.length)
    // Its label is a link already: it is defined elsewhere.
    if (written.startsWith(masks.link)) {
      const message = `Unexpected second definition \`${name}\`, which is published as text, expected nothing in its place`
      yield { ...broken(at, end, message), mend: [{ start: at, end, text: '' }] }
      continue
    }
    const isFirst = text.slice(0, index).trim() === ''
    const expected = isFirst ? 'nothing behind its address' : 'an empty line above it'
    yield {
      ...broken(at, end, `Unexpected definition \`${name}\` that is published as text, expected ${expected}`),
      ...(!isFirst && { fix: [{ start: line, end: line, text: source.includes('\r\n') ? '\r\n' : '\n' }] }),
    }
  }
}
