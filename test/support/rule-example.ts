import { type Diagnostic, summarize } from '../../src/model/diagnostic.ts'
import type { PublishedRedirects } from '../../src/model/generated/history/published.ts'
import { text } from '../../src/report/text.ts'
import { type Files, lacksSamples, lintFiles, paths, sources, valid } from './corpus.ts'
import type { Block, Example } from './rule-page.ts'

const bases = {
  round: [paths.round, valid.round],
  incident: [paths.incident, valid.incident],
  question: [paths.question, valid.question],
  rubric: [paths.rubric, valid.rubric],
  'practice-loop': [paths.loop, valid.loop],
} as const

const isBase = (name: string): name is keyof typeof bases => Object.hasOwn(bases, name)
const published = 'history/published.json'

const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Replaces what a pattern matches; it must match once, and a block must not find the place of another one taken. */
function put(into: string, pattern: RegExp, block: Block): string {
  const hits = Array.from(into.matchAll(new RegExp(pattern, `${pattern.flags}g`))).length
  if (hits !== 1) throw new Error(`the block in line ${block.line} has ${hits} places to go to, expected one`)
  return into.replace(pattern, () => block.text)
}

function replaceIn(into: string, block: Block): string {
  const section = block.where.get('section')
  const key = block.where.get('key')
  if (section !== undefined) {
    const heading = new RegExp(
      `^#{1,6} ${literal(section)}\\n(?:(?!#{1,6} ).*\\n)*?(?=\\n#{1,6} |(?![\\s\\S]))`,
      'm',
    )
    return put(into, heading, block)
  }
  if (key !== undefined)
    return put(into, new RegExp(`^${literal(key)}:.*\\n(?:(?:[ #].*)?\\n)*?(?=\\n?\\S)`, 'm'), block)
  if (block.where.has('front-matter')) return put(into, /^---\n[\s\S]*?\n---\n/, block)
  throw new Error(`the block in line ${block.line} does not say where it goes`)
}

/** `\u0000` as the character, `\xff` as the byte. */
function bytesOf(escaped: string): Uint8Array {
  const parts = escaped.split(/(\\u[0-9a-f]{4}|\\x[0-9a-f]{2})/)
  return Buffer.concat(
    parts.map((part) => {
      const code = Number.parseInt(part.slice(2), 16)
      if (/^\\x/.test(part)) return Buffer.of(code)
      return Buffer.from(/^\\u/.test(part) ? String.fromCodePoint(code) : part)
    }),
  )
}

/** The files of an example beside the valid round, which is always there. */
export function assemble({ blocks }: Example): Files {
  const files: Record<string, string | Uint8Array | { readonly failure: string }> = {
    [paths.round]: valid.round,
  }
  for (const block of blocks) {
    const base = block.where.get('in') ?? 'round'
    const failure = block.where.get('failure')
    if (!isBase(base)) throw new Error(`the block in line ${block.line} goes into an unknown file: ${base}`)
    const [path, start] = bases[base]
    const file = block.where.get('file') ?? path
    const before = files[file] ?? start
    if (failure !== undefined) files[file] = { failure }
    else if (block.where.has('file')) files[file] = block.text
    else if (typeof before === 'string') files[file] = replaceIn(before, block)
    else throw new Error(`the block in line ${block.line} goes into a file that has no text any more`)
    const content = files[file]
    if (block.where.has('escaped') && typeof content === 'string') files[file] = bytesOf(content)
  }
  return files
}

/**
 * Lints an example; that it lacks samples is no matter to most. The drills of its `history/published.json` may be
 * abbreviated to `{}`, or to their criteria, and empty groups of its redirects left out.
 */
export function lintExample(files: Files): readonly Diagnostic[] {
  const asksForSamples = Object.keys(files).some((file) => file.startsWith('drills/samples/'))
  return lintAll(files).filter((found) => asksForSamples || !lacksSamples(found))
}

function lintAll(files: Files): readonly Diagnostic[] {
  const { [published]: history, ...corpus } = files
  if (typeof history !== 'string') return lintFiles(corpus).diagnostics
  const { drills, redirects } = JSON.parse(history) as {
    drills?: Record<string, { criteria?: readonly string[] }>
    redirects?: Partial<PublishedRedirects>
  }
  const criteria = Object.fromEntries(
    Object.entries(drills ?? {}).map(([id, { criteria: each = [] }]) => [id, each]),
  )
  return lintFiles(
    corpus,
    drills
      ? { published: { ids: Object.keys(drills), criteria, ...(redirects && { redirects }) } }
      : { history: { published: history, changes: undefined } },
  ).diagnostics
}

/** What the tool prints for findings, without the headings of files and the closing line. */
export function printFindings(files: Files, diagnostics: readonly Diagnostic[]): string {
  const lines = new Map(
    sources(files).flatMap((source) =>
      'bytes' in source
        ? [
            [
              source.file,
              new TextDecoder('utf-8', { ignoreBOM: true }).decode(source.bytes).split('\n'),
            ] as const,
          ]
        : [],
    ),
  )
  const lineOf = (file: string, line: number): string | undefined => lines.get(file)?.[line - 1]
  const print = (diagnostic: Diagnostic): string => {
    const diagnostics = [diagnostic]
    const printed = text({
      diagnostics,
      summary: summarize(diagnostics, 1),
      lineOf,
      color: false,
      columns: 80,
    })
    return printed.split('\n').slice(2, -3).join('\n')
  }
  return diagnostics.map(print).join('\n\n')
}
