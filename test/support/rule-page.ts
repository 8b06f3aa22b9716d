import type { Code, Root, RootContent } from 'mdast'
import { toString as plain } from 'mdast-util-to-string'
import { parseMarkdown } from '../../src/parse/markdown.ts'
import type { Span } from '../../src/text/place.ts'

/**
 * A fenced block of an example. The words behind its language say where it goes:
 * - `front-matter`: in place of the front matter of a valid drill,
 * - `section="…"`: in place of that heading and what stands under it, up to the next heading,
 * - `key="…"`: in place of that top-level key of the front matter,
 * - `in="…"`: the valid file for those three; `round` unless it says `incident`, `question`, `rubric` or `practice-loop`,
 * - `file="…"`: a whole file; with `failure="…"` one that can't be read for that reason,
 * - `repeat="40"`: its last line stands that many times,
 * - `escaped`: `\u0000` stands for a character and `\xff` for a byte.
 */
export interface Block {
  readonly line: number
  readonly text: string
  readonly where: ReadonlyMap<string, string>
}

/** Blocks that stand together in one corpus. */
export interface Example {
  readonly part: 'Incorrect' | 'Correct'
  readonly line: number
  readonly blocks: readonly Block[]
  /** Where the page shows what the tool prints. */
  readonly printed?: Span & { readonly text: string }
}

export interface RulePage {
  readonly headings: readonly string[]
  /** The paragraphs above the first part, as they are written. */
  readonly lead: readonly string[]
  readonly examples: readonly Example[]
}

const placeOf = ({ position }: RootContent): Span & { line: number } => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
  line: position?.start.line ?? 0,
})

function readBlock(code: Code): Block {
  const words = (code.meta ?? '').matchAll(/([a-z-]+)(?:="([^"]*)")?/g)
  const where = new Map(Array.from(words, ([, name = '', value = '']) => [name, value]))
  const lines = code.value.split('\n')
  const more = Array<string>(Number(where.get('repeat') ?? 1) - 1).fill(lines.at(-1) ?? '')
  return { line: placeOf(code).line, text: [...lines, ...more, ''].join('\n'), where }
}

/** Blocks belong to one example until other text, or what the tool prints, stands below them. */
function readExamples(nodes: readonly RootContent[], part: Example['part']): Example[] {
  const examples: Example[] = []
  let blocks: Block[] = []
  const close = (printed?: Example['printed']): void => {
    const [first] = blocks
    if (printed && !first) throw new Error(`\`\`\`text without an example above it: ${printed.text}`)
    if (first) examples.push({ part, line: first.line, blocks, ...(printed && { printed }) })
    blocks = []
  }
  for (const node of nodes) {
    if (node.type !== 'code') close()
    else if (node.lang === 'text' && !node.meta) close({ ...placeOf(node), text: node.value })
    else blocks.push(readBlock(node))
  }
  close()
  return examples
}

const under = ({ children }: Root, name: string): RootContent[] => {
  const isPart = (node: RootContent): boolean => node.type === 'heading' && node.depth === 2
  const from = children.findIndex((node) => isPart(node) && plain(node) === name)
  if (from < 0) return []
  const after = children.slice(from + 1)
  const to = after.findIndex(isPart)
  return to < 0 ? after : after.slice(0, to)
}

/** Reads the page of a rule. */
export function readRulePage(source: string): RulePage {
  const tree = parseMarkdown(source)
  const first = tree.children.findIndex((node) => node.type === 'heading' && node.depth === 2)
  return {
    headings: tree.children.flatMap((node) =>
      node.type === 'heading' ? `${'#'.repeat(node.depth)} ${plain(node)}` : [],
    ),
    lead: tree.children.slice(1, Math.max(1, first)).map((node) => {
      const { start, end } = placeOf(node)
      return source.slice(start, end)
    }),
    examples: (['Incorrect', 'Correct'] as const).flatMap((part) => readExamples(under(tree, part), part)),
  }
}

/** The page with what the tool prints today below each incorrect example. */
export function refill(source: string, { examples }: RulePage, print: (example: Example) => string): string {
  return examples.reduceRight((text, example) => {
    if (!example.printed) return text
    const { start, end } = example.printed
    return `${text.slice(0, start)}\`\`\`text\n${print(example)}\n\`\`\`${text.slice(end)}`
  }, source)
}
