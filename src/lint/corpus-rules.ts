import { type CorpusFinding, compareDiagnostics, type Diagnostic } from '../model/diagnostic.ts'
import type { Corpus } from '../model/facts.ts'
import type { History } from '../model/history.ts'
import { isSampleFile } from '../model/sample.ts'
import { isTrackFile } from '../model/track.ts'
import type { CorpusRule } from '../rules/rule.ts'
import { rules } from '../rules/rules.ts'
import { byFile } from '../text/compare-text.ts'
import { applyExceptions } from './exceptions.ts'
import type { FileResult } from './file-result.ts'
import type { DocumentResults } from './lint-documents.ts'
import { makeDiagnostic } from './make-diagnostic.ts'

/** What a corpus is linted with besides its files. */
export interface Surroundings {
  readonly history: History
  /** Files that the change at hand touches, where somebody asked for them. */
  readonly recent?: readonly string[] | undefined
  readonly outside: Corpus['outside']
}

/** The findings of all files, in order, and what corpus rules saw. */
export interface CorpusResult {
  readonly diagnostics: readonly Diagnostic[]
  readonly corpus: Corpus
}

type Check = (corpus: Corpus) => readonly Diagnostic[]

const corpusRules = rules.filter((rule): rule is CorpusRule => rule.scope === 'corpus')

const stampFinding = (rule: CorpusRule, finding: CorpusFinding): Diagnostic =>
  makeDiagnostic(rule.id, finding.severity ?? rule.severity ?? 'error', finding)

const checkWith =
  (some: readonly CorpusRule[]): Check =>
  (corpus) =>
    some.flatMap((rule) => Array.from(rule.check(corpus), (finding) => stampFinding(rule, finding)))

const checkDrills = checkWith(corpusRules.filter(({ definitionsOnly }) => !definitionsOnly))

/** What the definition documents alone show, whatever the drills are. */
export const checkDefinitions: Check = checkWith(corpusRules.filter(({ definitionsOnly }) => definitionsOnly))

/** The id that a drill would have by its file name. */
const idOf = (file: string): string[] =>
  isSampleFile(file) || isTrackFile(file) ? [] : (file.match(/([^/]+)\.md$/)?.slice(1) ?? [])

/**
 * Applies the rules that need all files together, then the exceptions.
 * @param checkDefinitionsOnce for callers that cache these findings as long as the definition documents are the same
 */
export function applyCorpusRules(
  { loop, rubric, redirects, definitions }: DocumentResults,
  drills: readonly FileResult[],
  { history, recent = [], outside }: Surroundings,
  checkDefinitionsOnce: Check = checkDefinitions,
): CorpusResult {
  const results = [loop, rubric, redirects, ...drills].filter((result) => result !== undefined)
  const corpus: Corpus = {
    facts: results.flatMap(({ facts }) => facts ?? []).sort(byFile),
    unread: drills.flatMap(({ file, facts }) => (facts ? [] : idOf(file))),
    loop: loop?.model,
    rubric: rubric?.model,
    redirects: redirects?.model,
    history,
    recent: new Set(recent),
    definitions,
    outside,
  }
  const all = [
    ...results.flatMap(({ diagnostics }) => diagnostics),
    ...checkDrills(corpus),
    ...checkDefinitionsOnce(corpus),
  ]
  return { diagnostics: applyExceptions(all, corpus.facts).sort(compareDiagnostics), corpus }
}
