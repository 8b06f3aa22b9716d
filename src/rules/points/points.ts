import type { Definitions, LoopPoint, LoopSection } from '../../model/definitions.ts'
import type { Finding } from '../../model/diagnostic.ts'
import type { Section } from '../../model/document.ts'
import type { Drill, PointClaim } from '../../model/drill.ts'
import { type LostLabel, lostLabelMessage, lostLabels } from '../../parse/lost-labels.ts'
import { didYouMean } from '../../text/did-you-mean.ts'
import { count } from '../../text/grammar.ts'
import { quote } from '../../text/quote.ts'
import { slug } from '../../text/slug.ts'
import { labelFix } from '../fixes/label-fix.ts'
import { fixed } from '../fixes/label-form.ts'
import type { DrillRule } from '../rule.ts'
import { misreadItems, pointMeantBy } from './misread-items.ts'

const bullet = (label: string): string => `\`- **${label}:** …\``

/** What a section requires of a kind of drill, in order. */
const requiredOf = (declared: LoopSection, drill: Drill): LoopPoint[] =>
  drill.kind === 'question'
    ? []
    : (declared.points?.[drill.kind] ?? []).flatMap((id) => declared.declared.get(id) ?? [])

function* missingPoints(
  { heading, items }: Section,
  required: readonly LoopPoint[],
  claims: readonly PointClaim[],
  lost: readonly LostLabel[],
): Generator<Finding> {
  const ids = required.map(({ id }) => id)
  const lostIds = new Map(lost.map((label) => [didYouMean(slug(label.name), ids), label.holderEnd]))
  const meant = new Map(
    items.flatMap((item) => (item.label ? [] : [[pointMeantBy(item, required), item.end] as const])),
  )
  let { end } = heading
  for (const point of required) {
    const known =
      claims.find(({ id }) => id === point.id)?.item.end ?? meant.get(point) ?? lostIds.get(point.id)
    if (known !== undefined) {
      end = known
    } else {
      const why = point.instruction === '' ? '' : `: ${point.instruction}`
      const message = `Unexpected missing point in ${quote(heading.text)}, expected ${bullet(point.label)}${why}`
      yield { at: { start: end, end }, message, expected: [`**${point.label}:**`] }
    }
  }
}

function* labelledPoints(
  claims: readonly PointClaim[],
  { declared }: LoopSection,
  { loop }: Definitions,
  text: string,
): Generator<Finding> {
  const least = loop.limits.pointWords
  const firsts = new Map<string, PointClaim>()
  for (const claim of claims) {
    const { id, exact, item } = claim
    const { label, words, end } = item
    const point = declared.get(id)
    if (!exact && point) {
      yield {
        at: label,
        message: `Unexpected label ${quote(label.text)}, expected a declared one; did you mean \`**${point.label}:**\`?`,
        expected: [`**${point.label}:**`],
        ...fixed(labelFix(text, label, point.label)),
      }
    }
    const first = firsts.get(id)
    if (first) {
      const message = `Unexpected second point ${quote(label.text)}, expected each once; join the two`
      yield { at: label, message, related: [{ at: first.item.label, message: 'first defined here' }] }
    } else firsts.set(id, claim)
    if (words < least) {
      const message = `Unexpected ${count(words, 'word')} in the point ${quote(label.text)}, expected at least ${least}: one full sentence, or “not needed, because …”`
      yield { at: { start: label.start, end }, message }
    }
  }
}

export const points: DrillRule = {
  id: 'points',
  scope: 'drill',
  fixable: true,
  description: 'a required point that is missing, twice, nearly right, badly labelled or too thin',
  lenientInDrafts: true,
  *check(drill, definitions) {
    for (const declared of definitions.loop.sections) {
      const section = drill.answer.get(declared.id)
      if (!section) continue
      const { heading, items } = section
      const required = requiredOf(declared, drill)
      const claims = drill.points.get(declared.id) ?? []
      const lost = [...lostLabels(section, drill.text)]
      yield* missingPoints(section, required, claims, lost)
      for (const label of lost) {
        const { start, end, name } = label
        yield { at: { start, end }, message: lostLabelMessage(label, quote(name)) }
      }
      yield* misreadItems(items, required, claims, drill.text)
      yield* labelledPoints(claims, declared, definitions, drill.text)
      const { least } = declared
      // What has no label, or no list marker, is a finding of its own.
      if (least !== undefined && items.length + lost.length < least) {
        const message = `Unexpected ${count(claims.length, 'point')} in ${quote(heading.text)}, expected at least ${least}: ${bullet('What was given up')}`
        yield { at: { start: heading.end, end: heading.end }, message }
      }
    }
  },
}
