import schema from '../../../schemas/drill.schema.json' with { type: 'json' }
import { UsageError, unknownWord } from '../../io/usage-error.ts'
import { componentsOf } from '../../model/components.ts'
import type { Kind } from '../../model/drill.ts'
import { didYouMean } from '../../text/did-you-mean.ts'
import { withArticle } from '../../text/grammar.ts'
import { oneOf } from '../../text/quote.ts'
import { slug } from '../../text/slug.ts'
import type { ExistingDrills } from './existing-drills.ts'
import { listed } from './fields.ts'

/** Ids of components, given by id or by a name, singular or plural. */
export function readComponents(
  words: readonly string[],
  { definitions: { loop } }: ExistingDrills,
): string[] {
  const ids = loop.components.map((component) => component.id)
  const names = loop.components.flatMap((component) => component.names)
  const values = listed(words).map((word) => {
    const named = loop.components.find((component) =>
      component.names.some((name) => slug(name) === slug(word)),
    )
    const found = ids.find((each) => each === word.toLowerCase()) ?? named?.id
    const [only, ...more] = componentsOf(word, loop)
    if (found !== undefined) return found
    // `ASRs` is the plural of a name. `batch ASR` names a component too, but is not a declared name.
    if (only !== undefined && more.length === 0 && didYouMean(word, names) !== undefined) return only
    throw unknownWord('component', word, [...ids, ...names], `expected ${oneOf(ids)}`)
  })
  if (values.length === 0) throw new UsageError('no component; omit `--model`')
  return [...new Set(values)]
}

/**
 * How drills of a kind name components: in the labels of their model path, or in the front matter where the answer is
 * prose. Undefined where they name none.
 */
export function namesComponentsIn(
  kind: Kind,
  { definitions: { loop } }: ExistingDrills,
): 'labels' | 'front matter' | undefined {
  if (loop.kinds[kind].answer === 'prose') return 'front matter'
  return loop.sections.some(({ leastComponents }) => leastComponents !== undefined) ? 'labels' : undefined
}

const { maxItems } = schema.properties.components

/** Refuses components that a drill of a kind has no place for. */
export function checkComponents(kind: Kind, components: readonly string[], known: ExistingDrills): void {
  const place = namesComponentsIn(kind, known)
  if (place === undefined) throw new UsageError(`${withArticle(kind)} has no model path; omit \`--model\``)
  if (place === 'front matter' && components.length > maxItems)
    throw new UsageError(
      `too many components: ${components.length}, expected at most ${maxItems} in ${withArticle(kind)}`,
    )
}
