import { load } from '../../../src/io/source.ts'
import { type LintInput, lintLoop, lintRubric } from '../../../src/lint/lint.ts'
import { lintDrill } from '../../../src/lint/lint-file.ts'
import { reduce } from '../../../src/lint/reduce.ts'
import type { Diagnostic } from '../../../src/model/diagnostic.ts'
import { readDefinitions } from '../../../src/model/read-definitions.ts'
import { type Files, paths, sources } from '../../support/corpus.ts'

export const inputOf = (files: Files): LintInput => ({
  sources: sources(files),
  published: { ids: [] },
  outside: () => undefined,
})

const isDrill = (file: string): boolean => /^drills\/[a-z]+\//.test(file)

const [loopSource, rubricSource] = [paths.loop, paths.rubric].map((name) =>
  sources({}).find(({ file }) => file === name),
)
if (!loopSource || !rubricSource) throw new Error('no definitions')
const loop = lintLoop(loopSource)
const rubric = lintRubric(rubricSource)
const definitions = readDefinitions(loop.value, rubric.value)

/** What `lint` finds in drills, with the valid definition documents read once for all. */
export function quickLint(input: LintInput): readonly Diagnostic[] {
  const drills = input.sources
    .filter(({ file }) => isDrill(file))
    .map((source) => {
      const { value: _, ...result } = lintDrill(load(source), definitions)
      return result
    })
  return reduce({ loop, rubric, redirects: { diagnostics: [] }, definitions, drills }, input, () => [])
    .diagnostics
}
