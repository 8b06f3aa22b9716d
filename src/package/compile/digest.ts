import type { Digests, Drill } from '../../model/generated/published/drill.ts'
import { digest } from '../../text/digest.ts'

type Content = Omit<Drill, 'digests' | 'path'>

const spaced = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()

const sha256 = (parts: unknown): string => `1:${digest(JSON.stringify(parts), 'hex')}`

const units = 'ns|µs|us|ms|s|sec|min|h|d|b|kb|mb|gb|tb|kbit|hz|khz|mhz|db|k|m|x|per cent|usd|eur'

const figure = new RegExp(`\\d+(?:[.,]\\d+)*(?: ?(?:[%×°$€£]|(?:${units})\\b))?`, 'g')

/**
 * Every figure with the sign or unit that follows it. Deliberately simpler than the amounts of the substance tests:
 * a digest must not change when those get better.
 */
export const figuresOf = (text: string): string[] =>
  (spaced(text).toLowerCase().match(figure) ?? []).map((found) => found.replace(' ', ''))

const answerOf = ({ sections = [], answer }: Content): string[] =>
  [...sections.map(({ body }) => body.markdown), ...(answer ? [answer.markdown] : [])].map(spaced)

/** What a drill says, in three digests; formatting, order of files and versions of tools are in none. */
export function digestsOf(drill: Content): Digests {
  const answer = answerOf(drill)
  const lists = [...drill.redFlags, ...drill.followUps].map(({ markdown }) => spaced(markdown))
  const references = drill.references.map(({ title, url, note }) => [title, url, note])
  return {
    prompt: sha256(['prompt', spaced(drill.title), spaced(drill.prompt.markdown)]),
    text: sha256(['text', spaced(drill.title), spaced(drill.prompt.markdown), answer, lists, references]),
    substance: sha256([
      'substance',
      (drill.sections ?? []).map(({ id, points }) => [id, points.map((point) => point.id)]),
      drill.modelPath,
      drill.evidence.map(({ criterion, section = '', point = '' }) => [criterion, section, point]),
      answer.flatMap(figuresOf),
    ]),
  }
}
