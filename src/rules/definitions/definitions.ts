import type { CorpusFinding } from '../../model/diagnostic.ts'
import type { Corpus } from '../../model/facts.ts'
import type { CorpusRule } from '../rule.ts'
import { loopFindings } from './loop.ts'
import { rubricFindings } from './rubric.ts'

function* check({ loop, rubric }: Corpus): Generator<CorpusFinding> {
  const start = { line: 1, column: 1, endLine: 1, endColumn: 1 }
  if (!rubric)
    yield {
      file: 'drills/rubric.md',
      place: start,
      message: 'Unexpected missing rubric, expected a readable file `drills/rubric.md` with criteria',
    }
  if (loop) yield* loopFindings(loop, rubric?.matter.data?.lists)
  if (rubric)
    yield* rubricFindings(
      rubric,
      loop?.matter.data?.sections.map(({ id }) => id),
    )
}

export const definitions: CorpusRule = {
  id: 'definitions',
  scope: 'corpus',
  definitionsOnly: true,
  description: 'definition documents that do not fit together',
  check,
}
