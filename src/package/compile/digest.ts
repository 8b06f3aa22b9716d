import type { Digests, Drill, DrillCriterion } from '../../model/generated/published/drill.ts'
import type { Rubric } from '../../model/generated/published/rubric.ts'
import { compareText } from '../../text/compare-text.ts'
import { digest } from '../../text/digest.ts'
import { claimsOf, quantitiesOf } from './claims.ts'

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
  (drill.kind === 'question' ? [drill.answer] : drill.sections.map(({ body }) => body)).map(
    ({ markdown }) => markdown,
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
    text: sha256([
      'text',
      spaced(drill.title),
      spaced(drill.prompt.markdown),
      answer.map(spaced),
      wordsBesides(drill),
    ]),
    substance: sha256([
      'substance',
      drill.kind,
      quantitiesOf(drill.prompt.markdown),
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
      answer.flatMap(quantitiesOf),
      drill.workedFigures.flatMap(({ text }) => quantitiesOf(text)),
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
