import path from 'node:path'
import trackSchema from '../../schemas/track.schema.json' with { type: 'json' }
import type { StageFinding } from '../model/diagnostic.ts'
import type { SourceText } from '../model/document.ts'
import type { TrackMatter } from '../model/generated/authored/track.ts'
import { track as validateTrack } from '../model/generated/authored/validators.js'
import type { Track } from '../model/track.ts'
import { readDocument } from './document.ts'
import { literalMarkup } from './literal-markup/literal-markup.ts'
import { type ParseMarkdown, parseMarkdown } from './markdown.ts'
import { readMarkdownFile } from './markdown-file.ts'
import { mendedTree } from './mended-tree.ts'
import { notATrack } from './not-a-drill.ts'
import { plainMarkdown } from './plain-markdown.ts'

export interface ParsedTrack {
  /** Undefined when the file can't be read as a track at all. */
  readonly track: Track | undefined
  readonly findings: readonly StageFinding[]
}

/** Text of a track to its model, with the findings of the stages on the way. */
export function parseTrack(source: SourceText, parse: ParseMarkdown = parseMarkdown): ParsedTrack {
  const { file, text } = source
  const { findings, content } = readMarkdownFile<TrackMatter>(text, {
    validate: validateTrack,
    schema: trackSchema,
    parse,
    always: false,
  })
  if (!content) return { track: undefined, findings }
  const { matter, tree, end } = content
  const other = notATrack(file, text, end)
  if (other) return { track: undefined, findings: [other] }
  const literal = literalMarkup(tree, text, { criteria: [], headings: [] })
  const mended = mendedTree(tree, text, literal, parse)
  const track: Track = {
    ...readDocument(source, mended),
    kind: 'track',
    name: path.posix.basename(file).replace(/\.(?:md|markdown)$/i, ''),
    matter,
    tree: mended,
  }
  return { track, findings: [...findings, ...literal, ...plainMarkdown(mended, text, parse, literal)] }
}
