import type { Finding } from '../../model/diagnostic.ts'
import type { Item } from '../../model/document.ts'
import type { Criterion, Drill } from '../../model/drill.ts'
import { lostLabels } from '../../parse/lost-labels.ts'
import { isWaitingItem } from '../../parse/waiting.ts'
import type { Span } from '../../text/place.ts'
import { quote } from '../../text/quote.ts'

/** Most cues of one criterion. */
const mostCues = 40

const example = '`no .. held .. <time>`, `pre-empt*`'

/** Words of the item that stand in no code span, and so are no cue: a backtick is missing before or after them. */
function strayText(item: Item, cues: Criterion['cues'], text: string): Span | undefined {
  let end = item.label?.end ?? item.start
  for (const next of [...cues, { start: item.end, end: item.end }]) {
    const between = text.slice(end, Math.max(end, next.start))
    const words = between
      .trim()
      .replace(/^[,;]\s*/, '')
      .replace(/\s*[,;]$/, '')
    if (/[\p{L}\p{N}]/u.test(words)) {
      const start = end + between.indexOf(words)
      return { start, end: start + words.length }
    }
    end = Math.max(end, next.end)
  }
  return undefined
}

/** Words between the cues of a criterion, where there are any: then its code spans may be no cues at all. */
export function strayIn({ items, cues, section }: Criterion, text: string): Span | undefined {
  const [item] = items.get('cues') ?? []
  if (!item || cues.length === 0) return undefined
  // What comes behind a lost list marker is an item of its own.
  const lost = Array.from(lostLabels(section, text)).find(
    ({ start }) => item.label.end < start && start < item.end,
  )
  return strayText({ ...item, end: lost?.start ?? item.end }, cues, text)
}

/**
 * What is wrong with the cues of a criterion.
 * @param waiting where the drill says that something is to be written
 */
export function* criterionCues(
  criterion: Criterion,
  { text }: Drill,
  waiting: readonly Span[],
): Generator<Finding> {
  const { items, cues, section } = criterion
  const { heading } = section
  const [item] = items.get('cues') ?? []
  if (!item) return
  const at = { start: item.label.start, end: item.end }
  // Cues that wait to be written are told of as such.
  if (cues.length === 0 && !isWaitingItem(item, waiting))
    yield {
      at,
      message: `Unexpected cues of ${quote(heading.text)} without a code span, expected words and patterns like ${example}`,
    }
  const stray = strayIn(criterion, text)
  if (stray) {
    yield {
      at: stray,
      message: `Unexpected ${quote(text.slice(stray.start, stray.end), 30)} outside the code spans of the cues, expected each cue between two backticks, with a comma after it`,
    }
    // After a backtick that is missing, the code spans hold what should stand between the cues.
    return
  }
  if (cues.length > mostCues)
    yield {
      at,
      message: `Unexpected ${cues.length} cues of ${quote(heading.text)}, expected at most ${mostCues}`,
    }
  const seen = new Map<string, Criterion['cues'][number]>()
  for (const cue of cues) {
    const { source, problem, expected, start, end } = cue
    const first = seen.get(source)
    if (problem !== undefined) {
      yield {
        at: { start, end },
        message: `Unexpected cue ${quote(source)} ${problem}, expected ${expected ?? `words that only an answer to this drill uses, like ${example}`}`,
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
