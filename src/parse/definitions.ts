import loopSchema from '../../schemas/practice-loop.schema.json' with { type: 'json' }
import redirectsSchema from '../../schemas/redirects.schema.json' with { type: 'json' }
import rubricSchema from '../../schemas/rubric.schema.json' with { type: 'json' }
import type { DefinitionDocument, RedirectsDocument } from '../model/definitions.ts'
import type { StageFinding } from '../model/diagnostic.ts'
import type { SourceText } from '../model/document.ts'
import type { PracticeLoopMatter } from '../model/generated/authored/practice-loop.ts'
import type { RedirectsFile } from '../model/generated/authored/redirects.ts'
import type { RubricMatter } from '../model/generated/authored/rubric.ts'
import * as validators from '../model/generated/authored/validators.js'
import type { Validate } from '../model/validate.ts'
import { locator } from '../text/locator.ts'
import { readDocument } from './document.ts'
import { literalMarkup } from './literal-markup/literal-markup.ts'
import { type ParseMarkdown, parseMarkdown } from './markdown.ts'
import { readMarkdownFile } from './markdown-file.ts'
import { mendedTree } from './mended-tree.ts'
import { plainMarkdown } from './plain-markdown.ts'
import { validateData } from './schema.ts'
import { readYaml } from './yaml.ts'

/** Largest `redirects.yml` in characters: about a thousand redirects. */
const maxRedirectsLength = 64 * 1024

export interface Parsed<T> {
  readonly document: T | undefined
  readonly findings: readonly StageFinding[]
}

function parseDocument<T>(
  source: SourceText,
  validate: Validate,
  schema: unknown,
  parse: ParseMarkdown,
): Parsed<DefinitionDocument<T>> {
  const { text } = source
  const { findings, content } = readMarkdownFile<T>(text, { validate, schema, parse, always: true })
  if (!content) return { document: undefined, findings }
  const { matter, tree } = content
  const literal = literalMarkup(tree, text, { criteria: [], headings: [] })
  const mended = mendedTree(tree, text, literal, parse)
  return {
    document: { ...readDocument(source, mended), matter, tree: mended },
    findings: [...findings, ...literal, ...plainMarkdown(mended, text, parse, literal)],
  }
}

/** Reads `drills/practice-loop.md`. */
export function parsePracticeLoop(
  source: SourceText,
  parse: ParseMarkdown = parseMarkdown,
): Parsed<DefinitionDocument<PracticeLoopMatter>> {
  return parseDocument(source, validators.practiceLoop, loopSchema, parse)
}

/** Reads `drills/rubric.md`. */
export function parseRubric(
  source: SourceText,
  parse: ParseMarkdown = parseMarkdown,
): Parsed<DefinitionDocument<RubricMatter>> {
  return parseDocument(source, validators.rubric, rubricSchema, parse)
}

/** Reads `drills/redirects.yml`. */
export function parseRedirects({ file, text, base }: SourceText): Parsed<RedirectsDocument> {
  if (text.length > maxRedirectsLength) {
    const message = `Unexpected redirects of ${text.length} characters, expected at most ${maxRedirectsLength} (64 KiB)`
    const at = { start: 0, end: 0 }
    const matter = { data: undefined, at: () => at, keyAt: () => at }
    return {
      document: { file, matter, locate: locator(text, base) },
      findings: [{ rule: 'encoding', at, message }],
    }
  }
  const yaml = readYaml(text)
  const findings: StageFinding[] = yaml.findings.map((finding) => ({ ...finding, rule: 'front-matter' }))
  const filled = { ...yaml, data: yaml.data ?? {} }
  if (findings.length === 0) {
    for (const finding of validateData(filled, validators.redirects, redirectsSchema, text))
      findings.push({ ...finding, rule: 'schema' })
  }
  const data = findings.length === 0 ? (filled.data as RedirectsFile) : undefined
  return {
    document: { file, matter: { data, at: yaml.at, keyAt: yaml.keyAt }, locate: locator(text, base) },
    findings,
  }
}
