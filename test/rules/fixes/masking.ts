import type { Diagnostic } from '../../../src/model/diagnostic.ts'

/** A finding that may appear once another one is fixed, because it was hidden before. */
export interface Masking {
  readonly fixed: RegExp
  readonly shown: RegExp
  /** Only as long as a finding like this one is left: it goes with the last of them. */
  readonly meanwhile?: RegExp
  readonly why: string
}

export const keyOf = ({ rule, message }: Diagnostic): string => `${rule}: ${message}`

export const masking: readonly Masking[] = [
  {
    fixed: /^encoding: /,
    shown: /./,
    why: 'characters that nobody sees keep marks, words and front matter from being read as what they look like',
  },
  {
    fixed: /^literal-markup: Unexpected .* (?:without a blank behind|with more marks on one side)/,
    shown: /./,
    why: 'a heading, item or label is read as such, with all that it holds and that stands below it, once its marks are marks',
  },
  {
    fixed: /^schema: /,
    shown: /./,
    why: 'rules don’t judge front matter that its schema does not allow, and a key has to be known before its value is read',
  },
  {
    fixed: /^rubric-evidence: Unexpected reference /,
    shown:
      /^(?:rubric-evidence: Unexpected (?:evidence|reference)|prompt-leak: |(?:points|criteria|sections|model-path): Unexpected labels? )/,
    why: 'what is no link yet is not judged as evidence, and its brackets hide the name in a label',
  },
  {
    fixed: /^rubric-evidence: Unexpected reference /,
    shown: /^literal-markup: Unexpected `.* \[[a-z-]+\]:` that nothing closes/,
    why: 'a mark at the end of the text is named together with the word behind it, now that of the definition',
  },
  {
    fixed: /^literal-markup: Unexpected definition /,
    shown:
      /^(?:rubric-evidence: Unexpected (?:evidence|criterion)|criteria: Unexpected evidence|prompt-leak: )/,
    why: 'what refers to a definition that is published as text is no link yet, nor is what waits for one to be added below it',
  },
  {
    fixed: /^(?:rubric-evidence: Unexpected reference|literal-markup: Unexpected definition) /,
    shown: /^literal-markup: Unexpected second definition /,
    why: 'of two definitions that are published as text the other one becomes the second of its name',
  },
  {
    fixed: /^literal-markup: Unexpected blanks inside/,
    shown: /^literal-markup: .* that nothing closes/,
    why: 'marks before a blank are taken for the characters that they are',
  },
  {
    fixed: /^(?:rubric-evidence: Unexpected criterion|criteria: Unexpected anchor) /,
    shown:
      /^(?:rubric-evidence: Unexpected (?:evidence|criterion)|rubric-coverage: |criteria: Unexpected (?:evidence|criterion)|prompt-leak: )/,
    why: 'a link whose anchor nothing bears is not judged as evidence',
  },
  {
    fixed: /^sections: Unexpected (?:level|heading .* did you mean)/,
    shown: /^plain-markdown: Unexpected heading of level \d under/,
    meanwhile: /^(?:sections: Unexpected (?:position|level|heading|second)|title: |points: Unexpected item)/,
    why: 'a section stands below its part only when both are in their place and at their level, which the right name brings along, and no wrong heading between them',
  },
  {
    fixed: /^sections: Unexpected level/,
    shown: /^plain-markdown: Unexpected heading of level \d under/,
    why: 'headings of no declared name stood below a heading whose level was wrong',
  },
  {
    fixed: /^sections: Unexpected heading .* did you mean/,
    shown: /^sections: Unexpected heading .* would be lost/,
    why: 'a second heading of nearly that name was taken for a second one of it',
  },
  {
    fixed: /^criteria: Unexpected (?:label|item without a label) .* in a criterion/,
    shown:
      /^criteria: Unexpected (?:weight |revision |second |\d+ cues |cues? |`\*\*[^`]*` (?:after|without text)|.* outside the code spans|evidence |criterion .* that no phrase)/,
    why: 'an item of no known label is not judged: neither its place among the others, nor its number, nor its cues',
  },
  {
    fixed: /^criteria: Unexpected (?:label .* without a colon|colon outside|`.*` in place of)/,
    shown: /^criteria: Unexpected .* outside the code spans of the cues/,
    why: 'a sign in place of the colon is the first of the characters outside, which are named',
  },
  {
    fixed: /^points: Unexpected (?:item|label|colon)/,
    shown: /^points: Unexpected (?:\d+ words? in the point|second point|label )/,
    why: 'an item without a label is no point, so its words and its name are not judged',
  },
]

/** The relation under which a finding may appear. */
export const maskedBy = (fixed: string, shown: string, left: readonly string[]): Masking | undefined =>
  masking.find(
    (each) =>
      each.fixed.test(fixed) &&
      each.shown.test(shown) &&
      (each.meanwhile === undefined || left.some((key) => each.meanwhile?.test(key))),
  )
