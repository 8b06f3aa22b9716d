import type { Document } from '../../model/document.ts'
import type { Span } from '../../text/place.ts'

/** Prose between two ends of a paragraph, item or heading. Its text is as long as its source, so that places fit. */
export interface Passage {
  readonly start: number
  readonly text: string
}

type Source = Pick<Document, 'text' | 'prose'>

/** Stands for the marks of emphasis and links: nothing that a reader sees. */
export const mark = '\uE000'
/** Stands for code and images: something that is no number. */
export const object = '\uFFFC'

/** A sign of equality with a digit near it. */
const sign = /[=≈≃≅≒]\D{0,24}\d/

const entities: Readonly<Record<string, string>> = {
  '&times;': '×',
  '&divide;': '÷',
  '&minus;': '−',
  '&asymp;': '≈',
  '&nbsp;': ' ',
  '&radic;': '√',
}

/** Text of an author as a reader sees it, and as long as it was. */
function readable(source: string): string {
  return source
    .replace(/\n[\s>]*/g, (gap) => ' '.repeat(gap.length))
    .replace(/\\(?=[!-/:-@[-`{-~])/g, mark)
    .replace(/&[a-z]{4,6};/g, (entity) => (entities[entity] ?? object).padEnd(entity.length, mark))
}

function between(source: string): string {
  return (/[`!<]/.test(source) ? object : mark).repeat(source.length)
}

function passage(text: string, stretches: readonly Span[]): Passage {
  let readTo = stretches[0]?.start ?? 0
  const start = readTo
  let joined = ''
  for (const stretch of stretches) {
    joined += between(text.slice(readTo, stretch.start)) + readable(text.slice(stretch.start, stretch.end))
    readTo = stretch.end
  }
  return { start, text: joined }
}

/** The passages that may hold a calculation: operands may be outside of a link and their result inside. */
export function* passages({ text, prose }: Source): Generator<Passage> {
  if (!sign.test(text)) return
  let stretches: Span[] = []
  const last = prose.length - 1
  for (const [index, stretch] of prose.entries()) {
    stretches.push(stretch)
    const next = prose[index + 1]
    if (index < last && next && !text.slice(stretch.end, next.start).includes('\n')) continue
    const first = stretches[0] ?? stretch
    if (sign.test(text.slice(first.start, stretch.end))) yield passage(text, stretches)
    stretches = []
  }
}
