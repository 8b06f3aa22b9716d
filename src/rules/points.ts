import type { Finding } from '../diagnostic.ts'
import type { Definitions, Drill, Item, LoopPoint, LoopSection, PointClaim, Section } from '../model.ts'
import { count, didYouMean, quote, slug } from '../words.ts'
import type { DrillRule } from './rule.ts'

const item = (label: string): string => `\`- **${label}:** …\``

/** What a section requires of a kind of drill, in order. */
const requiredOf = (declared: LoopSection, drill: Drill): LoopPoint[] =>
  drill.kind === 'question'
    ? []
    : (declared.points?.[drill.kind] ?? []).flatMap((id) => declared.declared.get(id) ?? [])

function* missing(
  section: Section,
  required: readonly LoopPoint[],
  claims: readonly PointClaim[],
): Generator<Finding> {
  let end = section.heading.end
  for (const point of required) {
    const claim = claims.find(({ id }) => id === point.id)
    if (claim) {
      end = claim.item.end
    } else {
      const why = point.instruction === '' ? '' : `: ${point.instruction}`
      const message = `Unexpected gap in ${quote(section.heading.text)}, expected the point ${item(point.label)}${why}`
      yield { at: { start: end, end }, message, expected: [`**${point.label}:**`] }
    }
  }
}

function* badLabel(each: Item, required: readonly LoopPoint[]): Generator<Finding> {
  if (each.label?.colon === 'inside') return
  if (each.label) {
    const label = `**${each.label.text}:**`
    if (each.label.colon === 'outside') {
      yield {
        at: each.label,
        severity: 'warning',
        message: `Unexpected colon outside the bold label ${quote(each.label.text)}, expected ${quote(label)}`,
        expected: [label],
      }
    } else {
      yield {
        at: each.label,
        message: `Unexpected label ${quote(each.label.text)} without a colon, expected ${quote(label)}`,
        expected: [label],
      }
    }
    return
  }
  const begin = /^[^:–—.]{1,40}(?=[:–—])/.exec(each.text)?.[0]
  const meant =
    begin &&
    didYouMean(
      slug(begin),
      required.map(({ id }) => id),
    )
  const label = required.find(({ id }) => id === meant)?.label
  const wanted = label
    ? `the bold label \`**${label}:**\` at its beginning`
    : 'a bold label with a colon at its beginning (`**Label:** …`)'
  yield {
    at: { start: each.start, end: each.end },
    message: `Unexpected item ${quote(each.text, 30)} without a label, expected ${wanted}`,
    ...(label && { expected: [`**${label}:**`] }),
  }
}

function* labelled(claims: readonly PointClaim[], declared: LoopSection, least: number): Generator<Finding> {
  const firsts = new Map<string, PointClaim>()
  for (const claim of claims) {
    const { id, exact, item: each } = claim
    const point = declared.declared.get(id)
    if (!exact && point) {
      yield {
        at: each.label,
        message: `Unexpected label ${quote(each.label.text)}, expected a declared one; did you mean \`**${point.label}:**\`?`,
        expected: [`**${point.label}:**`],
      }
    }
    const first = firsts.get(id)
    if (first) {
      const message = `Unexpected second point ${quote(each.label.text)}, expected each once; join the two`
      yield { at: each.label, message, related: [{ at: first.item.label, message: 'it is here first' }] }
    } else firsts.set(id, claim)
    if (each.words < least) {
      const message = `Unexpected ${count(each.words, 'word')} in the point ${quote(each.label.text)}, expected at least ${least}: one full sentence, or “not needed, because …”`
      yield { at: { start: each.label.start, end: each.end }, message }
    }
  }
}

function* section(
  found: Section,
  declared: LoopSection,
  drill: Drill,
  { loop }: Definitions,
): Generator<Finding> {
  const required = requiredOf(declared, drill)
  const claims = drill.points.get(declared.id) ?? []
  const unlabelled = found.items.filter(({ label }) => label?.colon !== 'inside')
  yield* missing(found, required, claims)
  for (const each of unlabelled) yield* badLabel(each, required)
  yield* labelled(claims, declared, loop.limits.pointWords)
  if (claims.length < (declared.least ?? 0)) {
    const message = `Unexpected ${count(claims.length, 'point')} in ${quote(found.heading.text)}, expected at least ${declared.least}: ${item('What was given up')}`
    yield { at: { start: found.heading.end, end: found.heading.end }, message }
  }
}

export const points: DrillRule = {
  id: 'points',
  scope: 'drill',
  description: 'a required point that is missing, twice, nearly right, badly labelled or too thin',
  lenientInDrafts: true,
  *check(drill, definitions) {
    for (const declared of definitions.loop.sections) {
      const found = drill.answer.get(declared.id)
      if (found) yield* section(found, declared, drill, definitions)
    }
  },
}
