import type { Document } from '../../model/document.ts'
import type { Span } from '../../text/place.ts'

/** A sentence, as long as its source, so that places in it are places there. */
export interface Sentence {
  readonly start: number
  readonly text: string
}

/** Stands for the marks of emphasis and links, which nobody reads. */
export const mark = '\uE000'
/** Stands for code and images, which are no numbers. */
export const object = '\uFFFC'

/** A sign of equality with a digit near it. */
const equation = /[=≈≃≅≒]\D{0,24}\d/

const entities: Readonly<Record<string, string>> = {
  '&times;': '×',
  '&divide;': '÷',
  '&minus;': '−',
  '&asymp;': '≈',
  '&radic;': '√',
  '&nbsp;': ' ',
}

const fill = (length: number, source: string): string => (/[`!<]/.test(source) ? object : mark).repeat(length)

/** Text as it is read: on one line, without backslashes, with the signs that entities stand for. */
function readable(source: string): string {
  return source
    .replace(/\n[\s>]*/g, (gap) => ' '.repeat(gap.length))
    .replace(/\\(?=[!-/:-@[-`{-~])/g, mark)
    .replace(/&[a-z]{4,6};/g, (entity) => (entities[entity] ?? object).padEnd(entity.length, mark))
}

function join(source: string, stretches: readonly Span[]): string {
  let text = ''
  let before: Span | undefined
  for (const stretch of stretches) {
    if (before) text += fill(stretch.start - before.end, source.slice(before.end, stretch.start))
    text += readable(source.slice(stretch.start, stretch.end))
    before = stretch
  }
  return text
}

function* split(text: string, start: number): Generator<Sentence> {
  let from = 0
  for (const { index } of text.matchAll(/[.!?](?=\s)|$/g)) {
    const sentence = text.slice(from, index + 1)
    if (equation.test(sentence)) yield { start: start + from, text: sentence }
    from = index + 1
  }
}

/**
 * The sentences that may hold a calculation. Prose on both sides of emphasis or of the end of a link is one: operands
 * may be outside of a link and their result inside.
 */
export function* sentencesOf({ text, prose }: Pick<Document, 'text' | 'prose'>): Generator<Sentence> {
  if (!equation.test(text)) return
  let first = 0
  for (const [index, { end }] of prose.entries()) {
    const next = prose[index + 1]
    if (next && !text.slice(end, next.start).includes('\n')) continue
    const start = prose[first]?.start ?? end
    if (equation.test(text.slice(start, end))) yield* split(join(text, prose.slice(first, index + 1)), start)
    first = index + 1
  }
}
