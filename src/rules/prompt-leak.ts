import type { Section } from '../model/document.ts'
import type { Drill } from '../model/drill.ts'
import { ownCriterion, rubricFragment } from '../parse/evidence.ts'
import type { Span } from '../text/place.ts'
import { quote } from '../text/quote.ts'
import { sharedRuns } from '../text/shared-runs.ts'
import type { DrillRule } from './rule.ts'

/** The text and code of sections. */
const wordingOf = ({ wording }: Drill, sections: readonly Section[]): Span[] =>
  wording.filter((span) =>
    sections.some(({ content }) => content.start <= span.start && span.end <= content.end),
  )

/** Parts that a candidate may see, or that say nothing of the answer. */
const open = ['prompt', 'see-also', 'references']

/** Everything that is hidden from a candidate until the end. */
const hidden = ({ claims, parts }: Drill): Section[] => {
  const shown = open.map((id) => parts.get(id))
  return claims.flatMap(({ role, section }) => (role === 'unknown' || shown.includes(section) ? [] : section))
}

export const promptLeak: DrillRule = {
  id: 'prompt-leak',
  scope: 'drill',
  description:
    'a prompt that links to a criterion, or shares a run of words with what is hidden from the candidate',
  *check(drill, { loop }) {
    const prompt = drill.parts.get('prompt')
    if (!prompt) return
    for (const link of drill.links) {
      if (link.section !== prompt) continue
      if (rubricFragment(link) !== undefined || ownCriterion(link, drill)) {
        yield {
          at: link,
          message: `Unexpected link to ${ownCriterion(link, drill) ? 'a criterion' : 'the rubric'} in the prompt: ${quote(link.text)}, expected no hint of the answer`,
        }
      }
    }
    const least = loop.limits.sharedWords
    const answer = wordingOf(drill, hidden(drill))
    for (const { one, other } of sharedRuns(drill.text, wordingOf(drill, [prompt]), answer, least)) {
      const message = `Unexpected run of words shared with the hidden parts: ${quote(drill.text.slice(one.start, one.end))}, expected fewer than ${least} words in a row in common`
      yield { at: one, message, related: [{ at: other, message: 'it is said here' }] }
    }
  },
}
