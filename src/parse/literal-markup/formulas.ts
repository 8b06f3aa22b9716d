import type { StageFinding } from '../../model/diagnostic.ts'
import { quote } from '../../text/quote.ts'
import { type MaskedText, masks } from './masked-text.ts'

const displayed = /\${2,}[\s\S]*?(?:\${2,}|$)/g
const inline = /(?<![\p{L}\p{N}$\\])\$(?=[^\s{])([^$]*[^\s$\\])\$(?![\p{L}\p{N}$])/gu
const parentheses = /(?<![\p{L}\p{N}\]\\])\\\(([\s\S]*?)\\\)/gu
const brackets = /(?<!\\)\\\[([\s\S]*?)\\\](?![(\\[])/g
const commands = /\\(?:begin|frac|sqrt|text|math[a-z]+)(?:\{[^{}]*\})+/g
/** Subscripts and superscripts in braces, with what they belong to. */
const scripts = /(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:[_^]\{[^{}\r\n]+\})+/gu

/** A sign between what it joins, or a command. */
const operation = /[\p{L}\p{N})}]\s*[=+<>≤≥^_]\s*[\p{L}\p{N}({\\]|\\[a-z]|[∑∫]/iu

/** Whether what stands between two dollar signs is a formula, and not a sentence between two amounts. */
function isFormula(inside: string): boolean {
  if (/^[a-zα-ω]$/i.test(inside)) return true
  const bare = inside.replace(/\\[a-z]+/gi, '').replace(/\{[^{}]*\}/g, '')
  return /[\\^_=+<>{}()|]/.test(inside) && !/[a-z]{4,}/i.test(bare) && !/^\d[\d.,]*\s/.test(inside)
}

/** Whether what stands between escaped brackets is a formula, and not a word in brackets that are meant as they stand. */
const isSet = (inside: string, isLikely: boolean): boolean => {
  const bare = inside.replace(/\\[^a-z\s]/gi, '')
  return operation.test(bare) || (isLikely && bare === inside)
}

/** Formulas between dollar signs, `\(` and `\)` or `\[` and `\]`: no renderer of plain Markdown sets them. */
export function formulas({ start, text }: MaskedText, source: string): StageFinding[] {
  if (!/[$\ue003]|\\[a-z]|[_^]\{/.test(text)) return []
  // Markdown reads `\(` as an escaped parenthesis, so the masked text does not show it.
  const written = text.replaceAll(masks.escape, (_, at: number) => source.charAt(start + at))
  const found = [
    ...written.matchAll(displayed),
    ...Array.from(written.matchAll(inline)).filter(([, inside = '']) => isFormula(inside)),
    ...Array.from(written.matchAll(parentheses)).filter(([, inside = '']) =>
      isSet(inside, !/\s/.test(inside)),
    ),
    ...Array.from(written.matchAll(brackets)).filter(([, inside = '']) =>
      isSet(inside, /^\s+\S{2}/.test(inside)),
    ),
    ...written.matchAll(commands),
    ...written.matchAll(scripts),
  ]
  let end = 0
  return found
    .map(({ index, 0: words }) => ({ start: start + index, end: start + index + words.length }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .flatMap((at): StageFinding[] => {
      if (at.start < end) return []
      end = at.end
      const message = `Unexpected formula ${quote(source.slice(at.start, at.end))}, expected words, plain characters (\`x²\`) or code`
      return [{ rule: 'literal-markup', at, message }]
    })
}
