import type { Root } from 'mdast'
import type { StageFinding } from '../model/diagnostic.ts'
import type { Matter } from '../model/document.ts'
import type { Validate } from '../model/validate.ts'
import { beyondBounds } from './bounds.ts'
import { readFrontMatter } from './front-matter.ts'
import type { ParseMarkdown } from './markdown.ts'
import { nestingAfter, nestingBefore } from './nesting.ts'

/** How a kind of file is read. */
interface Reading {
  readonly validate: Validate
  /** The schema that `validate` was compiled from. */
  readonly schema: unknown
  readonly parse: ParseMarkdown
  /** Whether one that is not of this kind by any sign is read too: a definition document is known by its name. */
  readonly always: boolean
}

/** A Markdown file with front matter, and what its stages found. */
export interface MarkdownFile<T> {
  readonly findings: readonly StageFinding[]
  /** Undefined when the file can't be read at all. */
  readonly content?: {
    readonly matter: Matter<T>
    readonly tree: Root
    /** Where the front matter ends. */
    readonly end: number
  }
}

/** Reads front matter and syntax tree, unless that would take too long or make no sense. */
export function readMarkdownFile<T>(
  text: string,
  { validate, schema, parse, always }: Reading,
): MarkdownFile<T> {
  const deep = nestingBefore(text)
  if (deep) return { findings: [deep] }
  const { matter, findings, closed, foreign, end } = readFrontMatter<T>(text, validate, schema)
  if (!closed || (foreign && !always)) return { findings }
  const large = beyondBounds(text, end)
  if (large) return { findings: [...findings, large] }
  const tree = parse(text)
  const nested = nestingAfter(tree)
  if (nested) return { findings: [...findings, nested] }
  return { findings, content: { matter, tree, end } }
}
