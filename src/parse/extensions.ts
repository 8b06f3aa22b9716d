/** The extension that is not safe even where Markdown reads code. */
export const template = 'template syntax'
/** What begins like template syntax and is none. */
export const attributes = 'attribute list'

/** Syntax that is not CommonMark. */
export interface Extension {
  readonly name: string
  readonly pattern: RegExp
  /** What to write instead. */
  readonly instead: string
  /** Every match has one of these. */
  readonly signs: readonly (string | RegExp)[]
}

/** Syntax that some renderers read as more than text. */
export const extensions: readonly Extension[] = [
  {
    name: template,
    pattern: /\{\{|\{%|\{#/g,
    instead: 'text that no template engine reads',
    signs: ['{{', '{%', '{#'],
  },
  {
    name: 'table',
    pattern: /^[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+(?:\|[ \t]*)?$/gm,
    instead: 'a list',
    signs: ['|'],
  },
  {
    name: 'strikethrough',
    pattern: /~~[^~]+~~|(?<![\p{L}\p{N}~/\\])~[^\s~/](?:[^~\r\n]*[^\s~\\])?~(?![\p{L}\p{N}~/])/gu,
    instead: 'the text that counts',
    signs: [/~[^~]*~/],
  },
  {
    name: 'subscript',
    pattern: /(?<=\p{L})~(?:\d{1,6}~|[\p{L}\p{N}+-]{1,12}~(?![\p{L}~/]))/gu,
    instead: 'words or plain characters (`x₂`)',
    signs: [/~[^~]*~/],
  },
  {
    name: 'superscript',
    pattern: /(?<=[\p{L}\p{N})])\^[\p{L}\p{N}+-]{1,12}\^(?![\p{L}\p{N}^])/gu,
    instead: 'words or plain characters (`x²`)',
    signs: [/\^[^^]*\^/],
  },
  {
    name: 'footnote',
    pattern: /\[\^[^[\]\s]+\]|\^\[(?=[^[\]\r\n]*\])(?:(?!\p{L}{2})[^[\]\r\n])*\p{L}{2}[^[\]\r\n]*\]/gu,
    instead: 'a link or a sentence',
    signs: ['[^', '^['],
  },
  {
    name: 'task list item',
    pattern: /(?<=^|\n)[ \t]*\[[ xX]\](?=[ \t])/g,
    instead: 'a plain list item',
    signs: ['[ ]', '[x]', '[X]'],
  },
  {
    name: 'wiki link',
    pattern: /\[\[[^[\]\n]+\]\]/g,
    instead: 'a Markdown link (`[text](target)`)',
    signs: ['[['],
  },
  {
    name: 'directive',
    pattern: /(?<=(?:^|\n)[ \t>]*)(?::::+[ \t]*[^\s:][^\r\n]*|(?:!!!|\?\?\?)\+?[ \t]+[a-z][^\r\n]*)/g,
    instead: 'plain text',
    signs: [':::', '!!!', '???'],
  },
  {
    name: 'directive',
    pattern: /(?<=(?:^|\n)[ \t>]*):::+[ \t]*(?=[\r\n]|$)/g,
    instead: 'plain text',
    // Where one is opened, that is told of.
    signs: [/(?<![\s\S])(?![\s\S]*^[ \t>]*:::+[ \t]*[^\s:])[\s\S]*:::/m],
  },
  {
    name: 'highlight',
    pattern: /(?<![\p{L}\p{N}=<>!~])==[^\s=](?:[^=\n]*[^\s=])?==(?![\p{L}\p{N}=])/gu,
    instead: 'emphasis (`*text*`)',
    signs: ['=='],
  },
  {
    name: 'emoji code',
    pattern: /(?<![\p{L}\p{N}:/])(?::[a-z][a-z0-9_+-]+:|:[+-]1:)(?![\p{L}\p{N}:/])/gu,
    instead: 'words',
    signs: [/:(?:[a-z][a-z0-9_+-]+|[+-]1):/],
  },
  {
    name: 'definition list',
    pattern: /(?<=(?:^|\n)[ \t>]*):[ \t]+\S[^\r\n]*/g,
    instead: 'a list item with a bold label (`- **Term:** …`)',
    signs: [/^[ \t>]*:[ \t]/m],
  },
  {
    name: 'table of contents',
    pattern: /^\[toc\]$/gi,
    instead: 'nothing in its place',
    signs: ['[TOC]', '[toc]'],
  },
  {
    name: attributes,
    // What stands before it comes last: looked for at every place of a long line, it would take minutes.
    pattern:
      /\{(?:[#.]\p{L}|:[ \t]*[.#\p{L}])[^{}\r\n]*\}(?=[ \t#]*(?:[\r\n]|$))(?<=(?:[)\]*_`]|^#.*|(?:^|\n)[ \t>]*)\{[^{}\r\n]*\})/gu,
    instead: 'nothing in its place; the anchor of a heading is made of its words',
    signs: ['{#', '{.', '{:'],
  },
]

/** The few that a text may hold. Looking for signs takes a hundredth of trying each expression on every paragraph. */
export const possibleIn = (text: string): Extension[] =>
  extensions.filter(({ signs }) =>
    signs.some((sign) => (typeof sign === 'string' ? text.includes(sign) : sign.test(text))),
  )
