import type { Finding } from '../../model/diagnostic.ts'
import type { Criterion } from '../../model/drill.ts'
import { quote } from '../../text/quote.ts'

/** Most cues of one criterion. */
const mostCues = 40

const example = '`no .. held .. <time>`, `pre-empt*`'

/** What is wrong with the cues of a criterion. */
export function* criterionCues({ items, cues, section: { heading } }: Criterion): Generator<Finding> {
  const [item] = items.get('cues') ?? []
  if (!item) return
  const at = { start: item.label.start, end: item.end }
  if (cues.length === 0)
    yield {
      at,
      message: `Unexpected cues of ${quote(heading.text)} without a code span, expected words and patterns like ${example}`,
    }
  if (cues.length > mostCues)
    yield {
      at,
      message: `Unexpected ${cues.length} cues of ${quote(heading.text)}, expected at most ${mostCues}`,
    }
  const seen = new Map<string, Criterion['cues'][number]>()
  for (const cue of cues) {
    const { source, problem, start, end } = cue
    const first = seen.get(source)
    if (problem !== undefined) {
      yield {
        at: { start, end },
        message: `Unexpected cue ${quote(source)} ${problem}, expected words that only an answer to this drill uses, like ${example}`,
      }
    } else if (first) {
      yield {
        at: { start, end },
        message: `Unexpected second cue ${quote(source)}, expected each once`,
        related: [{ at: { start: first.start, end: first.end }, message: 'first written here' }],
      }
    } else seen.set(source, cue)
  }
}
