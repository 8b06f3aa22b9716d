import { type Document, parseDocument, Schema } from 'yaml'
import type { Finding } from '../model/diagnostic.ts'
import { forbidden, tooDeepAt } from './yaml-forbidden.ts'
import { type Places, placesOf } from './yaml-places.ts'
import { yamlSlips } from './yaml-slips.ts'

export type { Path } from './yaml-places.ts'

/** A YAML document as plain data, with the place of every key and value. */
export interface YamlData extends Places {
  /** Undefined when the YAML has findings. */
  readonly data: unknown
  readonly findings: readonly Finding[]
}

const tooDeep = 'Unexpected deep nesting in YAML, expected a few levels'

// Made once: the library would make one for every document.
const schema = new Schema({ schema: 'core', merge: false, resolveKnownTags: false })

const help: Readonly<Record<string, string>> = {
  NON_STRING_KEY: 'Unexpected key that is not text, expected a name; quote it if it is one',
  TAB_AS_INDENT: 'Unexpected tab, expected spaces for indentation',
  MULTIPLE_DOCS: 'Unexpected second YAML document, expected one',
  RESOURCE_EXHAUSTION: tooDeep,
}

const parse = (text: string): Document =>
  parseDocument(text, {
    version: '1.2',
    schema,
    strict: true,
    uniqueKeys: false,
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'error',
  })

function isReadable(text: string): boolean {
  try {
    return parse(text).errors.length === 0
  } catch {
    return false
  }
}

/** What YAML itself says of a text. What follows from an error on the same line is not told. */
function syntaxErrors({ errors, warnings }: Document, text: string): Finding[] {
  const said = [...errors, ...warnings].filter(({ message }) => !message.startsWith('Missing directives-end'))
  if (said.length === 0) return []
  const slips = yamlSlips(text, isReadable)
  if (slips.length > 0) return slips
  const lines = new Set<number>()
  return said.flatMap(({ code, message, pos }): Finding[] => {
    const line = text.lastIndexOf('\n', pos[0] - 1)
    if (lines.has(line)) return []
    lines.add(line)
    const at = { start: pos[0], end: Math.min(Math.max(pos[1], pos[0] + 1), Math.max(text.length, pos[0])) }
    const expected = `Unexpected YAML: ${message.split('\n')[0]}, expected \`key: value\` lines`
    return [{ at, message: help[code] ?? expected }]
  })
}

/** Reads YAML with its safest settings. Offsets count from the beginning of `text`. */
export function readYaml(text: string): YamlData {
  const whole = { start: 0, end: text.length }
  const findings: Finding[] = []
  const deep = tooDeepAt(text)
  if (deep)
    return { data: undefined, findings: [{ at: deep, message: tooDeep }], at: () => deep, keyAt: () => deep }
  let document: Document
  try {
    document = parse(text)
  } catch {
    return {
      data: undefined,
      findings: [{ at: whole, message: tooDeep }],
      at: () => whole,
      keyAt: () => whole,
    }
  }
  findings.push(...syntaxErrors(document, text))
  const [head = text] = text.split(/^---/m)
  const directive = /^%[^\n]*/m.exec(head)
  if (directive)
    findings.push({
      at: { start: directive.index, end: directive.index + directive[0].length },
      message: 'Unexpected YAML directive, expected none',
    })
  // Hostile text has more findings than a call takes arguments.
  for (const finding of forbidden(document)) findings.push(finding)
  const data: unknown = findings.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 })
  return { data, findings, ...placesOf(document, text) }
}
