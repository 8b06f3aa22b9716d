import type { Definitions } from '../../model/definitions.ts'
import type { Finding } from '../../model/diagnostic.ts'
import type { Drill } from '../../model/drill.ts'
import { misnamedCriteria } from '../../parse/misnamed-criteria.ts'
import { misspeltAnchors } from '../../parse/misspelt-anchors.ts'
import { waitingMarks } from '../../parse/waiting.ts'
import { count, withArticle } from '../../text/grammar.ts'
import { quote } from '../../text/quote.ts'
import type { DrillRule } from '../rule.ts'
import { criterionCues } from './criterion-cues.ts'
import { criterionEvidence, foreignCriteria, misspeltLinks } from './criterion-evidence.ts'
import { criterionHeading } from './criterion-heading.ts'
import { criterionItems } from './criterion-items.ts'
import { cuesInPrompt } from './cues-in-prompt.ts'

/** What a criterion looks like, for findings about one that is missing. */
const shape = '`### Name of the criterion` with `- **Met:** …` and ``- **Cues:** `words .. of it` ``'

function* amount(drill: Drill, { loop }: Definitions): Generator<Finding> {
  const { criteria: range, parts } = loop.kinds[drill.kind]
  const part = drill.parts.get(parts.find(({ holds }) => holds === 'criteria')?.id ?? '')
  const { length } = drill.criteria
  if (!part || (range.least <= length && length <= range.most)) return
  const bounds = length < range.least ? `at least ${range.least}` : `at most ${range.most}`
  yield {
    at: part.heading,
    message: `Unexpected ${count(length, 'heading')} in ${quote(part.heading.text)}, expected ${bounds} in ${withArticle(drill.kind)}: ${shape}`,
  }
}

export const criteria: DrillRule = {
  id: 'criteria',
  scope: 'drill',
  fixable: true,
  description:
    'criteria of the drill that are too few, incomplete, without readable cues, or not shown to be met by the answer',
  lenientInDrafts: true,
  *check(drill, definitions) {
    yield* amount(drill, definitions)
    const misspelt = misspeltAnchors(drill, undefined)
    const misnamed = misnamedCriteria(drill)
    const waiting = waitingMarks(drill)
    const general = new Set(definitions.rubric.criteria.map(({ id }) => id))
    for (const [index, criterion] of drill.criteria.entries()) {
      yield* criterionHeading(criterion, drill, general)
      yield* criterionItems(criterion, drill.text)
      yield* criterionCues(criterion, drill, waiting)
      // The links to a name that stands twice belong to the first.
      if (drill.criteria.findIndex(({ id }) => id === criterion.id) === index)
        yield* criterionEvidence(criterion, drill, misspelt, misnamed.get(criterion))
    }
    yield* cuesInPrompt(drill)
    yield* foreignCriteria(drill, definitions)
    yield* misspeltLinks(drill, misspelt)
  },
}
