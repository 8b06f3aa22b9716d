import type { Span } from '../text/place.ts'
import { measuresOf } from './judged.ts'
import type { Line, Offer } from './offer.ts'
import { schemaAt, schemaOf } from './schemas.ts'
import type { View } from './view.ts'

/** The lines of a key of the front matter, up to the next one. */
function block(text: string, name: string): Span | undefined {
  const start = text.search(new RegExp(`^${name}[ \\t]*:`, 'm'))
  if (start < 0) return undefined
  const length = text.slice(start).search(/(?<=[\n\r])\S/)
  return { start, end: length < 0 ? text.length : start + length }
}

/**
 * Ids of criteria and verdicts on them, below `verdicts:` or inside its braces; undefined in any other place. What is
 * replaced is `typed` and the word that follows it.
 */
export function completeVerdicts(
  view: View,
  offset: number,
  line: Line,
): { readonly typed: string; readonly offers: readonly Offer[] } | undefined {
  const { text, yaml, file } = view
  const at = yaml && block(text.slice(0, yaml.end), 'verdicts')
  if (!at || offset < at.start || offset > at.end) return undefined
  // That line is the next key, or the end of the front matter.
  if (offset === at.end && line.after !== '') return undefined
  const inside = /^verdicts[ \t]*:(.*)$/.exec(line.before)
  const isFlow = inside?.[1]?.includes('{') ?? false
  if (inside && !isFlow) return undefined
  const piece = line.before.slice(Math.max(line.before.lastIndexOf('{'), line.before.lastIndexOf(',')) + 1)
  const measures = measuresOf(view)
  const verdict = /^[ \t]*([\w-]+)[ \t]*:([ \t]*)([\w-]*)$/.exec(piece)
  if (verdict) {
    const [, id, space, typed = ''] = verdict
    const gap = space === '' ? ' ' : ''
    const help = measures?.criteria.find((each) => each.id === id)?.help
    const values = schemaAt(schemaOf(file), ['verdicts', id ?? ''])?.enum ?? []
    return { typed, offers: values.map((value) => ({ label: String(value), text: `${gap}${value}`, help })) }
  }
  const begun = /^([ \t]*)([\w-]*)$/.exec(piece)
  if (!begun || !measures) return undefined
  const [, blank = '', typed = ''] = begun
  // Without indentation it would be a key of its own.
  if (blank === '' && typed !== '' && !isFlow) return undefined
  const word = /^[\w-]*/.exec(line.after)?.[0].length ?? 0
  const others = text.slice(at.start, offset - typed.length) + text.slice(offset + word, at.end)
  const present = new Set(Array.from(others.matchAll(/([\w-]+)[ \t]*:/g), ([, id]) => id))
  const missing = measures.criteria.filter(({ id }) => !present.has(id))
  const ends = /^[\w-]*[ \t]*:/.test(line.after) ? '' : ': '
  const lead = blank === '' && !isFlow ? '  ' : ''
  const offers = missing.map(
    ({ id, title, help }): Offer => ({ label: id, text: `${lead}${id}${ends}`, detail: title, help }),
  )
  const isAlone = typed === '' && line.after.trim() === '' && !isFlow && missing.length > 1
  const all = missing
    .map(({ id }) => `${blank}${lead}${id}: `)
    .join('\n')
    .slice(blank.length)
  const everything: Offer = {
    label: 'every missing criterion',
    text: all,
    detail: `${missing.length} lines`,
    help: 'A line for each, for `met`, `partly` or `not`.',
  }
  return { typed, offers: isAlone ? [...offers, everything] : offers }
}
