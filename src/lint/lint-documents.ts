import { type LazySource, load, type Source } from '../io/source.ts'
import { definitionFiles, loopFile, redirectsFile, rubricFile } from '../model/definition-files.ts'
import type { DefinitionDocument, Definitions, RedirectsDocument } from '../model/definitions.ts'
import type { SourceText } from '../model/document.ts'
import type { PracticeLoopMatter } from '../model/generated/authored/practice-loop.ts'
import type { RubricMatter } from '../model/generated/authored/rubric.ts'
import { readDefinitions } from '../model/read-definitions.ts'
import { type Parsed, parsePracticeLoop, parseRedirects, parseRubric } from '../parse/definitions.ts'
import type { ParseMarkdown } from '../parse/markdown.ts'
import { rules } from '../rules/rules.ts'
import { checkText, diagnosticsOf, fastPathFirst, raiseStages } from './check-text.ts'
import { documentFacts } from './drill-facts.ts'
import type { FileResult, ModelResult } from './file-result.ts'

/** The results of the files that say what a drill is; undefined for one that is not there. */
export interface DocumentResults {
  readonly loop: ModelResult<DefinitionDocument<PracticeLoopMatter>> | undefined
  readonly rubric: ModelResult<DefinitionDocument<RubricMatter>> | undefined
  readonly redirects: ModelResult<RedirectsDocument> | undefined
  /** Undefined when a definition document can't be used. */
  readonly definitions: Definitions | undefined
}

const documentChecks = rules.flatMap((rule) =>
  rule.scope === 'drill' && rule.checkDocument ? [{ id: rule.id, check: rule.checkDocument }] : [],
)

function lintDocument<T>(
  source: Source,
  read: (text: SourceText, parse: ParseMarkdown) => Parsed<DefinitionDocument<T>>,
): ModelResult<DefinitionDocument<T>> {
  const { file } = source
  return checkText(source, (text, found) =>
    fastPathFirst(text, (parse): ModelResult<DefinitionDocument<T>> => {
      const { document, findings } = read(text, parse)
      const raised = raiseStages(found, findings)
      if (!document) return { file, diagnostics: diagnosticsOf(text, raised) }
      for (const { id, check } of documentChecks)
        for (const finding of check(document)) raised.push({ rule: id, severity: 'error', finding })
      return {
        file,
        diagnostics: diagnosticsOf(text, raised),
        facts: documentFacts(document),
        model: document,
      }
    }),
  )
}

/** Lints `drills/practice-loop.md`. */
export const lintLoop = (source: Source): NonNullable<DocumentResults['loop']> =>
  lintDocument(source, parsePracticeLoop)

/** Lints `drills/rubric.md`. */
export const lintRubric = (source: Source): NonNullable<DocumentResults['rubric']> =>
  lintDocument(source, parseRubric)

/** Lints `drills/redirects.yml`. */
export function lintRedirects(source: Source): ModelResult<RedirectsDocument> {
  const { file } = source
  return checkText(source, (text, found): ModelResult<RedirectsDocument> => {
    const { document, findings } = parseRedirects(text)
    const diagnostics = diagnosticsOf(text, raiseStages(found, findings))
    return { file, diagnostics, ...(document && { model: document }) }
  })
}

const isDrill = (file: string): boolean => !definitionFiles.includes(file) && file !== redirectsFile

/** The files of a corpus that are drills, samples or tracks. */
export const drillsOf = <S extends { readonly file: string }>(sources: readonly S[]): readonly S[] =>
  sources.filter(({ file }) => isDrill(file))

/** Lints the definition documents of a corpus, and the redirects. */
export function lintDocuments(sources: readonly (Source | LazySource)[]): DocumentResults {
  const lintOne = <R extends FileResult>(file: string, lint: (source: Source) => R): R | undefined => {
    const entry = sources.find((each) => each.file === file)
    return entry && lint(load(entry))
  }
  const loop = lintOne(loopFile, lintLoop)
  const rubric = lintOne(rubricFile, lintRubric)
  const redirects = lintOne(redirectsFile, lintRedirects)
  return { loop, rubric, redirects, definitions: readDefinitions(loop?.model, rubric?.model) }
}
