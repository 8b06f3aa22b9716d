import type { Finding } from '../../model/diagnostic.ts'
import type { Claim, Drill } from '../../model/drill.ts'
import { type ExpectedHeading, lineOf } from '../../parse/expected-headings.ts'
import { nodesOf } from '../../parse/nodes.ts'
import { spanOf } from '../../parse/span.ts'
import { unclosedFence } from '../../parse/unclosed-fence.ts'
import { oneOf } from '../../text/quote.ts'

/** What to write under a heading that is missing. */
const contents: Readonly<Record<NonNullable<ExpectedHeading['holds']>, string>> = {
  criteria:
    ', with `### Name of a criterion` for each thing that a strong answer to this prompt must contain, and under it `- **Met:** …` and ``- **Cues:** `words of it` ``',
  labels: ', with items that begin with a bold label',
  answers: ', with questions as list items, each with its answer in an indented paragraph below it',
  drills: ', with links to other drills',
}

function endsInFence({ tree, text }: Drill): boolean {
  const last = nodesOf(tree).at(-1)
  return last?.type === 'code' && unclosedFence(spanOf(last), text) !== undefined
}

/** A drill that has none of its headings: one finding, since all of them are written in one go. */
function withoutHeadings(end: number, expected: readonly ExpectedHeading[]): Finding {
  const needed = expected.filter(({ optional }) => !optional)
  return {
    at: { start: end, end },
    message: `Unexpected drill without any of its headings, expected ${oneOf(needed.map(lineOf), 'and')}; \`drills new\` writes them`,
    expected: needed.map(({ text }) => text),
  }
}

/** The headings that a drill has to have and lacks, each where it should be inserted. */
export function* missingHeadings(
  drill: Drill,
  expected: readonly ExpectedHeading[],
  firsts: ReadonlyMap<string, Claim>,
): Generator<Finding> {
  // What an open fence swallows comes back when it is closed.
  if (endsInFence(drill)) return
  let end = drill.headings.find(({ depth }) => depth === 1)?.end ?? drill.text.length
  if (firsts.size === 0) {
    yield withoutHeadings(end, expected)
    return
  }
  for (const each of expected) {
    const claim = firsts.get(each.id)
    if (claim) {
      end = Math.max(claim.section.heading.end, claim.section.content.end)
    } else if (!each.optional) {
      yield {
        at: { start: end, end },
        message: `Unexpected missing heading, expected \`${lineOf(each)}\` here${each.holds ? contents[each.holds] : ''}`,
        expected: [each.text],
      }
    }
  }
}
