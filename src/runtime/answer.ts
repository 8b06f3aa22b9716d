import { kindOf } from './check-arguments.ts'

/** An answer that can't be read. */
export class AnswerError extends TypeError {
  // What Node.js prints of an error that nobody catches, also where the code is minified.
  static override readonly name: string = 'AnswerError'
  override readonly name: string = 'AnswerError'
}

/** Most characters of an answer, headings included: some forty times what fits into the time of a practice run. */
export const maxLength = 262_144

const isRecord = (value: unknown): value is Record<string, unknown> =>
  Object.prototype.toString.call(value) === '[object Object]'

function entriesOf(answer: Record<string, unknown>): [string, string][] {
  return Object.keys(answer).flatMap((key): [string, string][] => {
    if (key === '__proto__') return []
    const text = answer[key]
    if (typeof text !== 'string')
      throw new AnswerError(`the text of \`${key.slice(0, 60)}\` is ${kindOf(text)}, expected a string`)
    return [[key, text]]
  })
}

/**
 * The parts of an answer as it was given: Markdown, or named texts.
 * @throws AnswerError when it is neither, or too long
 */
export function readAnswer(answer: unknown): string | [string, string][] {
  if (typeof answer !== 'string' && !isRecord(answer))
    throw new AnswerError(`an answer is text or a record of section ids to text, not ${kindOf(answer)}`)
  const read = typeof answer === 'string' ? answer : entriesOf(answer)
  const length =
    typeof read === 'string'
      ? read.length
      : read.reduce((sum, [key, text]) => sum + key.length + text.length, 0)
  if (length > maxLength)
    throw new AnswerError(`the answer has ${length} characters, expected at most ${maxLength}`)
  return read
}
