import type { Definitions, LoopPoint, LoopSection } from '../../model/definitions.ts'
import type { Edit, Finding } from '../../model/diagnostic.ts'
import type { Item, Section } from '../../model/document.ts'
import type { Drill, PointClaim } from '../../model/drill.ts'
import { didYouMean } from '../../text/did-you-mean.ts'
import { count } from '../../text/grammar.ts'
import { quote } from '../../text/quote.ts'
import { slug } from '../../text/slug.ts'
import type { DrillRule } from '../rule.ts'
import { labelFix, unlabelledFix } from './label-fix.ts'

const item = (label: string): string => `\`- **${label}:** …\``

/** A fix that can be made, or none. */
const fixed = (edits: readonly Edit[]): { fix: readonly Edit[] } | undefined =>
  edits.length > 0 ? { fix: edits } : undefined

/** What a section requires of a kind of drill, in order. */
const requiredOf = (declared: LoopSection, drill: Drill): LoopPoint[] =>
  drill.kind === 'question'
    ? []
    : (declared.points?.[drill.kind] ?? []).flatMap((id) => declared.declared.get(id) ?? [])

/** The point that an item without a label probably is. */
function meantBy({ text }: Item, required: readonly LoopPoint[]): LoopPoint | undefined {
  const begin = /^[^:–—.]{1,40}(?=[:–—])/.exec(text)?.[0]
  const ids = required.map(({ id }) => id)
  const meant = begin && didYouMean(slug(begin), ids)
  return required.find(({ id }) => id === meant)
}

function* missing(
  section: Section,
  required: readonly LoopPoint[],
  claims: readonly PointClaim[],
): Generator<Finding> {
  const meant = new Map(
    section.items.flatMap((each) => (each.label ? [] : [[meantBy(each, required), each] as const])),
  )
  let end = section.heading.end
  for (const point of required) {
    const found = claims.find(({ id }) => id === point.id)?.item ?? meant.get(point)
    if (found) {
      end = found.end
    } else {
      const why = point.instruction === '' ? '' : `: ${point.instruction}`
      const message = `Unexpected gap in ${quote(section.heading.text)}, expected the point ${item(point.label)}${why}`
      yield { at: { start: end, end }, message, expected: [`**${point.label}:**`] }
    }
  }
}

function* badLabel(
  each: Item,
  required: readonly LoopPoint[],
  taken: Set<string>,
  text: string,
): Generator<Finding> {
  if (each.label?.colon === 'inside') return
  if (each.label) {
    const label = `**${each.label.text}:**`
    const outside = each.label.colon === 'outside'
    const name = quote(each.label.text)
    yield {
      at: each.label,
      ...(outside && { severity: 'warning' }),
      message: outside
        ? `Unexpected colon outside the bold label ${name}, expected ${quote(label)}`
        : `Unexpected label ${name} without a colon, expected ${quote(label)}`,
      expected: [label],
      ...fixed(labelFix(text, each.label)),
    }
    return
  }
  const meant = meantBy(each, required)
  const label = meant?.label
  // A second point of the same name would be no better.
  const free = meant !== undefined && !taken.has(meant.id)
  if (meant) taken.add(meant.id)
  const wanted = label
    ? `the bold label \`**${label}:**\` at its beginning`
    : 'a bold label with a colon at its beginning (`**Label:** …`)'
  yield {
    at: { start: each.start, end: each.end },
    message: `Unexpected item ${quote(each.text, 30)} without a label, expected ${wanted}`,
    ...(label && { expected: [`**${label}:**`], ...fixed(free ? unlabelledFix(text, each, label) : []) }),
  }
}

/** A point whose list marker is lost: Markdown reads its line as part of the item above. */
function* lostMarker({ start, end }: Item, text: string): Generator<Finding> {
  const source = text.slice(start, end)
  if (!/[\n\r]/.test(source)) return
  for (const match of source.matchAll(/(?<=[\n\r])[ \t]*((?:\*\*|__)([^*_\n\r]{1,60}):(?:\*\*|__))/g)) {
    const from = start + match.index + match[0].length - (match[1] ?? '').length
    const message = `Unexpected label ${quote(match[2] ?? '')} inside the item above, expected \`- \` before it`
    yield { at: { start: from, end: from + (match[1] ?? '').length }, message }
  }
}

function* labelled(
  claims: readonly PointClaim[],
  declared: LoopSection,
  { loop }: Definitions,
  text: string,
): Generator<Finding> {
  const least = loop.limits.pointWords
  const firsts = new Map<string, PointClaim>()
  for (const claim of claims) {
    const { id, exact, item: each } = claim
    const point = declared.declared.get(id)
    if (!exact && point) {
      yield {
        at: each.label,
        message: `Unexpected label ${quote(each.label.text)}, expected a declared one; did you mean \`**${point.label}:**\`?`,
        expected: [`**${point.label}:**`],
        ...fixed(labelFix(text, each.label, point.label)),
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
  definitions: Definitions,
): Generator<Finding> {
  const required = requiredOf(declared, drill)
  const claims = drill.points.get(declared.id) ?? []
  const unlabelled = found.items.filter(({ label }) => label?.colon !== 'inside')
  yield* missing(found, required, claims)
  const taken = new Set(claims.map(({ id }) => id))
  for (const each of found.items) yield* lostMarker(each, drill.text)
  for (const each of unlabelled) yield* badLabel(each, required, taken, drill.text)
  yield* labelled(claims, declared, definitions, drill.text)
  if (claims.length < (declared.least ?? 0)) {
    const message = `Unexpected ${count(claims.length, 'point')} in ${quote(found.heading.text)}, expected at least ${declared.least}: ${item('What was given up')}`
    yield { at: { start: found.heading.end, end: found.heading.end }, message }
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
      const found = drill.answer.get(declared.id)
      if (found) yield* section(found, declared, drill, definitions)
    }
  },
}
