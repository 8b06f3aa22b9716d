import type { Source } from '../io/source.ts'
import type { DefinitionDocument, Definitions, RedirectsDocument } from '../model/definitions.ts'
import type { Diagnostic, Finding, Severity, StageFinding } from '../model/diagnostic.ts'
import type { SourceText } from '../model/document.ts'
import type { Drill } from '../model/drill.ts'
import type { Facts } from '../model/facts.ts'
import { ruleUrl } from '../model/project.ts'
import type { Parsed } from '../parse/definitions.ts'
import { parseDrill } from '../parse/drill.ts'
import { decode, tooLarge } from '../parse/encoding.ts'
import { allowsFastPath, parseFast } from '../parse/fast-path.ts'
import { type ParseMarkdown, parseMarkdown } from '../parse/markdown.ts'
import type { DrillRule } from '../rules/rule.ts'
import { rules } from '../rules/rules.ts'
import { locator } from '../text/locator.ts'
import { documentFacts, drillFacts } from './drill-facts.ts'

/** What one file comes to on its own. */
export interface FileResult<T> {
  readonly diagnostics: readonly Diagnostic[]
  readonly facts?: Facts
  /** The model of the file, where it could be read. */
  readonly value?: T
}

interface Raised {
  readonly rule: string
  readonly severity: Severity
  readonly finding: Finding
}

const drillRules = rules.filter((rule): rule is DrillRule => rule.scope === 'drill')

const raise = (finding: StageFinding): Raised => ({ rule: finding.rule, severity: 'error', finding })

/** Gives findings everything that a rule can't get wrong: file, place, rule, severity and address. */
function stamp({ file, text, base }: SourceText, raised: readonly Raised[]): Diagnostic[] {
  if (raised.length === 0) return []
  const locate = locator(text, base)
  return raised.map(
    ({ rule, severity, finding: { at, message, severity: own = severity, expected, related, fix } }) => ({
      file,
      ...locate(at),
      severity: own,
      rule,
      message,
      url: ruleUrl(rule),
      ...(expected && { expected }),
      ...(related && {
        related: related.map((other) => ({ file, ...locate(other.at), message: other.message })),
      }),
      ...(fix && {
        fix: fix.map(({ start, end, text: by }) => ({ start: start + base, end: end + base, text: by })),
      }),
    }),
  )
}

/** A file as text, or why it has none. */
function open(source: Source): { text: SourceText | undefined; findings: readonly StageFinding[] } {
  if ('failure' in source) {
    const message = `Unexpected ${source.failure}, expected a regular file that can be read`
    return { text: undefined, findings: [{ rule: 'read', at: { start: 0, end: 0 }, message }] }
  }
  if ('size' in source) return { text: undefined, findings: [tooLarge(source.size)] }
  const { text, base, findings } = decode(source.bytes)
  return { text: { file: source.file, text, base }, findings }
}

function unopened(source: Source, findings: readonly StageFinding[]): FileResult<never> {
  return { diagnostics: stamp({ file: source.file, text: '', base: 0 }, findings.map(raise)) }
}

const severityOf = (rule: DrillRule, drill: Drill): Severity => {
  const draft = drill.matter.data?.status === 'draft' && rule.lenientInDrafts
  return draft ? 'warning' : (rule.severity ?? 'error')
}

/** Checks a text on the fast path, and again as `parseMarkdown` reads it if that has any finding. */
function fastPathFirst<T>(
  { text }: SourceText,
  check: (parse: ParseMarkdown) => FileResult<T>,
): FileResult<T> {
  if (parseFast && allowsFastPath(text)) {
    const result = check(parseFast)
    if (result.diagnostics.length === 0) return result
  }
  return check(parseMarkdown)
}

/** Reads, parses and checks one drill. */
export function lintDrill(source: Source, definitions: Definitions | undefined): FileResult<Drill> {
  const { text, findings } = open(source)
  if (!text) return unopened(source, findings)
  return fastPathFirst(text, (parse) => {
    const parsed = parseDrill(text, definitions, parse)
    const raised = [...findings, ...parsed.findings].map(raise)
    const { drill } = parsed
    if (!drill) return { diagnostics: stamp(text, raised) }
    for (const rule of definitions ? drillRules : []) {
      const severity = severityOf(rule, drill)
      for (const finding of definitions ? rule.check(drill, definitions) : [])
        raised.push({ rule: rule.id, severity, finding })
    }
    return { diagnostics: stamp(text, raised), facts: drillFacts(drill, definitions), value: drill }
  })
}

/** Reads, parses and checks one definition document. */
export function lintDocument<T>(
  source: Source,
  read: (text: SourceText, parse: ParseMarkdown) => Parsed<DefinitionDocument<T>>,
): FileResult<DefinitionDocument<T>> {
  const { text, findings } = open(source)
  if (!text) return unopened(source, findings)
  return fastPathFirst(text, (parse) => {
    const parsed = read(text, parse)
    const raised = [...findings, ...parsed.findings].map(raise)
    const { document } = parsed
    if (!document) return { diagnostics: stamp(text, raised) }
    for (const rule of drillRules) {
      for (const finding of rule.checkDocument?.(document) ?? [])
        raised.push({ rule: rule.id, severity: 'error', finding })
    }
    return { diagnostics: stamp(text, raised), facts: documentFacts(document), value: document }
  })
}

/** Reads and checks the redirects, which are YAML and no Markdown. */
export function lintRedirects(
  source: Source,
  parse: (text: SourceText) => Parsed<RedirectsDocument>,
): FileResult<RedirectsDocument> {
  const { text, findings } = open(source)
  if (!text) return unopened(source, findings)
  const parsed = parse(text)
  const diagnostics = stamp(text, [...findings, ...parsed.findings].map(raise))
  return { diagnostics, ...(parsed.document && { value: parsed.document }) }
}
