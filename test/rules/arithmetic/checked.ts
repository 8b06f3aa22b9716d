import type { Document } from '../../../src/model/document.ts'
import { readDocument } from '../../../src/parse/document.ts'
import { parseMarkdown } from '../../../src/parse/markdown.ts'
import { judge } from '../../../src/rules/arithmetic/judge.ts'
import { message } from '../../../src/rules/arithmetic/message.ts'
import { sentencesOf } from '../../../src/rules/arithmetic/sentences.ts'
import { stepsOf } from '../../../src/rules/arithmetic/steps.ts'

/** How many equations the rule compares, and what it says of the wrong ones. */
interface Checked {
  readonly compared: number
  readonly messages: readonly string[]
}

function check(document: Pick<Document, 'text' | 'prose'>): Checked {
  const corrections = new Map<string, number>()
  const judgements = [...sentencesOf(document)].flatMap((sentence) =>
    [...stepsOf(sentence)].flatMap((step) => judge(step, corrections) ?? []),
  )
  const messages = judgements.filter(({ isRight }) => !isRight).map(message)
  return { compared: judgements.length, messages }
}

/** What the rule reads in a Markdown text. */
export const checked = (text: string): Checked =>
  check(readDocument({ file: 'drills/rounds/x.md', text, base: 0 }, parseMarkdown(text)))

/** What the rule reads in a text that is prose from end to end, whatever Markdown makes of it. */
export const checkedProse = (text: string): Checked =>
  check({ text, prose: [{ start: 0, end: text.length, linked: false }] })
