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
  /** What was made of every drill that could be read, in the order of files. */
  readonly drills: readonly T[]
  readonly corpus: Corpus
}

/** What one drill comes to, without its syntax tree. */
export interface Known<T> {
  readonly result: Mapped['drills'][number]
  /** What the caller made of the drill; nothing where it could not be read. */
  readonly made: readonly T[]
}

/** What earlier runs found of drills that are still the same. */
export interface Memory<T> {
  readonly recall: (entry: Source | Unread) => Known<T> | undefined
  readonly keep: (source: Source, known: Known<T>) => void
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

/** What is wanted of every drill, one after the other, so that none of them has to stay in memory. */
export interface Wanted<T> {
  /** Takes it from a drill while its syntax tree is at hand. */
  readonly make: (drill: Drill, definitions: Definitions) => T
  /** Gets it, in the order of files. */
  readonly use: (made: T) => void
  /** Spares what is still known. */
  readonly memory?: Memory<T> | undefined
}

/** Lints a whole corpus: every file on its own, then what only all of them together show. */
export function lintEach<T>(
  input: LintInput,
  { make, use, memory }: Wanted<T>,
): Omit<LintResult<never>, 'drills'> {
  const sources = new Map(input.sources.map((source) => [source.file, source]))
  const read = <R>(file: string, by: (source: Source) => FileResult<R>): FileResult<R> => {
    const source = sources.get(file)
    return source ? by(load(source)) : { diagnostics: [] }
  }
  const loop = read(loopFile, lintLoop)
  const rubric = read(rubricFile, lintRubric)
  const redirects = read(redirectsFile, lintRedirectsFile)
  const definitions = readDefinitions(loop.value, rubric.value)
  const lintAnew = (source: Source): Known<T> => {
    const { value, ...result } = lintDrill(source, definitions)
    const known = { result, made: value && definitions ? [make(value, definitions)] : [] }
    memory?.keep(source, known)
    return known
  }
  const drills = input.sources
    .filter(({ file }) => !definitionFiles.includes(file) && file !== redirectsFile)
    .map((entry) => {
      const { result, made } = memory?.recall(entry) ?? lintAnew(load(entry))
      made.forEach(use)
      return result
    })
  return reduce({ loop, rubric, redirects, definitions, drills }, input)
}

/**
 * The same, with what is wanted of all drills together.
 * @param make takes what is wanted of a drill while its syntax tree is at hand
 */
export function lint<T>(
  input: LintInput,
  make: (drill: Drill, definitions: Definitions) => T,
): LintResult<T> {
  const drills: T[] = []
  return { ...lintEach(input, { make, use: (made) => drills.push(made) }), drills }
}
