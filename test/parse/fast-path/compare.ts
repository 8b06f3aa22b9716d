import type { Root } from 'mdast'
import { drillFacts } from '../../../src/lint/drill-facts.ts'
import { lintLoop, lintRubric } from '../../../src/lint/lint-documents.ts'
import type { Definitions } from '../../../src/model/definitions.ts'
import { readDefinitions } from '../../../src/model/read-definitions.ts'
import { compileDrill } from '../../../src/package/compile/drill.ts'
import { parseDrill } from '../../../src/parse/drill.ts'
import { decode } from '../../../src/parse/encoding.ts'
import { allowsFastPath, parseFast } from '../../../src/parse/fast-path.ts'
import { type ParseMarkdown, parseMarkdown } from '../../../src/parse/markdown.ts'
import { rules } from '../../../src/rules/rules.ts'
import { paths, valid } from '../../support/corpus.ts'

/** The native parser. Without it there is nothing to compare. */
export const fast: ParseMarkdown =
  parseFast ??
  (() => {
    throw new Error('satteri can’t be loaded on this machine')
  })

/** A tree without the order of its keys and without fields that say nothing, as text. */
export const treeText = (tree: Root): string =>
  JSON.stringify(tree, (_, value: unknown) =>
    value === null || typeof value !== 'object' || Array.isArray(value)
      ? (value ?? undefined)
      : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))),
  )

const encoder = new TextEncoder()

/** Whether the text holds no character that rule `encoding` forbids: with one it never passes. */
export const encodes = (text: string): boolean => decode(encoder.encode(text)).findings.length === 0

/** Whether the fast path is open to a text, so that both trees must be the same. */
export const taken = (text: string): boolean => allowsFastPath(text) && encodes(text)

/** Where two trees of a text on the fast path begin to differ; undefined where they don't. */
export function treesDiffer(text: string): string | undefined {
  const [first, second] = [treeText(fast(text)), treeText(parseMarkdown(text))]
  if (first === second) return undefined
  let at = 0
  while (first[at] === second[at]) at += 1
  const from = Math.max(0, at - 200)
  return `satteri: …${first.slice(from, at + 200)}\nremark:  …${second.slice(from, at + 200)}`
}

/** The definitions of the fixtures. */
export const definitions: Definitions =
  readDefinitions(
    lintLoop({ file: paths.loop, bytes: encoder.encode(valid.loop) }).model,
    lintRubric({ file: paths.rubric, bytes: encoder.encode(valid.rubric) }).model,
  ) ??
  (() => {
    throw new Error('the fixtures hold no definitions')
  })()

const drillRules = rules.filter((rule) => rule.scope === 'drill')

/** What one parser makes of a drill: every finding, and as text what else other files and apps get to see. */
export function outcome(
  file: string,
  text: string,
  parse: ParseMarkdown,
): { findings: readonly unknown[]; facts: string; bytes: string } {
  const { drill, findings } = parseDrill({ file, text, base: 0 }, definitions, parse)
  if (!drill) return { findings, facts: '', bytes: '' }
  const found = drillRules.flatMap((rule) => [...rule.check(drill, definitions)])
  const bytes = JSON.stringify(compileDrill(drill, definitions))
  return { findings: [...findings, ...found], facts: JSON.stringify(drillFacts(drill)), bytes }
}

export interface Compared {
  /** Whether the fast path is open to the text. */
  readonly taken: boolean
  /** Whether the fast parser finds nothing, so that what it read would stand. */
  readonly stands: boolean
  /** What differs although the result would stand. */
  readonly difference?: string
}

/** Whether a drill that is clean through the fast parser is clean through the authority and comes to the same. */
export function compareDrill(file: string, text: string): Compared {
  if (!taken(text)) return { taken: false, stands: false }
  const first = outcome(file, text, fast)
  if (first.findings.length > 0) return { taken: true, stands: false }
  const second = outcome(file, text, parseMarkdown)
  const [a, b] = [JSON.stringify(first), JSON.stringify(second)]
  const difference = a === b ? treesDiffer(text) : `satteri: ${a}\nremark:  ${b}`
  return { taken: true, stands: true, ...(difference !== undefined && { difference }) }
}
