import { readDefinitions } from './definitions.ts'
import { type CorpusFinding, compareDiagnostics, type Diagnostic } from './diagnostic.ts'
import { applyExceptions } from './exceptions.ts'
import { type FileResult, lintDocument, lintDrill, lintRedirects } from './lint-file.ts'
import type { Corpus, Definitions, Drill, Facts, Published } from './model.ts'
import { parsePracticeLoop, parseRedirects, parseRubric } from './parse/definitions.ts'
import { ruleUrl } from './project.ts'
import type { Source } from './read.ts'
import { rules } from './rules/index.ts'
import type { CorpusRule } from './rules/rule.ts'

/** The documents that say what a drill is. Their findings concern every drill. */
export const definitionFiles: readonly string[] = ['drills/practice-loop.md', 'drills/rubric.md']
const redirectsFile = 'drills/redirects.yml'

export interface LintInput {
  readonly sources: readonly Source[]
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
    return source ? by(source) : { diagnostics: [] }
  }
  const loop = read('drills/practice-loop.md', (source) => lintDocument(source, parsePracticeLoop))
  const rubric = read('drills/rubric.md', (source) => lintDocument(source, parseRubric))
  const redirects = read(redirectsFile, (source) => lintRedirects(source, parseRedirects))
  const definitions = readDefinitions(loop.value, rubric.value)
  const results: FileResult<unknown>[] = [loop, rubric, redirects]
  const drills: T[] = []
  for (const source of input.sources) {
    if (definitionFiles.includes(source.file) || source.file === redirectsFile) continue
    const { value, ...result } = lintDrill(source, definitions)
    results.push(result)
    if (value && definitions) drills.push(each(value, definitions))
  }
  const facts: Facts[] = results.flatMap((result) => result.facts ?? [])
  const corpus: Corpus = {
    facts: facts.sort((a, b) => (a.file < b.file ? -1 : 1)),
    loop: loop.value,
    rubric: rubric.value,
    redirects: redirects.value,
    published: input.published,
    definitions,
    outside: input.outside,
  }
  const found = corpusRules.flatMap((rule) =>
    Array.from(rule.check(corpus), (finding) => stamp(rule, finding)),
  )
  const all = [...results.flatMap(({ diagnostics }) => diagnostics), ...found]
  return { diagnostics: applyExceptions(all, corpus.facts).sort(compareDiagnostics), drills, corpus }
}
