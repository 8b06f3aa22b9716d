import { definitionFiles, loopFile, redirectsFile, rubricFile } from './definition-files.ts'
import { readDefinitions } from './definitions.ts'
import { type CorpusFinding, compareDiagnostics, type Diagnostic } from './diagnostic.ts'
import { applyExceptions } from './exceptions.ts'
import type { Corpus, Facts, Published } from './facts.ts'
import type { PracticeLoopMatter } from './generated/authored/practice-loop.ts'
import type { RubricMatter } from './generated/authored/rubric.ts'
import { type FileResult, lintDocument, lintDrill, lintRedirects } from './lint-file.ts'
import type { DefinitionDocument, Definitions, Drill, RedirectsDocument } from './model.ts'
import { parsePracticeLoop, parseRedirects, parseRubric } from './parse/definitions.ts'
import { ruleUrl } from './project.ts'
import { load, type Source, type Unread } from './read.ts'
import { rules } from './rules/index.ts'
import type { CorpusRule } from './rules/rule.ts'

export interface LintInput {
  readonly sources: readonly (Source | Unread)[]
  readonly published: Published
  readonly outside: Corpus['outside']
}

export interface LintResult<T> {
  /** In order. */
  readonly diagnostics: readonly Diagnostic[]
  /** What `each` made of every drill that could be read, in the order of files. */
  readonly drills: readonly T[]
  readonly corpus: Corpus
}

/** Findings of corpus rules. */
type Check = (corpus: Corpus) => readonly Diagnostic[]

const corpusRules = rules.filter((rule): rule is CorpusRule => rule.scope === 'corpus')

function stamp(rule: CorpusRule, { file, place, message, expected, related }: CorpusFinding): Diagnostic {
  return {
    file,
    ...place,
    severity: rule.severity ?? 'error',
    rule: rule.id,
    message,
    url: ruleUrl(rule.id),
    ...(expected && { expected }),
    ...(related && { related }),
  }
}

/** Every file on its own, and what the definition documents say together. */
export interface Mapped {
  readonly loop: FileResult<DefinitionDocument<PracticeLoopMatter>>
  readonly rubric: FileResult<DefinitionDocument<RubricMatter>>
  readonly redirects: FileResult<RedirectsDocument>
  readonly definitions: Definitions | undefined
  readonly drills: readonly Omit<FileResult<unknown>, 'value'>[]
}

export const lintLoop = (source: Source): Mapped['loop'] => lintDocument(source, parsePracticeLoop)
export const lintRubric = (source: Source): Mapped['rubric'] => lintDocument(source, parseRubric)
export const lintRedirectsFile = (source: Source): Mapped['redirects'] =>
  lintRedirects(source, parseRedirects)

const checkWith =
  (some: readonly CorpusRule[]): Check =>
  (corpus) =>
    some.flatMap((rule) => Array.from(rule.check(corpus), (finding) => stamp(rule, finding)))

const checkFacts = checkWith(corpusRules.filter(({ definitionsOnly }) => !definitionsOnly))
/** What the definition documents alone show, whatever the drills are. */
export const checkDefinitions: Check = checkWith(corpusRules.filter(({ definitionsOnly }) => definitionsOnly))

/**
 * What only all files together show, and the findings of all of them in order.
 * @param definitionFindings for callers that remember them as long as the definition documents are the same
 */
export function reduce(
  { loop, rubric, redirects, definitions, drills }: Mapped,
  { published, outside }: Pick<LintInput, 'published' | 'outside'>,
  definitionFindings: Check = checkDefinitions,
): Omit<LintResult<never>, 'drills'> {
  const results = [loop, rubric, redirects, ...drills]
  const facts: Facts[] = results.flatMap((result) => result.facts ?? [])
  const corpus: Corpus = {
    facts: facts.sort((a, b) => (a.file < b.file ? -1 : 1)),
    unread: drills.flatMap((result) =>
      result.facts ? [] : (result.diagnostics[0]?.file.match(/([^/]+)\.md$/)?.[1] ?? []),
    ),
    loop: loop.value,
    rubric: rubric.value,
    redirects: redirects.value,
    published,
    definitions,
    outside,
  }
  const found = [...checkFacts(corpus), ...definitionFindings(corpus)]
  const all = [...results.flatMap(({ diagnostics }) => diagnostics), ...found]
  return { diagnostics: applyExceptions(all, corpus.facts).sort(compareDiagnostics), corpus }
}

/**
 * Lints a whole corpus: every file on its own, then what only all of them together show.
 * @param each takes what is wanted of a drill while its syntax tree is at hand
 */
export function lint<T>(
  input: LintInput,
  each: (drill: Drill, definitions: Definitions) => T,
): LintResult<T> {
  const sources = new Map(input.sources.map((source) => [source.file, source]))
  const read = <R>(file: string, by: (source: Source) => FileResult<R>): FileResult<R> => {
    const source = sources.get(file)
    return source ? by(load(source)) : { diagnostics: [] }
  }
  const loop = read(loopFile, lintLoop)
  const rubric = read(rubricFile, lintRubric)
  const redirects = read(redirectsFile, lintRedirectsFile)
  const definitions = readDefinitions(loop.value, rubric.value)
  const results: Mapped['drills'][number][] = []
  const drills: T[] = []
  for (const source of input.sources) {
    if (definitionFiles.includes(source.file) || source.file === redirectsFile) continue
    const { value, ...result } = lintDrill(load(source), definitions)
    results.push(result)
    if (value && definitions) drills.push(each(value, definitions))
  }
  return { ...reduce({ loop, rubric, redirects, definitions, drills: results }, input), drills }
}
