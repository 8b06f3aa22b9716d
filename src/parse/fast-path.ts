import type { Root } from 'mdast'
import { fences } from './front-matter.ts'
import type { ParseMarkdown } from './markdown.ts'

// satteri has no binary for some machines: there every text goes through `parseMarkdown`.
const markdownToMdast = await import('satteri').then(
  ({ markdownToMdast }) => markdownToMdast,
  () => undefined,
)

/**
 * Markdown to the tree of `parseMarkdown`, 25 times faster, for texts that `allowsFastPath` lets through. It saves time
 * where there is nothing to decide: what has a finding is parsed again by `parseMarkdown`.
 */
export const parseFast: ParseMarkdown | undefined =
  markdownToMdast &&
  ((text) => markdownToMdast(text, { features: { gfm: false, frontmatter: true } }) as Root)

/**
 * What satteri and remark-parse don't always read alike, as `npm run fuzz` found it. None of it is usual in a drill, so
 * each expression is wider than it need be. It is tried only on texts that have one of its signs, which halves the
 * time.
 */
const unlike: readonly (readonly [signs: readonly string[], pattern: RegExp])[] = [
  // Code blocks, anything that may be one, and code between two marks and more.
  [['``', '~~~', '    '], /``|~~~|^ {4}/m],
  [[''], /[\t\\\ud800-\udfff]/],
  // Runs of emphasis that open and close at once.
  [['***', '__', '*_', '_*'], /[*_]{3}|__|\*_|_\*/],
  // List items whose text stands further off than the usual one blank, where the two count columns differently.
  [[''], /^ *(?:[-+*]|\d+[.)]) {2}/m],
  // List items that are empty or begin with another list.
  [[''], /^ *(?:[-+*]|\d{1,9}[.)])(?: *$| +(?:[-+*]|\d{1,9}[.)])(?: |$))/m],
  // Code that ends in another line.
  [['`'], /^[^`\r\n]*`(?:[^`\r\n]*`[^`\r\n]*`)*[^`\r\n]*$/m],
  // A definition that doesn't begin its line, or has something right below that is no definition.
  [[']:'], /(?<!^\[[^[\]\r\n]*)\]:|\]:.*\r?\n(?!\r?\n|\[[^[\]\r\n]*\]:|$)/m],
  // What may be the label of a definition and holds letters and spaces whose case and width are matters of opinion.
  [['['], /\[[\0-Z\\^-\x7f]*[^\0-\x7f][^\][]*\](?!\([^\s()<]*\))/],
  // An address that does not end in its line.
  [[']('], /\]\([^)\r\n]*$/m],
  // Emphasis beside characters of which later versions of Unicode may say that they are punctuation.
  [
    ['*', '_'],
    /[*_][^\0-\u024f\u0400-\u04ff\u2010-\u205e\u20a0-\u20bf\u2190-\u23ff\u3001-\u3003\u4e00-\u9fff]/,
  ],
  [
    ['*', '_'],
    /[^\0-\u024f\u0400-\u04ff\u2010-\u205e\u20a0-\u20bf\u2190-\u23ff\u3001-\u3003\u4e00-\u9fff][*_]/,
  ],
]

/** HTML, autolinks, entities, images, quotes. In code that ends in its line they are nothing but text. */
function holdsMarkup(body: string): boolean {
  const signs = /<[A-Za-z!?/]|&[#\w]|!\[|^ *>/m
  return signs.test(body) && signs.test(body.replace(/`[^`\r\n]*`/g, '`'))
}

/** Whether satteri and remark-parse read a text alike. */
export function allowsFastPath(text: string): boolean {
  const found = fences(text)
  if ('rule' in found || /[ \t]$|^\.\.\./m.test(text.slice(0, found.end))) return false
  const body = text.slice(found.end)
  return (
    !holdsMarkup(body) &&
    !unlike.some(([signs, pattern]) => signs.some((sign) => body.includes(sign)) && pattern.test(body))
  )
}
