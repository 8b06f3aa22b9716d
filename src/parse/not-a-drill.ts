import path from 'node:path'
import drillSchema from '../../schemas/drill.schema.json' with { type: 'json' }
import sampleSchema from '../../schemas/sample.schema.json' with { type: 'json' }
import trackSchema from '../../schemas/track.schema.json' with { type: 'json' }
import type { StageFinding } from '../model/diagnostic.ts'
import type { Drill } from '../model/drill.ts'
import { samplesFolder } from '../model/sample.ts'
import { tracksFolder } from '../model/track.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { oneOf, quote } from '../text/quote.ts'
import { spanOf } from './span.ts'

/** Whether a front matter has a key of a schema, be it misspelt. */
function hasKeyOf(matter: string, { properties }: { readonly properties: object }): boolean {
  const known = Object.keys(properties)
  return Array.from(matter.matchAll(/^["']?([\w-]{1,40})["']?[ \t]*:/gm)).some(
    ([, key = '']) => didYouMean(key, known) !== undefined,
  )
}

const anyKey = /^["']?[\w-]+["']?[ \t]*:/m

const firstLine = (text: string): { start: number; end: number } => ({
  start: 0,
  end: text.search(/[\r\n]|$/),
})

/** What a file is told that holds no drill, in place of every section that it lacks of one. */
export interface NotADrill {
  readonly finding: StageFinding
  /** Whether its front matter is that of a drill, and is judged. */
  readonly hasMatter: boolean
}

/** Finds out whether a file has nothing of a drill: no key of its front matter, or no text. */
export function notADrill({ file, text, tree, claims }: Drill): NotADrill | undefined {
  if (claims.some(({ role }) => role !== 'unknown')) return undefined
  const yaml = tree.children.find(({ type }) => type === 'yaml')
  const end = yaml ? spanOf(yaml).end : 0
  const blocks = tree.children.filter(({ type }) => type !== 'yaml')
  const [first] = blocks
  const matter = text.slice(0, end)
  if (anyKey.test(matter) && !hasKeyOf(matter, drillSchema)) {
    const name = quote(path.posix.basename(file))
    const message = `Unexpected file ${name} with neither the keys nor the headings of a drill, expected drills only; move it out of \`drills/\`, or begin with what \`drills new\` writes`
    return { finding: { rule: 'front-matter', at: firstLine(text), message }, hasMatter: false }
  }
  if (!first) {
    const message =
      'Unexpected end of the file behind the front matter, expected `# Title`, then `## Prompt` and so on; `drills new` writes them'
    return { finding: { rule: 'front-matter', at: { start: end, end }, message }, hasMatter: true }
  }
  if (first.type !== 'html' || blocks.some(({ type }) => type === 'heading')) return undefined
  const message =
    'Unexpected HTML in place of the text, expected Markdown: `# Title`, then `## Prompt` and so on'
  return { finding: { rule: 'plain-markdown', at: spanOf(first), message }, hasMatter: true }
}

/** What a folder holds besides drills. */
interface Other {
  readonly schema: { readonly properties: object; readonly required: readonly string[] }
  readonly one: string
  readonly all: string
  readonly folder: string
}

const notAn =
  ({ schema, one, all, folder }: Other) =>
  (file: string, text: string, end: number): StageFinding | undefined => {
    const matter = text.slice(0, end)
    if (!anyKey.test(matter) || hasKeyOf(matter, schema)) return undefined
    const message = `Unexpected file ${quote(path.posix.basename(file))} without the keys of ${one} (${oneOf(schema.required, 'and')}), expected ${all} only; add them, or move it out of \`${folder}/\``
    return { rule: 'front-matter', at: firstLine(text), message }
  }

/** What a file among the samples is told whose front matter, which ends at an offset, has no key of a sample. */
export const notASample = notAn({
  schema: sampleSchema,
  one: 'a sample',
  all: 'sample answers',
  folder: samplesFolder,
})

/** The same for a file among the tracks. */
export const notATrack = notAn({
  schema: trackSchema,
  one: 'a track',
  all: 'tracks',
  folder: tracksFolder,
})
