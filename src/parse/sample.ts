import path from 'node:path'
import sampleSchema from '../../schemas/sample.schema.json' with { type: 'json' }
import type { StageFinding } from '../model/diagnostic.ts'
import type { SourceText } from '../model/document.ts'
import type { SampleMatter } from '../model/generated/authored/sample.ts'
import { sample as validateSample } from '../model/generated/authored/validators.js'
import { type Sample, samplesFolder } from '../model/sample.ts'
import { readDocument } from './document.ts'
import { type ParseMarkdown, parseMarkdown } from './markdown.ts'
import { readMarkdownFile } from './markdown-file.ts'
import { notASample } from './not-a-drill.ts'
import { unsafeMarkdown } from './plain-markdown.ts'

export interface ParsedSample {
  /** Undefined when the file can't be read as a sample at all. */
  readonly sample: Sample | undefined
  readonly findings: readonly StageFinding[]
}

/** The folder of `drills/samples/` that a file stands in directly. */
function folderOf(file: string): string | undefined {
  const folder = path.posix.dirname(file)
  return path.posix.dirname(folder) === samplesFolder ? path.posix.basename(folder) : undefined
}

/** Text of a sample answer to its model. Candidates write as they like: only what is not safe to publish is found. */
export function parseSample(source: SourceText, parse: ParseMarkdown = parseMarkdown): ParsedSample {
  const { file, text } = source
  const { findings, content } = readMarkdownFile<SampleMatter>(text, {
    validate: validateSample,
    schema: sampleSchema,
    parse,
    always: false,
  })
  if (!content) return { sample: undefined, findings }
  const { matter, tree, end } = content
  const other = notASample(file, text, end)
  if (other) return { sample: undefined, findings: [other] }
  const sample: Sample = {
    ...readDocument(source, tree),
    kind: 'sample',
    name: path.posix.basename(file).replace(/\.(?:md|markdown)$/i, ''),
    folder: folderOf(file),
    matter,
    body: text.slice(end),
  }
  return { sample, findings: [...findings, ...unsafeMarkdown(tree, text, parse)] }
}
