import type { Finding } from '../../model/diagnostic.ts'
import type { Criterion, Drill } from '../../model/drill.ts'
import { count } from '../../text/grammar.ts'
import { quote } from '../../text/quote.ts'
import { countWords } from '../../text/words.ts'

const [leastWords, mostWords] = [2, 6]

/** What makes the slug of a heading and its anchor on a forge the same. */
const plainName = /^[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+)*$/

/** What is wrong with the name of a criterion, which is its permanent id. */
export function* criterionHeading(
  { id, section: { heading } }: Criterion,
  { headings }: Drill,
  general: ReadonlySet<string>,
): Generator<Finding> {
  const name = quote(heading.text)
  const words = countWords(heading.text.replaceAll('-', ' '))
  const first = headings.find((each) => each.id === id && each !== heading)
  if (!plainName.test(heading.text)) {
    yield {
      at: heading,
      message: `Unexpected criterion ${name}, expected a name of letters, digits, blanks and hyphens that begins with a letter`,
    }
  } else if (words < leastWords || words > mostWords) {
    yield {
      at: heading,
      message: `Unexpected name of ${count(words, 'word')} for the criterion ${name}, expected ${leastWords} to ${mostWords}`,
    }
  }
  if (general.has(id)) {
    yield {
      at: heading,
      message: `Unexpected criterion ${name}, which is one of the rubric, expected what only this drill asks for`,
    }
  } else if (first && first.start < heading.start) {
    yield {
      at: heading,
      message: `Unexpected second heading with the anchor ${quote(`#${id}`)}, expected a name of its own for the criterion`,
      related: [{ at: first, message: 'first defined here' }],
    }
  }
}
