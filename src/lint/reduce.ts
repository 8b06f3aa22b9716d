import type { DefinitionDocument, Definitions, RedirectsDocument } from '../model/definitions.ts'
import { type CorpusFinding, compareDiagnostics, type Diagnostic } from '../model/diagnostic.ts'
import type { Corpus, Facts, Published } from '../model/facts.ts'
import type { PracticeLoopMatter } from '../model/generated/authored/practice-loop.ts'
import type { RubricMatter } from '../model/generated/authored/rubric.ts'
import { ruleUrl } from '../model/project.ts'
import type { CorpusRule } from '../rules/rule.ts'
import { rules } from '../rules/rules.ts'
import { applyExceptions } from './exceptions.ts'
import type { FileResult } from './lint-file.ts'

/** What a corpus is seen together with. */
export interface Surroundings {
  readonly published: Published
  readonly outside: Corpus['outside']
}

/** The findings of all files in order, and what the rules saw. */
export interface Reduced {
  /** In order. */
  readonly diagnostics: readonly Diagnostic[]
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

const checkWith =
  (some: readonly CorpusRule[]): Check =>
  (corpus) =>
    some.flatMap((rule) => Array.from(rule.check(corpus), (finding) => stamp(rule, finding)))

/** What one drill comes to on its own. */
export type Findings = Omit<FileResult<unknown>, 'value'>

/** Every file on its own, and what the definition documents say together. */
export interface Mapped {
  readonly loop: FileResult<DefinitionDocument<PracticeLoopMatter>>
  readonly rubric: FileResult<DefinitionDocument<RubricMatter>>
  readonly redirects: FileResult<RedirectsDocument>
  readonly definitions: Definitions | undefined
  /** Of each drill what is left of it when its syntax tree is gone. */
  readonly drills: readonly Findings[]
}

const checkFacts = checkWith(corpusRules.filter(({ definitionsOnly }) => !definitionsOnly))
/** What the definition documents alone show, whatever the drills are. */
export const checkDefinitions: Check = checkWith(corpusRules.filter(({ definitionsOnly }) => definitionsOnly))

/**
 * What only all files together show, and the findings of all of them in order.
 * @param definitionFindings for callers that remember them as long as the definition documents are the same
 */
export function reduce(
  { loop, rubric, redirects, definitions, drills }: Mapped,
  { published, outside }: Surroundings,
  definitionFindings: Check = checkDefinitions,
): Reduced {
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
