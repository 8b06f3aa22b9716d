import type { Edit, Finding } from '../../model/diagnostic.ts'
import type { Label } from '../../model/document.ts'
import { signBeside } from '../../text/label-signs.ts'
import { quote } from '../../text/quote.ts'
import { labelFix } from './label-fix.ts'

/** A fix that can be made, or none. */
export const fixed = (edits: readonly Edit[]): { fix: readonly Edit[] } | undefined =>
  edits.length > 0 ? { fix: edits } : undefined

function* badColon(label: Label, text: string): Generator<Finding> {
  const name = quote(label.text)
  const written = `**${label.text}:**`
  const found = {
    inside: '',
    outside: `colon outside the bold label ${name}`,
    missing: `label ${name} without a colon`,
    other: `${quote(text.slice(label.start, label.end))} in place of a label with a colon`,
  }
  yield {
    at: label,
    ...(label.colon === 'outside' && { severity: 'warning' }),
    message: `Unexpected ${found[label.colon]}, expected ${quote(written)}`,
    expected: [written],
    ...fixed(labelFix(text, label)),
  }
}

/** What is wrong with the form of a label, whatever its name. */
export function* labelForm(label: Label, text: string): Generator<Finding> {
  if (label.colon !== 'inside') {
    yield* badColon(label, text)
    return
  }
  const { end } = label
  const sign = signBeside(text.slice(end, end + 20))
  if (sign === '') return
  const at = { start: end + sign.length - sign.trimStart().length, end: end + sign.length }
  yield {
    at,
    severity: 'warning',
    message: `Unexpected ${quote(sign.trim())} behind the label ${quote(label.text)}, expected its text`,
    fix: [{ start: end, end: at.end, text: '' }],
  }
}
