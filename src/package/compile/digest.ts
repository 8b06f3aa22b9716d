import type { Digests, Drill, DrillCriterion } from '../../model/generated/published/drill.ts'
import type { Rubric } from '../../model/generated/published/rubric.ts'
import { compareText } from '../../text/compare-text.ts'
import { digest } from '../../text/digest.ts'

const sortedById = <T extends { readonly id: string }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => compareText(a.id, b.id))

type Part<D> = D extends unknown ? Omit<D, 'digests' | 'path'> : never

/** A drill without what is made of it. */
export type DrillContent = Part<Drill>

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
export const figuresOf = (text: string): string[] => figuresIn(spaced(text))

/** The same of text that is spaced already. */
const figuresIn = (text: string): string[] =>
  (text.toLowerCase().match(figure) ?? []).map((found) => found.replace(' ', ''))

const negation = /\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b/g

/** What of a statement decides whether an answer meets it: its figures, and its negations in their order. */
export const claimsOf = (text: string): string[] => {
  const words = spaced(text)
  return [...figuresIn(words), ...(words.toLowerCase().match(negation) ?? [])]
}

/** What a stored verdict on a criterion depends on: neither its name, which redirects follow, nor its weight or cues. */
export const criterionDigest = ({ revision, met, partly, alsoMet }: Omit<DrillCriterion, 'digest'>): string =>
  sha256([
    'criterion',
    revision,
    claimsOf(met.markdown),
    partly ? claimsOf(partly.markdown) : null,
    alsoMet.map(({ markdown }) => claimsOf(markdown)),
  ])

const answerOf = (drill: DrillContent): string[] =>
  (drill.kind === 'question' ? [drill.answer] : drill.sections.map(({ body }) => body)).map(({ markdown }) =>
    spaced(markdown),
  )

/** Everything of a drill that is read, besides title, prompt and answer. */
const wordsBesides = (drill: DrillContent): unknown => [
  drill.workedFigures.map(({ label, text }) => [label, spaced(text)]),
  drill.criteria.map(({ title, met, partly, alsoMet }) => [
    title,
    spaced(met.markdown),
    partly ? spaced(partly.markdown) : null,
    alsoMet.map(({ markdown }) => spaced(markdown)),
  ]),
  drill.redFlags.map(({ markdown }) => spaced(markdown)),
  drill.followUps.map(({ question, answer }) => [spaced(question.markdown), spaced(answer.markdown)]),
  drill.seeAlso.map(({ id, note }) => [id, note]),
  drill.references.map(({ title, url, note }) => [title, url, note]),
]

/** What a drill says, in three digests; formatting, order of files and versions of tools are in none. */
export function digestsOf(drill: DrillContent): Digests {
  const answer = answerOf(drill)
  const sections = drill.kind === 'question' ? [] : drill.sections
  return {
    prompt: sha256(['prompt', spaced(drill.title), spaced(drill.prompt.markdown)]),
    text: sha256(['text', spaced(drill.title), spaced(drill.prompt.markdown), answer, wordsBesides(drill)]),
    substance: sha256([
      'substance',
      sections.map(({ id, points }) => [id, points.map((point) => point.id)]),
      drill.modelPath,
      // With its digest goes what else of a criterion counts.
      sortedById(drill.criteria).map(({ digest: verdicts, weight, cues }) => [verdicts, weight, cues]),
      drill.evidence.map(({ scope, criterion, section = '', point = '' }) => [
        scope,
        criterion,
        section,
        point,
      ]),
      answer.flatMap(figuresIn),
      drill.workedFigures.flatMap(({ text }) => figuresOf(text)),
    ]),
  }
}

type Tests = Rubric['criteria'][number]['substance']

const patternsOf = ({ need, reject = [] }: Tests): unknown =>
  [need, reject].map((parts) => parts.map(({ any, min = 1 }) => [any, min]))

/**
 * Everything of the rubric that a grade depends on: what decides a verdict, and what makes a score of verdicts. Neither
 * its wording nor its order does.
 */
export function rubricDigest(rubric: Omit<Rubric, 'digest'>): string {
  const { score, evidenceWords, lists, criteria, redFlags } = rubric
  return sha256([
    'rubric',
    [score.criteria, score.general, score.redFlag],
    evidenceWords,
    Object.entries(lists).sort(([a], [b]) => compareText(a, b)),
    sortedById(criteria).map(({ id, weight, revision, sections, kinds, substance, cue }) => [
      [id, weight, revision, sections, kinds],
      patternsOf(substance),
      cue ? [patternsOf(cue), cue.sections ?? null] : null,
    ]),
    sortedById(redFlags).map(({ id, test }) => [id, test ? [test.section, test.against] : null]),
  ])
}
