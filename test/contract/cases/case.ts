import { edit, type Files } from '../../support/corpus.ts'

/** Two corpora, each the valid files with some replaced, or left out with `undefined`. */
export interface Case {
  readonly previous?: Files
  readonly current?: Files
}

export type Cases = Readonly<Record<string, Case>>

/** Several replacements of words that must each stand in the text exactly once. */
export const edits = (text: string, ...changes: readonly (readonly [from: string, to: string])[]): string =>
  changes.reduce((changed, [from, to]) => edit(changed, from, to), text)

/** Takes out what stands from some words up to others; both must be there exactly once. */
export function cut(text: string, from: string, until: string): string {
  const [before, rest, ...more] = text.split(from)
  const [, after, ...others] = (rest ?? '').split(until)
  if (before === undefined || after === undefined || more.length + others.length > 0)
    throw new Error(`can’t cut from “${from}” to “${until}”`)
  return before + until + after
}

/** A question besides the valid one; the answer is its one criterion's evidence and cue too. */
export const question = (id: string, title: string, prompt: string, answer: string): string => `---
id: ${id}
kind: question
difficulty: core
categories: [evaluation]
topics: [recall]
---

# ${title}

## Prompt

${prompt}

## Answer

[${answer}](#the-whole-answer).

## Criteria

### The whole answer

- **Met:** says just that.
- **Cues:** \`${answer.toLowerCase().replace(/[^a-z ]/g, '')}\`
`

export const precision = question(
  'what-is-precision',
  'What does precision measure?',
  'Tell a designer what it says.',
  'The share of shown notes that were the right ones',
)

export const precisionPath = 'drills/questions/what-is-precision.md'

/** A question with one more line in its front matter. */
export const withLine = (text: string, line: string): string =>
  edit(text, 'kind: question\n', `kind: question\n${line}\n`)
